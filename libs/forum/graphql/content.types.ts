import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import type { CommentRow } from '../persistence/comment.queries.js';
import type { PostRow } from '../persistence/post.queries.js';
import type { TagRow } from '../persistence/tag.queries.js';
import { Question } from './post.types.js';

@ObjectType({ implements: () => [Node], description: 'A word that questions and articles are filed under.' })
export class Tag extends Node {
  @Field(() => String, { description: 'Up to 35 lower-case letters, digits and - . + # without spaces.' })
  name: string;

  @Field(() => Int, { description: 'Questions that carry it and are not deleted.' })
  questionCount: number;

  @Field(() => String, { description: 'Site-relative address of the questions that carry it.' })
  path: string;
}

export const TagConnection = connectionOf<Tag>('Tag', () => Tag);

export function toTag(row: TagRow): Tag {
  return {
    id: globalId('tag', row.id),
    name: row.name,
    questionCount: row.questionCount,
    path: `/tags/${encodeURIComponent(row.name)}`,
  };
}

@ObjectType({
  implements: () => [Node],
  description: 'A remark on a question or an answer: to ask back, not to answer.',
})
export class Comment extends Node {
  row: CommentRow;

  @Field(() => String, { description: 'Markdown.' })
  body: string;

  @Field(() => String, { description: 'Sanitised HTML.' })
  bodyHtml: string;

  @Field(() => Date, { description: 'When it was written, UTC.' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its text was last changed, UTC; null if it never was. Earlier texts are not kept.',
  })
  editedAt: Date | null;

  @Field(() => Boolean, { description: 'Deleted comments are shown to those who moderate.' })
  isDeleted: boolean;
}

export const CommentConnection = connectionOf<Comment>('Comment', () => Comment);

export function toComment(row: CommentRow): Comment {
  return {
    row,
    id: globalId('comment', row.id),
    body: row.body,
    bodyHtml: row.bodyHtml,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    isDeleted: row.isDeleted,
  };
}

@ObjectType({ description: 'What the viewer may do with a post: the same policies decide when it is tried.' })
export class PostPermissions {
  /** The post, for the permissions that libs above add; not part of the schema. */
  row: PostRow;

  @Field(() => Boolean, {
    description: 'Change its text; its author, people with 1,000 reputation, and SUPERUSER and above.',
  })
  edit: boolean;

  @Field(() => Boolean, {
    description: 'Hide it; its author, but no question that has answers, and SUPERUSER and above.',
  })
  delete: boolean;

  @Field(() => Boolean, { description: 'Show it again; SUPERUSER and above, and its author who deleted it.' })
  restore: boolean;

  @Field(() => Boolean, { description: 'Write a remark on it.' })
  comment: boolean;

  @Field(() => Boolean, { description: 'Questions only: write an answer to it.' })
  answer: boolean;

  @Field(() => Boolean, { description: 'Anybody who is logged in but its author.' })
  voteUp: boolean;

  @Field(() => Boolean, { description: 'Not its author; takes 125 reputation, or SUPERUSER and above.' })
  voteDown: boolean;

  @Field(() => Boolean, { description: 'Answers only: accept it, or take the acceptance back; the asker.' })
  accept: boolean;

  @Field(() => Boolean, {
    description: 'Mark an answer as official, or take that back; MODERATOR and above.',
  })
  setOfficial: boolean;

  @Field(() => Boolean, {
    description: 'Answers only: say that it solved the problem too, or take that back; the asker.',
  })
  markAlsoSolved: boolean;

  @Field(() => Boolean, {
    description:
      'Answers only: say that a newer answer replaces it, or take that back; its author, and SUPERUSER and above.',
  })
  supersede: boolean;
}

@ObjectType({
  description: 'What the viewer may do with a comment: the same policies decide when it is tried.',
})
export class CommentPermissions {
  @Field(() => Boolean, { description: 'Change its text; its author only.' })
  edit: boolean;

  @Field(() => Boolean, { description: 'Hide it; its author, and SUPERUSER and above.' })
  delete: boolean;

  @Field(() => Boolean, { description: 'Show it again; SUPERUSER and above.' })
  restore: boolean;
}

export const QuestionLinkKindEnum = {
  DUPLICATE_OF: 'DUPLICATE_OF',
  HAS_DUPLICATE: 'HAS_DUPLICATE',
  RELATED: 'RELATED',
} as const;
registerEnumType(QuestionLinkKindEnum, {
  name: 'QuestionLinkKind',
  valuesMap: {
    DUPLICATE_OF: { description: 'This one asks again what the other one asked first.' },
    HAS_DUPLICATE: { description: 'The other one asks again what this one asked first.' },
    RELATED: { description: 'Worth reading together.' },
  },
  description: 'What one question is to another.',
});

@ObjectType({ description: 'A question that this one is linked with, seen from this one.' })
export class QuestionLink {
  @Field(() => QuestionLinkKindEnum, { description: 'What this question is to the other one.' })
  kind: keyof typeof QuestionLinkKindEnum;

  @Field(() => Question, { description: 'The other one, which is not deleted.' })
  question: Question;
}

export const DraftKindEnum = { QUESTION: 'QUESTION', ANSWER: 'ANSWER' } as const;
registerEnumType(DraftKindEnum, {
  name: 'DraftKind',
  valuesMap: {
    QUESTION: { description: 'A new question; each person has one at most.' },
    ANSWER: { description: 'An answer to a question; each person has one for each question at most.' },
  },
  description: 'What a draft is to become.',
});

@ObjectType({ description: 'What the viewer has typed and not yet sent.' })
export class Draft {
  @Field(() => DraftKindEnum, { description: 'What it is to become.' })
  kind: keyof typeof DraftKindEnum;

  @Field(() => String, {
    nullable: true,
    description: 'Of a question, as it was typed; null if nothing was.',
  })
  title: string | null;

  @Field(() => String, { description: 'Markdown, as far as it was typed.' })
  body: string;

  @Field(() => [String], { description: 'Of a question, 20 at most; empty for an answer.' })
  tags: string[];

  @Field(() => Date, { description: 'When it was last kept, UTC. 180 days later it is forgotten.' })
  updatedAt: Date;
}
