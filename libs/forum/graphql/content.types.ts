import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import type { CommentRow } from '../persistence/comment.queries.js';
import type { PostRow } from '../persistence/post.queries.js';
import type { TagRow } from '../persistence/tag.queries.js';
import { Question } from './post.types.js';

@ObjectType({ implements: () => [Node] })
export class Tag extends Node {
  @Field(() => String)
  name: string;

  @Field(() => Int, { description: 'Questions that carry it and are not deleted.' })
  questionCount: number;

  @Field(() => String)
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

@ObjectType({ implements: () => [Node] })
export class Comment extends Node {
  row: CommentRow;

  @Field(() => String, { description: 'Markdown.' })
  body: string;

  @Field(() => String, { description: 'Sanitised HTML.' })
  bodyHtml: string;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date, { nullable: true })
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

  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  delete: boolean;

  @Field(() => Boolean)
  restore: boolean;

  @Field(() => Boolean)
  comment: boolean;

  @Field(() => Boolean, { description: 'Questions only.' })
  answer: boolean;

  @Field(() => Boolean)
  voteUp: boolean;

  @Field(() => Boolean)
  voteDown: boolean;

  @Field(() => Boolean, { description: 'Answers only: accept it, or take the acceptance back.' })
  accept: boolean;

  @Field(() => Boolean)
  setOfficial: boolean;
}

@ObjectType()
export class CommentPermissions {
  @Field(() => Boolean)
  edit: boolean;

  @Field(() => Boolean)
  delete: boolean;

  @Field(() => Boolean)
  restore: boolean;
}

export const QuestionLinkKindEnum = {
  DUPLICATE_OF: 'DUPLICATE_OF',
  HAS_DUPLICATE: 'HAS_DUPLICATE',
  RELATED: 'RELATED',
} as const;
registerEnumType(QuestionLinkKindEnum, { name: 'QuestionLinkKind' });

@ObjectType({ description: 'A question that this one is linked with, seen from this one.' })
export class QuestionLink {
  @Field(() => QuestionLinkKindEnum)
  kind: keyof typeof QuestionLinkKindEnum;

  @Field(() => Question)
  question: Question;
}

export const DraftKindEnum = { QUESTION: 'QUESTION', ANSWER: 'ANSWER' } as const;
registerEnumType(DraftKindEnum, { name: 'DraftKind' });

@ObjectType({ description: 'What the viewer has typed and not yet sent.' })
export class Draft {
  @Field(() => DraftKindEnum)
  kind: keyof typeof DraftKindEnum;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field(() => String)
  body: string;

  @Field(() => [String])
  tags: string[];

  @Field(() => Date)
  updatedAt: Date;
}
