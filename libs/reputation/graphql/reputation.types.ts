import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import { REPUTATION_REASONS, REVERSAL_CAUSES } from '../domain/reasons.js';
import type { ReputationReason, ReversalCause } from '../domain/reasons.js';
import { RULE_NAMES } from '../domain/rule-set.js';
import type { RuleName } from '../domain/rule-set.js';
import { ENTRY_KINDS } from '../persistence/reputation.queries.js';
import type { EntryRow } from '../persistence/reputation.queries.js';

export const ReputationReasonEnum = Object.fromEntries(
  REPUTATION_REASONS.map((reason) => [reason, reason]),
) as { [Name in ReputationReason]: Name };
registerEnumType(ReputationReasonEnum, {
  name: 'ReputationReason',
  description: 'Why reputation changed.',
  valuesMap: {
    QUESTION_UPVOTED: { description: 'To the author; upvotes of a UTC day have a limit.' },
    QUESTION_DOWNVOTED: { description: 'From the author.' },
    ANSWER_UPVOTED: { description: 'To the author; upvotes of a UTC day have a limit.' },
    ANSWER_DOWNVOTED: { description: 'From the author, and from whoever voted it down.' },
    ANSWER_ACCEPTED: { description: 'To the author of the answer.' },
    ACCEPTED_AN_ANSWER: { description: 'To the asker.' },
    ANSWER_ALSO_SOLVED: { description: 'To the author of an answer that solved the question too.' },
    ANSWER_MADE_OFFICIAL: { description: 'To the author of the answer.' },
    ANSWER_PROMOTED: { description: 'To the author: the answer became a published FAQ article.' },
    BOUNTY_OFFERED: { description: 'From whoever offers it, held until it is won or returned.' },
    BOUNTY_WON: { description: 'To the author of the answer that was given the bounty.' },
    SANCTIONED: { description: 'Taken by moderators, who recorded why.' },
    REVERSAL: { description: 'Takes an earlier entry back: a vote withdrawn, a mark moved, a post deleted.' },
  },
});

export const ReversalCauseEnum = Object.fromEntries(REVERSAL_CAUSES.map((cause) => [cause, cause])) as {
  [Name in ReversalCause]: Name;
};
registerEnumType(ReversalCauseEnum, {
  name: 'ReversalCause',
  description: 'Why an entry was taken back.',
  valuesMap: {
    VOTE_WITHDRAWN: { description: 'The vote was withdrawn or turned round.' },
    POST_DELETED: { description: 'The post was deleted; what it earned comes back with it.' },
    MARK_MOVED: { description: 'The mark was taken away or given to another answer.' },
    PROMOTION_WITHDRAWN: { description: 'The article is not published any more, or not made of it.' },
    BOUNTY_RETURNED: { description: 'The bounty went back to whoever offered it.' },
    SANCTION_LIFTED: { description: 'Moderators took the sanction back.' },
    FRAUD: { description: 'Two people found that it had not been earned honestly.' },
    RULES_CHANGED: { description: 'It was entered anew by newer rules.' },
    REPAIR: { description: 'It stood for nothing, as a check of the whole site found.' },
  },
});

export const ReputationRuleEnum = Object.fromEntries(RULE_NAMES.map((name) => [name, name])) as {
  [Name in RuleName]: Name;
};
registerEnumType(ReputationRuleEnum, {
  name: 'ReputationRuleName',
  description: 'A rule that gives or takes points by itself; `reputationRules` says how many.',
  valuesMap: {
    QUESTION_UPVOTED: { description: 'For the author of a question that was voted up.' },
    QUESTION_DOWNVOTED: { description: 'For the author of a question that was voted down.' },
    ANSWER_UPVOTED: { description: 'For the author of an answer that was voted up.' },
    ANSWER_DOWNVOTED: { description: 'For the author of an answer that was voted down.' },
    VOTED_ANSWER_DOWN: { description: 'For whoever voted an answer down.' },
    ANSWER_ACCEPTED: { description: 'For the author of an accepted answer.' },
    ACCEPTED_AN_ANSWER: { description: 'For the asker who accepted it.' },
    ANSWER_ALSO_SOLVED: { description: 'For the author of an answer that solved it too.' },
    ANSWER_MADE_OFFICIAL: { description: 'For the author of an official answer.' },
    ANSWER_PROMOTED: { description: 'For the author of an answer that became an article.' },
  },
});

export const ReputationEntryKindEnum = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, kind])) as {
  [Name in (typeof ENTRY_KINDS)[number]]: Name;
};
registerEnumType(ReputationEntryKindEnum, {
  name: 'ReputationEntryKind',
  description: 'Which entries of a ledger.',
  valuesMap: {
    ALL: { description: 'Every one, also those that the daily limit made worth nothing.' },
    GAINS: { description: 'What added to reputation.' },
    LOSSES: { description: 'What took from it.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'One line of the ledger that reputation is the sum of.',
})
export class ReputationEntry extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: EntryRow;

  @Field(() => Int, { description: 'By how much reputation changed. 0 where the daily limit was reached.' })
  delta: number;

  @Field(() => Int, { description: 'What it would have been without the daily limit on upvotes.' })
  pointsBeforeCap: number;

  @Field(() => ReputationReasonEnum, { description: 'What for.' })
  reason: ReputationReason;

  @Field(() => ReputationRuleEnum, {
    nullable: true,
    description: 'By which rule; null where somebody decided on the points, and for a REVERSAL.',
  })
  rule: RuleName | null;

  @Field(() => Int, { description: 'The version of `reputationRules` that it was entered by.' })
  ruleVersion: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What upvotes of its day bring at most; null where that limit does not hold.',
  })
  dayCap: number | null;

  @Field(() => ReversalCauseEnum, {
    nullable: true,
    description: 'Of a REVERSAL: why. Null also for those from before causes were noted.',
  })
  reversalCause: ReversalCause | null;

  @Field(() => Date, { description: 'When it was entered, UTC.' })
  createdAt: Date;

  @Field(() => Boolean, { description: 'A later entry has taken it back.' })
  isReversed: boolean;
}

export const ReputationEntryConnection = connectionOf<ReputationEntry>(
  'ReputationEntry',
  () => ReputationEntry,
);

export function toReputationEntry(row: EntryRow): ReputationEntry {
  return {
    row,
    id: globalId('reputationEntry', row.entryId),
    delta: row.delta,
    pointsBeforeCap: row.points,
    reason: row.reason,
    rule: row.rule,
    ruleVersion: row.ruleVersion,
    dayCap: row.dayCap,
    reversalCause: row.reversalCause,
    createdAt: row.createdAt,
    isReversed: row.isReversed,
  };
}

@ObjectType({ description: 'A badge that came along with an imported community.' })
export class Badge {
  @Field(() => String, { description: 'As it was called in the community that it came from.' })
  name: string;

  @Field(() => Date, { description: 'When it was awarded last.' })
  awardedAt: Date;

  @Field(() => Int, { description: 'How often it was awarded.' })
  count: number;
}
