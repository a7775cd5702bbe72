import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import type { FlagReason, FlagVerdict } from '../domain/flags.js';
import type { FlagRow, FlaggedRow } from '../persistence/flag.queries.js';

export const FlagReasonEnum = {
  SPAM: 'SPAM',
  RUDE: 'RUDE',
  NOT_AN_ANSWER: 'NOT_AN_ANSWER',
  PLAGIARISM: 'PLAGIARISM',
  OTHER: 'OTHER',
} as const;
registerEnumType(FlagReasonEnum, {
  name: 'FlagReason',
  description: 'Why a post is reported.',
  valuesMap: {
    SPAM: { description: 'It advertises something, or its links lead where nobody wants to go.' },
    RUDE: { description: 'It insults or threatens people.' },
    NOT_AN_ANSWER: { description: 'It has nothing to do with what was asked, or with this place.' },
    PLAGIARISM: { description: 'Somebody else wrote it; the remark says where.' },
    OTHER: { description: 'Something that those who moderate must see; the remark says what.' },
  },
});

export const FlagVerdictEnum = { HELPFUL: 'HELPFUL', DECLINED: 'DECLINED' } as const;
registerEnumType(FlagVerdictEnum, {
  name: 'FlagVerdict',
  description: 'What those who moderate say of reports. It does nothing to the post.',
  valuesMap: {
    HELPFUL: { description: 'It was right to report it. Counts well for the ability FLAGS.' },
    DECLINED: { description: 'Nothing is wrong with the post. Counts badly for the ability FLAGS.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'A report on a post. For whoever made it, and SUPERUSER and above.',
})
export class Flag extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: FlagRow;

  @Field(() => FlagReasonEnum, { description: 'Why it was made.' })
  reason: FlagReason;

  @Field(() => String, { description: 'In the words of whoever made it, on one line; may be empty.' })
  remark: string;

  @Field(() => Date, { description: 'When it was made, UTC.' })
  createdAt: Date;

  @Field(() => FlagVerdictEnum, { nullable: true, description: 'What became of it; null while it waits.' })
  verdict: FlagVerdict | null;

  @Field(() => String, {
    nullable: true,
    description: 'What those who moderate say with their decision; null while it waits, and may be empty.',
  })
  note: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided on, UTC; null while it waits.' })
  decidedAt: Date | null;
}

export const FlagConnection = connectionOf<Flag>('Flag', () => Flag);

export function toFlag(row: FlagRow): Flag {
  const { reason, remark, createdAt, verdict, note, decidedAt } = row;
  return {
    row,
    id: globalId('flag', row.flagId),
    ...{ reason, remark, createdAt, verdict, note, decidedAt },
  };
}

@ObjectType({ description: 'A post with reports that wait for a decision, which is one for all of them.' })
export class FlaggedPost {
  /** The row, for field resolvers; not part of the schema. */
  row: FlaggedRow;

  @Field(() => Boolean, {
    description: 'Somebody who reports well (PRIORITY_FLAGS), or who moderates, is among those who made one.',
  })
  isPriority: boolean;

  @Field(() => Date, { description: 'When the first of the reports was made, UTC.' })
  since: Date;
}

export const FlaggedPostConnection = connectionOf<FlaggedPost>('FlaggedPost', () => FlaggedPost);

export function toFlaggedPost(row: FlaggedRow): FlaggedPost {
  return { row, isPriority: row.isPriority, since: row.since };
}

@InputType({ description: 'What is wrong with a post of somebody else.' })
export class FlagPostInput {
  @Field(() => ID, { description: 'A question or an answer.' })
  postId: string;

  @Field(() => FlagReasonEnum, { description: 'Which of these it is.' })
  reason: FlagReason;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 300 characters; must be given with PLAGIARISM and OTHER.',
  })
  remark?: string | null;
}

@InputType({ description: 'What those who moderate say of all reports on a post that wait.' })
export class ResolveFlagsInput {
  @Field(() => ID, { description: 'The question or answer that was reported.' })
  postId: string;

  @Field(() => FlagVerdictEnum, { description: 'Whether it was right to report it.' })
  verdict: FlagVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 300 characters, for everybody who reported it.',
  })
  note?: string | null;
}

@ObjectType({ description: 'The report that was made.' })
export class FlagPayload {
  @Field(() => Flag, { description: 'As it is now.' })
  flag: Flag;
}

@ObjectType({ description: 'What was decided on.' })
export class ResolveFlagsPayload {
  @Field(() => ID, { description: 'The question or answer, none of whose reports waits any more.' })
  postId: string;
}
