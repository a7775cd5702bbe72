import { Field, ID, InputType, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { User, accountFromJson, toUser } from '#libs/accounts';
import type { PostRow } from '../persistence/post.queries.js';

/** Who says something of an answer, since when, and of which text. */
@InterfaceType({
  description: 'Something that is said of an answer: by whom, since when, and of which revision of its text.',
  resolveType: (mark: AnswerState) => mark.typeName,
})
export abstract class AnswerState {
  /** Not part of the schema. */
  typeName: 'AnswerMark' | 'Acceptance' | 'Supersession';

  @Field(() => User, {
    nullable: true,
    description: 'Who says so; null once the account was erased.',
  })
  by: User | null;

  @Field(() => Date, { description: 'Since when it stands, UTC.' })
  at: Date;

  @Field(() => Int, {
    description: 'The revision of the answer that it was said of; see `Answer.revisions`.',
  })
  revision: number;

  @Field(() => Boolean, { description: 'False once the answer was edited after that.' })
  isCurrentRevision: boolean;
}

@ObjectType({
  implements: () => [AnswerState],
  description: 'That an answer is official, or that it solved the question too.',
})
export class AnswerMark extends AnswerState {}

@ObjectType({ implements: () => [AnswerState], description: 'That an answer was accepted.' })
export class Acceptance extends AnswerState {
  @Field(() => Boolean, {
    description:
      'True where a moderator accepted it in the name of an asker who kept silent; the asker may move it any time.',
  })
  onBehalf: boolean;
}

@ObjectType({
  implements: () => [AnswerState],
  description: 'That a newer answer to the same question replaces an answer.',
})
export class Supersession extends AnswerState {
  /** The row, for field resolvers; not part of the schema. */
  row: PostRow;

  @Field(() => String, {
    nullable: true,
    description: 'Why, as whoever marked it says; plain text of up to 300 characters.',
  })
  reason: string | null;
}

/** Where an import or an older version did not note the revision, it is the first one. */
const FIRST_REVISION = 1;

export function acceptanceOf(row: PostRow): Acceptance | null {
  if (!row.acceptedAt) return null;
  const said = { at: row.acceptedAt, by: row.acceptedBy, revision: row.acceptedRevision };
  return { ...stateOf('Acceptance', row, said), onBehalf: row.acceptedOnBehalf };
}

export function officialMarkOf(row: PostRow): AnswerMark | null {
  if (!row.officialAt) return null;
  return stateOf('AnswerMark', row, {
    at: row.officialAt,
    by: row.officialBy,
    revision: row.officialRevision,
  });
}

export function alsoSolvedOf(row: PostRow): AnswerMark | null {
  if (!row.alsoSolvedAt) return null;
  const said = { at: row.alsoSolvedAt, by: row.alsoSolvedBy, revision: row.alsoSolvedRevision };
  return stateOf('AnswerMark', row, said);
}

export function supersessionOf(row: PostRow): Supersession | null {
  if (!row.supersededAt) return null;
  const said = { at: row.supersededAt, by: row.supersededMarkedBy, revision: row.supersededRevision };
  return { ...stateOf('Supersession', row, said), row, reason: row.supersededReason };
}

function stateOf<Name extends AnswerState['typeName']>(
  typeName: Name,
  row: PostRow,
  said: { at: Date; by: number | null; revision: number | null },
) {
  const account = said.by === null ? undefined : row.markers?.[said.by];
  const revision = said.revision ?? FIRST_REVISION;
  return {
    typeName,
    by: account ? toUser(accountFromJson(account)) : null,
    at: said.at,
    revision,
    isCurrentRevision: revision === row.revision,
  };
}

@InputType({ description: 'Of markAlsoSolved and unmarkAlsoSolved.' })
export class MarkAlsoSolvedInput {
  @Field(() => ID, { description: 'An answer to a question of one’s own.' })
  answerId: string;
}

@InputType({ description: 'Of acceptOnBehalf and unacceptOnBehalf.' })
export class AcceptOnBehalfInput {
  @Field(() => ID, { description: 'The answer; never one’s own.' })
  answerId: string;

  @Field(() => String, { description: 'Why, in 1 to 300 characters; kept on record.' })
  reason: string;
}

@InputType({ description: 'Of supersedeAnswer.' })
export class SupersedeAnswerInput {
  @Field(() => ID, { description: 'The answer that is out of date.' })
  answerId: string;

  @Field(() => ID, { description: 'The answer that replaces it: to the same question, and written later.' })
  byAnswerId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown to everybody beside the answer.',
  })
  reason?: string | null;
}

@InputType({ description: 'Of withdrawSupersession.' })
export class WithdrawSupersessionInput {
  @Field(() => ID, { description: 'The answer that was marked as replaced.' })
  answerId: string;
}
