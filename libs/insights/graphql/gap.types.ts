import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { GAP_STATES, GAP_STEPS, REASON, TREND_DAYS } from '../domain/gap.js';
import type { GapState, GapStepKind } from '../domain/gap.js';
import { NEED_KINDS } from '../domain/grouping.js';
import type { NeedKind } from '../domain/grouping.js';
import type { GapExampleRow, GapRow, GapStepRow } from '../persistence/gap.queries.js';

export const GapStateEnum = Object.fromEntries(GAP_STATES.map((state) => [state, state])) as {
  [State in GapState]: State;
};
registerEnumType(GapStateEnum, {
  name: 'KnowledgeGapState',
  valuesMap: {
    OPEN: { description: 'Nobody is at it.' },
    TAKEN: { description: 'Somebody is: `assignee`, who may be writing its `article` already.' },
    DONE: { description: 'An article answers it: `article`.' },
    DISMISSED: { description: 'There is nothing to write, for a `reason`.' },
  },
  description: 'What curators do about a gap.',
});

export const NeedKindEnum = Object.fromEntries(NEED_KINDS.map((kind) => [kind, kind])) as {
  [Kind in NeedKind]: Kind;
};
registerEnumType(NeedKindEnum, {
  name: 'KnowledgeNeedKind',
  valuesMap: {
    SEARCH_WITHOUT_RESULT: { description: 'A search found nothing.' },
    SEARCH_WITHOUT_CLICK: { description: 'A search found something that nobody opened.' },
    SUGGESTION_FAILED: {
      description: 'Somebody asked although there were suggestions, or as there were none.',
    },
    REPEATED_QUESTION: { description: 'A question like others.' },
  },
  description: 'In what way somebody looked in vain.',
});

@ObjectType({ description: 'One wording of a need, with how many sessions (or questions) had it.' })
export class KnowledgeGapExample {
  /** For the field resolver; not part of the schema. */
  row: GapExampleRow;

  @Field(() => NeedKindEnum, { description: 'In what way they looked in vain.' })
  kind: NeedKind;

  @Field(() => String, { description: 'What was searched for, or the title.' })
  text: string;

  @Field(() => Int, {
    description: 'How many sessions or, of REPEATED_QUESTION, questions had this wording.',
  })
  count: number;

  @Field(() => Date, { description: 'When it came last, UTC.' })
  lastAt: Date;
}

export const GapStepEnum = Object.fromEntries(GAP_STEPS.map((kind) => [kind, kind])) as {
  [Kind in GapStepKind]: Kind;
};
registerEnumType(GapStepEnum, {
  name: 'KnowledgeGapStepKind',
  description: 'What can become of a gap.',
  valuesMap: {
    TAKEN: { description: 'Somebody made it their task.' },
    GIVEN_BACK: { description: 'Somebody gave the task back: it was open for everybody.' },
    ARTICLE_BEGUN: { description: 'An article was begun or named that readers did not see yet: `article`.' },
    ANSWERED: { description: 'From then on readers found the article that answers it: `article`.' },
    DISMISSED: { description: 'Somebody said that there is nothing to write, for a `reason`.' },
    REOPENED: { description: 'Somebody opened it again after it was answered or dismissed.' },
    MISSED_AGAIN: {
      description: 'As many as `needs` looked for it in vain since `article` answered it: it opened again.',
    },
  },
});

@ObjectType({ description: 'One thing that became of a gap.' })
export class KnowledgeGapStep {
  /** For the field resolvers; not part of the schema. */
  row: GapStepRow;

  @Field(() => GapStepEnum, { description: 'What it was.' })
  kind: GapStepKind;

  @Field(() => Date, { description: 'When, UTC.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null unless it is DISMISSED.' })
  reason: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many looked in vain, each session once; null unless it is MISSED_AGAIN.',
  })
  needs: number | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'Something that people look for in vain: searches and questions that share these `words`. Counted every hour over ' +
    'the time that events are kept, each session once for each wording.',
})
export class KnowledgeGap extends Node {
  /** For field resolvers; not part of the schema. */
  row: GapRow;

