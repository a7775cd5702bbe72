import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import type { AskerMark, FraudKind, FraudState } from '../domain/fraud-case.js';
import type {
  CaseAcceptanceRow,
  CaseRow,
  CaseVoteRow,
  ItemState,
} from '../persistence/fraud-case.queries.js';
import {
  FraudFigureNameEnum,
  FraudItemStateEnum,
  FraudKindEnum,
  FraudMarkEnum,
  FraudStateEnum,
  figureName,
} from './fraud.enums.js';

export * from './fraud-thresholds.types.js';

@ObjectType({ description: 'One figure of the evidence.' })
export class FraudFigure {
  @Field(() => FraudFigureNameEnum, { description: 'What it counts.' })
  name: string;

  @Field(() => Float, { description: 'How many; a share is 0 to 1.' })
  value: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'Votes or acceptances that look arranged. A suspicion until two people have agreed on it. For MODERATOR and above ' +
    'whom it is not about.',
})
export class FraudCase extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: CaseRow;

  @Field(() => FraudKindEnum, { description: 'What it looks like.' })
  kind: FraudKind;

  @Field(() => FraudStateEnum, { description: 'What became of it.' })
  state: FraudState;

  @Field(() => [FraudFigure], { description: 'The figures that speak for it, as of when it grew last.' })
  evidence: FraudFigure[];

  @Field(() => Int, { description: 'How many votes it holds.' })
  voteCount: number;

  @Field(() => Int, { description: 'How many acceptances it holds, with those of what solved it too.' })
  acceptanceCount: number;

  @Field(() => Date, { description: 'When it was found, UTC.' })
  foundAt: Date;

  @Field(() => Date, { description: 'When something was added to it last, UTC.' })
  grownAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why an invalidation is or was proposed; null without one.',
  })
  proposalReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was invalidated, UTC; null unless it was.' })
  invalidatedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null unless it is.' })
  dismissalReason: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is to be, or was, undone; null otherwise.' })
  undoReason: string | null;
}

export const FraudCaseConnection = connectionOf<FraudCase>('FraudCase', () => FraudCase);

export function toFraudCase(row: CaseRow): FraudCase {
  const { kind, state, foundAt, grownAt, proposalReason, dismissalReason, undoReason } = row;
  return {
    row,
    id: globalId('fraudCase', row.caseId),
    ...{ kind, state, foundAt, grownAt, proposalReason, dismissalReason, undoReason },
    evidence: Object.entries(row.evidence).map(([name, value]) => ({ name: figureName(name), value })),
    voteCount: row.votes,
    acceptanceCount: row.acceptances,
    invalidatedAt: row.confirmedAt,
  };
}

@ObjectType({ description: 'One vote of a case.' })
export class FraudVote {
  /** The row, for field resolvers; not part of the schema. */
  row: CaseVoteRow;

  @Field(() => ID, { description: 'For proposing that it be invalid.' })
  id: string;

  @Field(() => Boolean, { description: 'For the post; false: against it.' })
  isUp: boolean;

  @Field(() => Date, { description: 'When it was cast, UTC.' })
  castAt: Date;

  @Field(() => Boolean, { description: 'It is, or was, proposed to be invalid.' })
  isProposed: boolean;

  @Field(() => FraudItemStateEnum, { description: 'What became of it.' })
  state: ItemState;
}

export const FraudVoteConnection = connectionOf<FraudVote>('FraudVote', () => FraudVote);

export function toFraudVote(row: CaseVoteRow): FraudVote {
  const { castAt, isProposed, state } = row;
  return { row, id: globalId('vote', row.voteId), isUp: row.value === 1, castAt, isProposed, state };
}

@ObjectType({
  description: 'That an asker accepted an answer or said that it solved it too; both are acceptances here.',
})
export class FraudAcceptance {
  /** The row, for field resolvers; not part of the schema. */
  row: CaseAcceptanceRow;

  @Field(() => ID, { description: 'Of the answer, for proposing that its acceptance be invalid.' })
  answerId: string;

  @Field(() => FraudMarkEnum, { description: 'What the asker said, when it was found.' })
  mark: AskerMark;

