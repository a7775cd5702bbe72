import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { slugify } from '#libs/markdown';
import { Node, connectionOf, typeNameOf } from '#libs/platform';
import type { PostRow } from '../persistence/post.queries.js';

export const VoteValueEnum = { UP: 'UP', DOWN: 'DOWN', NONE: 'NONE' } as const;
registerEnumType(VoteValueEnum, {
  name: 'VoteValue',
  valuesMap: {
    UP: { description: 'It helps: one more in the score, and reputation for its author.' },
    DOWN: {
      description:
        'It does not help: one less in the score. On an answer it costs the voter a point of reputation.',
    },
    NONE: { description: 'No vote; cast, it takes back the one that was there.' },
  },
  description: 'How somebody voted on a post.',
});
export const AnswerOrderEnum = { BEST: 'BEST', NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const;
registerEnumType(AnswerOrderEnum, {
  name: 'AnswerOrder',
  valuesMap: {
    BEST: {
      description:
        'Official, accepted, solved it too, then score, then age: the oldest of equals first. Answers that a newer one replaces come after all others.',
    },
    NEWEST: { description: 'By when they were written, the latest first.' },
    OLDEST: { description: 'By when they were written, the earliest first.' },
  },
  description: 'How the answers of a question are listed.',
});
export const QuestionOrderEnum = {
  ACTIVITY: 'ACTIVITY',
  NEWEST: 'NEWEST',
  VOTES: 'VOTES',
  UNANSWERED_FIRST: 'UNANSWERED_FIRST',
} as const;
registerEnumType(QuestionOrderEnum, {
  name: 'QuestionOrder',
  valuesMap: {
    ACTIVITY: { description: 'By when something last happened to them: see `lastActivityAt`.' },
    NEWEST: { description: 'By when they were asked, the latest first.' },
    VOTES: { description: 'By score, the highest first; the latest of equals first.' },
    UNANSWERED_FIRST: {
      description: 'Those that are not `answered` first; in both halves the newest first.',
    },
  },
  description: 'How questions are listed.',
});

@InterfaceType({ description: 'A question or an answer.', implements: () => [Node], resolveType: typeNameOf })
export abstract class Post extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: PostRow;

  @Field(() => Int, { description: 'Votes up less votes down; below 0 where there are more of those.' })
  score: number;

  @Field(() => Date, { description: 'When it was written, UTC.' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its text was last changed, UTC; null if it never was.',
  })
  editedAt: Date | null;

  @Field(() => String, {
    description: 'Site-relative address; of an answer, within the page of its question.',
  })
  path: string;

  @Field(() => Boolean, {
    description:
      'Hidden, and can be restored. Deleted posts are shown to their authors and to those who moderate.',
  })
  isDeleted: boolean;

  @Field(() => Int, { description: 'Comments that are not deleted.' })
  commentCount: number;

  @Field(() => Int, { description: 'Versions of its text, the first one included.' })
  revisionCount: number;

  @Field(() => String, { description: 'The first 200 characters or so as plain text.' })
  excerpt: string;
}

@ObjectType({
  implements: () => [Node, Post],
  description: 'Asked by somebody with a problem, answered by their peers.',
})
export class Question extends Post {
  @Field(() => String, { description: 'One line of plain text.' })
  title: string;

  @Field(() => String, { description: 'Language of the text, as a BCP 47 tag.' })
  locale: string;

  @Field(() => Int, { description: 'Answers that are not deleted.' })
  answerCount: number;

  @Field(() => Date, { description: 'When it was last asked, answered, edited or marked.' })
  lastActivityAt: Date;

  @Field(() => Boolean, { description: 'Whether an answer was accepted.' })
  hasAcceptedAnswer: boolean;

  @Field(() => Boolean, { description: 'Whether an answer was made official.' })
  hasOfficialAnswer: boolean;
}

@ObjectType({
  implements: () => [Node, Post],
  description: 'A reply that solves the question, as opposed to a comment on it.',
})
export class Answer extends Post {
  @Field(() => Boolean, { description: 'The asker says: this solved it.' })
  isAccepted: boolean;

  @Field(() => Boolean, { description: 'A moderator or staff says: this is right.' })
  isOfficial: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When the asker accepted it, UTC; null unless `isAccepted`.',
  })
  acceptedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was made official, UTC; null unless `isOfficial`.',
  })
  officialAt: Date | null;
}

export const QuestionConnection = connectionOf<Question>('Question', () => Question);
export const AnswerConnection = connectionOf<Answer>('Answer', () => Answer);

export function toQuestion(row: PostRow): Question {
  return {
    ...commonFields(row, 'question'),
    title: row.questionTitle,
    path: questionPath(row),
    locale: row.locale,
    answerCount: row.answerCount,
    lastActivityAt: row.lastActivityAt,
    hasAcceptedAnswer: row.hasAccepted,
    hasOfficialAnswer: row.officialAnswerId !== null,
  };
}

export function toAnswer(row: PostRow): Answer {
  return {
    ...commonFields(row, 'answer'),
    path: `${questionPath(row)}#answer-${row.id}`,
    isAccepted: row.acceptedAt !== null,
    isOfficial: row.officialAt !== null,
    acceptedAt: row.acceptedAt,
    officialAt: row.officialAt,
  };
}

export function toPost(row: PostRow): Question | Answer {
  return row.kind === 'question' ? toQuestion(row) : toAnswer(row);
}

/** Stable: the number leads, and the words after it may change with the title. */
export function questionPath(row: { questionId: number; questionTitle: string }): string {
  return `/questions/${row.questionId}/${slugify(row.questionTitle)}`;
}

function commonFields(row: PostRow, kind: 'question' | 'answer') {
  return {
    row,
    id: globalId(kind, row.id),
    score: row.score,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    isDeleted: row.isDeleted,
    commentCount: row.commentCount,
    revisionCount: row.revision,
    excerpt: row.excerpt,
  };
}