  @Field(() => String, { description: 'The most frequent wording.' })
  title: string;

  @Field(() => [String], { description: 'What at least half of them share, apart from endings and typos.' })
  words: string[];

  @Field(() => String, { description: 'Language of the words, as a BCP 47 tag; `und` where nothing tells.' })
  locale: string;

  @Field(() => Int, { description: 'The sum of the next four; the list is in its order.' })
  needs: number;

  @Field(() => Int, { description: 'Sessions with a search that found nothing.' })
  searchesWithoutResults: number;

  @Field(() => Int, { description: 'Sessions with a search that found something which they did not open.' })
  searchesWithoutClick: number;

  @Field(() => Int, { description: 'Sessions that asked all the same, with or without suggestions.' })
  failedSuggestions: number;

  @Field(() => Int, { description: 'Questions like others.' })
  repeatedQuestions: number;

  @Field(() => Int, { description: `Needs of the last ${TREND_DAYS} days.` })
  recent: number;

  @Field(() => Int, { description: `Needs of the ${TREND_DAYS} days before those.` })
  before: number;

  @Field(() => Date, { description: 'When the first of its needs came, UTC.' })
  firstAt: Date;

  @Field(() => Date, { description: 'When the last of its needs came, UTC.' })
  lastAt: Date;

  @Field(() => GapStateEnum, { description: 'What is being done about it.' })
  state: GapState;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null unless it is DISMISSED.' })
  reason: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When its state last changed, UTC; null if it never did.',
  })
  stateAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when readers find the article that answers it, UTC; null while none ever did.',
  })
  answeredAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it was opened again by itself, UTC, because people went on looking for it in vain after it was answered; ' +
      'null otherwise, and once something is done about it.',
  })
  missedAgainAt: Date | null;
}

export const KnowledgeGapConnection = connectionOf<KnowledgeGap>('KnowledgeGap', () => KnowledgeGap);

@ArgsType()
export class KnowledgeGapsArgs extends PageArgs {
  @Field(() => [GapStateEnum], {
    nullable: true,
    defaultValue: ['OPEN', 'TAKEN'],
    description: 'Any of these.',
  })
  states?: GapState[] | null;
}

@InputType({ description: 'The gap that the viewer works on from now on.' })
export class TakeGapInput {
  @Field(() => ID, { description: 'The gap; CONFLICT if it is DONE or DISMISSED.' })
  gapId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also from somebody else who has taken it; they lose it.',
  })
  force?: boolean | null;
}

@InputType({ description: 'A gap, and the article that answers it.' })
export class ResolveGapInput {
  @Field(() => ID, { description: 'The gap; CONFLICT if it is DONE or DISMISSED.' })
  gapId: string;

  @Field(() => ID, {
    description:
      'The article that answers it. Of a draft: once it is published; until then the gap is the caller’s task.',
  })
  articleId: string;
}

@InputType({ description: 'A gap that nothing will be written about, and why.' })
export class DismissGapInput {
  @Field(() => ID, { description: 'The gap; CONFLICT if it is DONE or DISMISSED.' })
  gapId: string;

  @Field(() => String, { description: `Why there is nothing to write, in up to ${REASON.max} characters.` })
  reason: string;
}

@InputType({ description: 'Names a gap.' })
export class ReopenGapInput {
  @Field(() => ID, { description: 'The gap, in whichever state.' })
  gapId: string;
}

@ObjectType({ description: 'The gap after the change.' })
export class KnowledgeGapPayload {
  @Field(() => KnowledgeGap, { description: 'As it is now.' })
  gap: KnowledgeGap;
}

export function toGap(row: GapRow): KnowledgeGap {
  const { gapId, language, ...shown } = row;
  return { ...shown, row, id: globalId('knowledgeGap', gapId), locale: language };
}
