import { CONFIDENCE, newcombeInterval, wilsonInterval } from './proportions.js';
import type { Interval } from './proportions.js';

/** People who began to write a question for which there were suggestions; each is counted once. */
export interface Arm {
  people: number;
  /** Those of them who sent their question. */
  asked: number;
  /** Those of them who said of something that they found: this solved it. */
  solved: number;
}

/** What the figures of a period support, and no more. */
export const DEFLECTION_VERDICTS = [
  'NOT_ENOUGH_DATA',
  'NO_DIFFERENCE_SHOWN',
  'FEWER_ASKED',
  'MORE_ASKED',
] as const;
export type DeflectionVerdict = (typeof DEFLECTION_VERDICTS)[number];

/** Fewer people than this in either group support no statement: one of them would move the share by three points. */
export const LEAST_PEOPLE = 30;

export const DEFLECTION_FORMULA =
  'rate = asked / people without suggestions − asked / people with suggestions';

export interface Deflection {
  verdict: DeflectionVerdict;
  /** How much smaller the share of those who asked is with suggestions than without; null without enough data. */
  rate: number | null;
  /** Newcombe's interval for it. */
  interval: Interval | null;
  confidence: number;
  /** How many questions were not asked among the people who saw suggestions: the rate and its interval times them. */
  avoided: { estimate: number; low: number; high: number } | null;
  explanation: string;
}

/**
 * How many questions were not asked because of suggestions. Those to whom none are shown (the holdout) tell how many
 * would have asked anyway; counting everybody who left as helped, as deflection is often counted, would claim those too.
 */
export function deflectionOf(shown: Arm, withheld: Arm): Deflection {
  if (shown.people < LEAST_PEOPLE || withheld.people < LEAST_PEOPLE) return tooLittle(shown, withheld);
  const [asOf, withheldOf] = [shareOf(shown), shareOf(withheld)];
  const interval = newcombeInterval(withheldOf, asOf);
  const rate = withheldOf.count / withheldOf.of - asOf.count / asOf.of;
  const verdict = interval.low > 0 ? 'FEWER_ASKED' : interval.high < 0 ? 'MORE_ASKED' : 'NO_DIFFERENCE_SHOWN';
  const times = (share: number) => Math.round(share * shown.people);
  return {
    verdict,
    rate,
    interval,
    confidence: CONFIDENCE,
    avoided: { estimate: times(rate), low: times(interval.low), high: times(interval.high) },
    explanation: EXPLANATIONS[verdict],
  };
}

/** The share of an arm that asked, with its score interval; null while nobody is in it. */
export function askedShare(arm: Arm): (Interval & { share: number }) | null {
  return arm.people === 0
    ? null
    : { share: arm.asked / arm.people, ...wilsonInterval({ count: arm.asked, of: arm.people }) };
}

const EXPLANATIONS: Record<Exclude<DeflectionVerdict, 'NOT_ENOUGH_DATA'>, string> = {
  FEWER_ASKED: 'With suggestions fewer people asked; the whole interval lies above zero.',
  MORE_ASKED: 'With suggestions more people asked; the whole interval lies below zero.',
  NO_DIFFERENCE_SHOWN:
    'The interval holds zero: these figures do not show that suggestions change how many people ask.',
};

function shareOf({ asked, people }: Arm) {
  return { count: asked, of: people };
}

function tooLittle(shown: Arm, withheld: Arm): Deflection {
  return {
    verdict: 'NOT_ENOUGH_DATA',
    rate: null,
    interval: null,
    confidence: CONFIDENCE,
    avoided: null,
    explanation:
      `Not enough data: a comparison needs ${LEAST_PEOPLE} people in each group; ` +
      `there are ${shown.people} with and ${withheld.people} without suggestions.`,
  };
}
