import type { Privilege } from '#libs/forum';
import type { Ability } from './rule-set.js';

/** What each ability opens besides reputation, once its quality reaches the bar. */
export const OPENED_BY: Readonly<Record<Ability, Privilege>> = {
  POSTS: 'VOTE_DOWN',
  EDITS: 'EDIT_OTHERS_POSTS',
  FLAGS: 'PRIORITY_FLAGS',
};

/**
 * How well somebody does something, 0 to 1: (good + 2) / (good + bad + 4), the lower end of what the counts let one
 * expect, after Codidact. Who has done nothing has 0.5; it takes six good ones without a bad one to have 0.8.
 */
export function qualityOf(good: number, bad: number): number {
  return (good + 2) / (good + bad + 4);
}
