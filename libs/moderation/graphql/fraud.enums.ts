import { registerEnumType } from '@nestjs/graphql';
import type { EvidenceName } from '../domain/fraud-case.js';

export const FraudKindEnum = {
  SERIAL_VOTES: 'SERIAL_VOTES',
  RING: 'RING',
  RECIPROCAL_ACCEPTANCE: 'RECIPROCAL_ACCEPTANCE',
  SOCK_PUPPETS: 'SOCK_PUPPETS',
} as const;
registerEnumType(FraudKindEnum, {
  name: 'FraudKind',
  description: 'What looks arranged.',
  valuesMap: {
    SERIAL_VOTES: { description: 'One person votes for, or against, what one other wrote, and hardly else.' },
    RING: { description: 'Two to four people, or several such circles, who vote for each other in turn.' },
    RECIPROCAL_ACCEPTANCE: {
      description:
        'Two people accept each other’s answers, or mark them as solving it too, far more often than chance would.',
    },
    SOCK_PUPPETS: {
      description: 'Accounts are used from one network with one browser, and vote for or accept each other.',
    },
  },
});

export const FraudStateEnum = {
  OPEN: 'OPEN',
  PROPOSED: 'PROPOSED',
  INVALIDATED: 'INVALIDATED',
  DISMISSED: 'DISMISSED',
  UNDONE: 'UNDONE',
} as const;
registerEnumType(FraudStateEnum, {
  name: 'FraudState',
  description: 'What became of a case.',
  valuesMap: {
    OPEN: { description: 'Nobody has decided anything.' },
    PROPOSED: { description: 'One person proposes what is to be invalid; somebody else must confirm it.' },
    INVALIDATED: { description: 'What two people agreed on counts no longer.' },
    DISMISSED: { description: 'Nothing is wrong, or nothing can be shown. Much more of it opens it again.' },
    UNDONE: { description: 'It was invalidated, and all of it was given back.' },
  },
});

export const FraudItemStateEnum = { STANDS: 'STANDS', VOID: 'VOID', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(FraudItemStateEnum, {
  name: 'FraudItemState',
  description: 'What became of one vote or acceptance of a case.',
  valuesMap: {
    STANDS: { description: 'It counts.' },
    VOID: { description: 'It is there and counts for nothing.' },
    WITHDRAWN: { description: 'Whoever made it has taken it back.' },
  },
});

export const FraudMarkEnum = { ACCEPTED: 'ACCEPTED', ALSO_SOLVED: 'ALSO_SOLVED' } as const;
registerEnumType(FraudMarkEnum, {
  name: 'FraudMark',
  description: 'What an asker says of an answer.',
  valuesMap: {
    ACCEPTED: { description: 'It solved it.' },
    ALSO_SOLVED: { description: 'It solved it too, besides the accepted one.' },
  },
});

const FIGURES: Readonly<Record<EvidenceName, string>> = {
  votes: 'Votes of the one for what the other wrote.',
  downvotes: 'How many of them are against it.',
  votesOfVoter: 'All votes of that person in the same time.',
  mostInAnHour: 'The most of these votes within one hour.',
  leastVotes: 'At the weakest link of the ring, the upvotes from one member to the next.',
  leastShare: 'The least share of a member’s upvotes that goes to the next, 0 to 1.',
  acceptances: 'How often the first accepted answers of the second, or said that they solved it too.',
  acceptancesBack: 'How often the second accepted answers of the first, or said that they solved it too.',
  expected: 'How many acceptances in both directions chance would give.',
  sharedDays: 'Days on which both accounts were used from one network with one browser.',
  accountsThere: 'The most accounts that were used from there on one day.',
  windowDays: 'How many days were looked at together.',
};

/** `mostInAnHour` is MOST_IN_AN_HOUR to clients. */
export function figureName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

export const FraudFigureNameEnum = Object.fromEntries(
  Object.keys(FIGURES).map((name) => [figureName(name), figureName(name)]),
);
registerEnumType(FraudFigureNameEnum, {
  name: 'FraudFigureName',
  description: 'What a figure of the evidence counts.',
  valuesMap: Object.fromEntries(
    Object.entries(FIGURES).map(([name, description]) => [figureName(name), { description }]),
  ),
});