  @Field(() => Date, { description: 'When the asker said so, UTC.' })
  acceptedAt: Date;

  @Field(() => Boolean, { description: 'It is, or was, proposed to be invalid.' })
  isProposed: boolean;

  @Field(() => FraudItemStateEnum, { description: 'What became of it.' })
  state: ItemState;
}

export const FraudAcceptanceConnection = connectionOf<FraudAcceptance>(
  'FraudAcceptance',
  () => FraudAcceptance,
);

export function toFraudAcceptance(row: CaseAcceptanceRow): FraudAcceptance {
  const { mark, acceptedAt, isProposed, state } = row;
  return { row, answerId: globalId('answer', row.answerId), mark, acceptedAt, isProposed, state };
}

@ObjectType({ description: 'How much one person of a case did for another: an edge of its graph.' })
export class FraudEdge {
  @Field(() => User, {
    nullable: true,
    description: 'Who voted or accepted; null once the account was erased.',
  })
  from: User | null;

  @Field(() => User, { nullable: true, description: 'Whose posts; null once the account was erased.' })
  to: User | null;

  @Field(() => Int, { description: 'Votes for what the other wrote.' })
  upvotes: number;

  @Field(() => Int, { description: 'Votes against it.' })
  downvotes: number;

  @Field(() => Int, {
    description: 'Answers of the other that were accepted, or said to have solved it too.',
  })
  acceptances: number;
}

@ObjectType({ description: 'What the viewer may do with a case as it is now.' })
export class FraudCasePermissions {
  @Field(() => Boolean, { description: 'Propose what is to be invalid.' })
  propose: boolean;

  @Field(() => Boolean, { description: 'Confirm what somebody else has proposed.' })
  confirm: boolean;

  @Field(() => Boolean, { description: 'Dismiss it, with a reason.' })
  dismiss: boolean;

  @Field(() => Boolean, { description: 'Give everything back, or propose that.' })
  undo: boolean;
}

@ArgsType()
export class FraudCasesArgs extends PageArgs {
  @Field(() => [FraudStateEnum], {
    nullable: true,
    description: 'Which; those that wait for somebody (OPEN and PROPOSED) if left out.',
  })
  states?: FraudState[] | null;
}

@InputType({ description: 'What of a case is to count no longer, and why.' })
export class ProposeInvalidationInput {
  @Field(() => ID, { description: 'One that is OPEN.' })
  caseId: string;

  @Field(() => [ID], { nullable: true, description: 'Votes of the case; all of them if left out.' })
  voteIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Answers whose acceptance, or “solved it too”, is meant; all of the case if left out.',
  })
  answerIds?: string[] | null;

  @Field(() => String, { description: 'Up to 300 characters, for the record.' })
  reason: string;
}

@InputType({ description: 'The case whose proposal somebody else confirms.' })
export class ConfirmInvalidationInput {
  @Field(() => ID, { description: 'One that is PROPOSED.' })
  caseId: string;
}

@InputType({ description: 'The case with which nothing is wrong, or can be shown.' })
export class DismissFraudCaseInput {
  @Field(() => ID, { description: 'One that is OPEN or PROPOSED.' })
  caseId: string;

  @Field(() => String, { description: 'Up to 300 characters, for the record.' })
  reason: string;
}

@InputType({ description: 'The case of which everything is to be given back.' })
export class UndoInvalidationInput {
  @Field(() => ID, { description: 'One that is INVALIDATED.' })
  caseId: string;

  @Field(() => String, { description: 'Up to 300 characters, for the record.' })
  reason: string;
}

@ObjectType({ description: 'The case that was decided on.' })
export class FraudCasePayload {
  @Field(() => FraudCase, { description: 'As it is now.' })
  fraudCase: FraudCase;
}

@ObjectType({ description: 'How many votes and acceptances were found invalid in one month.' })
export class InvalidatedMonth {
  @Field(() => String, { description: 'As `2026-11`, UTC.' })
  month: string;

  @Field(() => Int, { description: 'Votes that are still invalid.' })
  votes: number;

  @Field(() => Int, { description: 'Acceptances that are still invalid.' })
  acceptances: number;
}
