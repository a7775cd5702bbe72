import type { Observation } from '../observation.js';
import type { State } from '../model/state.js';
import type { Site } from '../site.js';

/** What somebody does, with everything that it is about. */
export interface Act {
  readonly text: string;
  /** Gives what the site has given. @throws what the site refuses it with */
  perform(site: Site): Promise<unknown>;
  /**
   * What comes of it by the rules.
   * @param given what the site has given; undefined where it has refused
   * @throws Refused
   */
  foretell(state: State, given: unknown, seen: Seen): void;
  /** What a job does within minutes for those who were busy at the same time. */
  readonly followUp?: (site: Site) => Promise<unknown>;
  readonly changesRules?: boolean | undefined;
  /** The model does not say whether it is refused; either way nothing that it knows of changes. */
  readonly isFree?: boolean;
}

export interface Seen extends Observation {
  /** Other things were done at the same time. */
  readonly wasBusy: boolean;
}

/**
 * Something that people may do, by numbers that stand for people, posts and whatever else there is when its time has
 * come. Null: there is nothing that it could be about.
 */
export interface Deed {
  readonly label: string;
  readonly resolve: (state: State) => Act | null;
  /** Nothing else is done at the same time. */
  readonly isAlone?: boolean;
  readonly changesRules?: boolean;
  /**
   * It may be done while rules change. What asks for the rules twice may see both, which is as well, and more than the
   * model can foretell.
   */
  readonly asksForRulesOnce?: boolean;
}

/** The one of them that a number stands for. */
export function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}

/** Mostly one that is as it takes, or none if there is none; now and then any. */
export function mostly<Item>(
  items: readonly Item[],
  number: number,
  isFitting: (item: Item) => boolean,
): Item | undefined {
  return pick(number % 8 === 7 ? items : items.filter(isFitting), number);
}
