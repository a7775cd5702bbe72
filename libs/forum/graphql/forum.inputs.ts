import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { AppliesToInput } from '#libs/catalogue';
import { PageArgs } from '#libs/platform';
import { Comment, Draft, DraftKindEnum } from './content.types.js';
import { Answer, AnswerOrderEnum, Post, Question, QuestionOrderEnum, VoteValueEnum } from './post.types.js';

const APPLIES_TO_EDIT = 'Null takes it away; left out, it stays as it is. It makes no revision.';
const SENT_AGAIN = 'A name of the client’s choice: the mutation sent again with the same one acts once.';

@InputType('QuestionFilter')
export class QuestionFilterInput {
  @Field(() => [String], { nullable: true, description: 'All of them; up to 5.' })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true })
  authorId?: string | null;

  @Field(() => String, { nullable: true })
  locale?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Has an answer with a positive score, an accepted or an official one.',
  })
  answered?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  accepted?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Asked about this product.' })
  productId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Asked about this version of a product, or about all of them.',
  })
  versionId?: string | null;
}

@ArgsType()
export class QuestionsArgs extends PageArgs {
  @Field(() => QuestionFilterInput, { nullable: true })
  filter?: QuestionFilterInput | null;

  @Field(() => QuestionOrderEnum, { nullable: true, defaultValue: 'ACTIVITY' })
  orderBy?: keyof typeof QuestionOrderEnum | null;
}

@ArgsType()
export class AnswersArgs extends PageArgs {
  @Field(() => AnswerOrderEnum, { nullable: true, defaultValue: 'BEST' })
  orderBy?: keyof typeof AnswerOrderEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'List deleted answers too, as far as the viewer may see them: their authors and those who moderate.',
  })
  withDeleted?: boolean | null;
}

@ArgsType()
export class TagsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  startsWith?: string | null;
}

@InputType()
export class AskQuestionInput {
  @Field(() => String, { description: '15 to 150 characters.' })
  title: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters.' })
  body: string;

  @Field(() => [String], { description: '1 to 5.' })
  tags: string[];

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of the language; the site’s own if left out.',
  })
  locale?: string | null;

  @Field(() => AppliesToInput, {
    nullable: true,
    description: 'The product, and the version of it, that the asker uses: the same first and last one.',
  })
  appliesTo?: AppliesToInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The FAQ article that the asker has read and that did not help; left aside if there is none.',
  })
  articleId?: string | null;

  @Field(() => String, { nullable: true, description: SENT_AGAIN })
  clientMutationId?: string | null;
}

@InputType()
export class EditQuestionInput {
  @Field(() => ID)
  questionId: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  body?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => AppliesToInput, { nullable: true, description: APPLIES_TO_EDIT })
  appliesTo?: AppliesToInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the revision.',
  })
  reason?: string | null;
}

@InputType()
export class PostAnswerInput {
  @Field(() => ID)
  questionId: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters.' })
  body: string;

  @Field(() => AppliesToInput, {
    nullable: true,
    description: 'Where the answer holds, if it is known better than by the question.',
  })
  appliesTo?: AppliesToInput | null;

  @Field(() => String, { nullable: true, description: SENT_AGAIN })
  clientMutationId?: string | null;
}

@InputType()
export class EditAnswerInput {
  @Field(() => ID)
  answerId: string;

  @Field(() => String)
  body: string;

  @Field(() => AppliesToInput, { nullable: true, description: APPLIES_TO_EDIT })
  appliesTo?: AppliesToInput | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class AddCommentInput {
  @Field(() => ID)
  postId: string;

  @Field(() => String, { description: 'Markdown, 2 to 2,000 characters.' })
  body: string;

  @Field(() => String, { nullable: true, description: SENT_AGAIN })
  clientMutationId?: string | null;
}

@InputType()
export class EditCommentInput {
  @Field(() => ID)
  commentId: string;

  @Field(() => String)
  body: string;
}

@InputType()
export class DeleteCommentInput {
  @Field(() => ID)
  commentId: string;
}

@InputType()
export class DeletePostInput {
  @Field(() => ID)
  postId: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 300 characters; kept on record.' })
  reason?: string | null;
}

@InputType()
export class RestorePostInput {
  @Field(() => ID)
  postId: string;
}

@InputType()
export class CastVoteInput {
  @Field(() => ID)
  postId: string;

  @Field(() => VoteValueEnum, { description: 'NONE withdraws the vote.' })
  value: keyof typeof VoteValueEnum;
}

@InputType()
export class AcceptAnswerInput {
  @Field(() => ID)
  answerId: string;
}

@InputType()
export class SetOfficialAnswerInput {
  @Field(() => ID)
  questionId: string;

  @Field(() => ID, { nullable: true, description: 'Null takes the mark away.' })
  answerId?: string | null;
}

@InputType()
export class PreviewMarkdownInput {
  @Field(() => String)
  body: string;
}

@InputType()
export class SaveDraftInput {
  @Field(() => DraftKindEnum)
  kind: keyof typeof DraftKindEnum;

  @Field(() => ID, { nullable: true, description: 'For the draft of an answer.' })
  questionId?: string | null;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String)
  body: string;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => DraftKindEnum)
  kind: keyof typeof DraftKindEnum;

  @Field(() => ID, { nullable: true })
  questionId?: string | null;
}

@ObjectType()
export class QuestionPayload {
  @Field(() => Question)
  question: Question;
}

@ObjectType()
export class AnswerPayload {
  @Field(() => Answer)
  answer: Answer;
}

@ObjectType()
export class CommentPayload {
  @Field(() => Comment)
  comment: Comment;
}

@ObjectType()
export class PostPayload {
  @Field(() => Post)
  post: Post;
}

@ObjectType()
export class PreviewPayload {
  @Field(() => String)
  html: string;
}

@ObjectType()
export class DraftPayload {
  @Field(() => Draft)
  draft: Draft;
}
