import { Field, ObjectType } from '@nestjs/graphql';
import { Comment, Draft } from './content.types.js';
import { Answer, Post, Question } from './post.types.js';

@ObjectType({ description: 'The question that was written or marked.' })
export class QuestionPayload {
  @Field(() => Question, { description: 'As it is now.' })
  question: Question;
}

@ObjectType({ description: 'The answer that was written or rated.' })
export class AnswerPayload {
  @Field(() => Answer, { description: 'As it is now.' })
  answer: Answer;
}

@ObjectType({ description: 'The comment that was written, hidden or shown again.' })
export class CommentPayload {
  @Field(() => Comment, { description: 'As it is now; one that was deleted too, with `isDeleted`.' })
  comment: Comment;
}

@ObjectType({ description: 'The post that was voted on, hidden or shown again.' })
export class PostPayload {
  @Field(() => Post, { description: 'As it is now.' })
  post: Post;
}

@ObjectType({ description: 'How a text will look.' })
export class PreviewPayload {
  @Field(() => String, { description: 'Sanitised HTML, as `bodyHtml` would be.' })
  html: string;
}

@ObjectType({ description: 'The draft that was kept.' })
export class DraftPayload {
  @Field(() => Draft, { description: 'As it was kept.' })
  draft: Draft;
}
