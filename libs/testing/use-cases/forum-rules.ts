import type { ForumRules, ForumRulesSource } from '#libs/forum';

export const NEW_COMMUNITY: ForumRules = { alsoSolvedMost: 4, onBehalfAfterDays: 14, reminderAfterDays: 7 };

/** The rules that a forum has in a spec: in the application they come from the rule set in force. */
export function forumRules(rules = NEW_COMMUNITY): ForumRulesSource {
  return { now: () => Promise.resolve(rules) };
}
