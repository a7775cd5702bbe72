import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { GAP_STATES, REASON, TREND_DAYS } from '../domain/gap.js';
import type { GapState } from '../domain/gap.js';
import { NEED_KINDS } from '../domain/grouping.js';
import type { NeedKind } from '../domain/grouping.js';
import type { GapExampleRow, GapRow } from '../persistence/gap.queries.js';

export const GapStateEnum = Object.fromEntries(GAP_STATES.map((state) => [state, state])) as {
  [State in GapState]: State;
};
registerEnumType(GapStateEnum, {
  name: 'KnowledgeGapState',
  valuesMap: {
    OPEN: { description: 'Nobody is at it.' },
    TAKEN: { description: 'Somebody is: `assignee`.' },
    DONE: { description: 'An article answers it: `article`.' },
    DISMISSED: { description: 'There is nothing to write, for a `reason`.' },
  },
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
});

@ObjectType({ description: 'One wording of a need, with how many sessions (or questions) had it.' })
export class KnowledgeGapExample {
  /** For the field resolver; not part of the schema. */
  row: GapExampleRow;

  @Field(() => NeedKindEnum)
  kind: NeedKind;

  @Field(() => String, { description: 'What was searched for, or the title.' })
  text: string;

  @Field(() => Int)
  count: number;

  @Field(() => Date)
  lastAt: Date;
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

  @Field(() => Int)
  searchesWithoutResults: number;

  @Field(() => Int)
  searchesWithoutClick: number;

  @Field(() => Int)
  failedSuggestions: number;

  @Field(() => Int)
  repeatedQuestions: number;

  @Field(() => Int, { description: `Needs of the last ${TREND_DAYS} days.` })
  recent: number;

  @Field(() => Int, { description: `Needs of the ${TREND_DAYS} days before those.` })
  before: number;

  @Field(() => Date)
  firstAt: Date;

  @Field(() => Date)
  lastAt: Date;

  @Field(() => GapStateEnum)
  state: GapState;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When somebody last changed its state.' })
  stateAt: Date | null;
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

@InputType()
export class TakeGapInput {
  @Field(() => ID)
  gapId: string;

  @Field(() => Boolean, { nullable: true, description: 'Also from somebody else who has taken it.' })
  force?: boolean | null;
}

@InputType()
export class ResolveGapInput {
  @Field(() => ID)
  gapId: string;

  @Field(() => ID, { description: 'The article that answers it; a draft too.' })
  articleId: string;
}

@InputType()
export class DismissGapInput {
  @Field(() => ID)
  gapId: string;

  @Field(() => String, { description: `Why there is nothing to write, in up to ${REASON.max} characters.` })
  reason: string;
}

@InputType()
export class ReopenGapInput {
  @Field(() => ID)
  gapId: string;
}

@ObjectType()
export class KnowledgeGapPayload {
  @Field(() => KnowledgeGap)
  gap: KnowledgeGap;
}

export function toGap(row: GapRow): KnowledgeGap {
  const { gapId, language, ...shown } = row;
  return { ...shown, row, id: globalId('knowledgeGap', gapId), locale: language };
}
