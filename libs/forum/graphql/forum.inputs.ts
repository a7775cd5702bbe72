import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { AppliesToInput } from '#libs/catalogue';
import { PageArgs } from '#libs/platform';
import { DraftKindEnum } from './content.types.js';
import { AnswerOrderEnum, VoteValueEnum } from './post.types.js';

export * from './payload.types.js';
export * from './question-filter.inputs.js';

const APPLIES_TO_EDIT = 'Null takes it away; left out, it stays as it is. It makes no revision.';
const SENT_AGAIN = 'A name of the client’s choice: the mutation sent again with the same one acts once.';

@ArgsType()
export class AnswersArgs extends PageArgs {
  @Field(() => AnswerOrderEnum, { nullable: true, defaultValue: 'BEST', description: 'What comes first.' })
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
  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name begins so, in any case of letters; for completion.',
  })
  startsWith?: string | null;
}

@InputType({
  description: 'A question as its asker typed it. BAD_USER_INPUT names every field that does not fit.',
})
export class AskQuestionInput {
  @Field(() => String, { description: 'One line of plain text, 15 to 150 characters.' })
  title: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters.' })
  body: string;

  @Field(() => [String], {
    description:
      '1 to 5 names, up to 35 characters each. Kept in lower case, with hyphens for spaces; those that do ' +
      'not exist yet are made.',
  })
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

@InputType({ description: 'What is to change; what is left out stays.' })
export class EditQuestionInput {
  @Field(() => ID, { description: 'The question, which is not deleted.' })
  questionId: string;

  @Field(() => String, { nullable: true, description: '15 to 150 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, 20 to 50,000 characters.' })
  body?: string | null;

  @Field(() => [String], { nullable: true, description: 'All that it is to carry, 1 to 5.' })
  tags?: string[] | null;

  @Field(() => AppliesToInput, { nullable: true, description: APPLIES_TO_EDIT })
  appliesTo?: AppliesToInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the revision.',
  })
  reason?: string | null;
}

@InputType({ description: 'An answer as it was typed.' })
export class PostAnswerInput {
  @Field(() => ID, { description: 'The question that it answers.' })
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

@InputType({ description: 'An answer and its new text.' })
export class EditAnswerInput {
  @Field(() => ID, { description: 'The answer, which is not deleted.' })
  answerId: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters; replaces what is there.' })
  body: string;

  @Field(() => AppliesToInput, { nullable: true, description: APPLIES_TO_EDIT })
  appliesTo?: AppliesToInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the revision.',
  })
  reason?: string | null;
}

@InputType({ description: 'A remark on a post.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'A question or an answer.' })
  postId: string;

  @Field(() => String, { description: 'Markdown, 2 to 2,000 characters.' })
  body: string;

  @Field(() => String, { nullable: true, description: SENT_AGAIN })
  clientMutationId?: string | null;
}

@InputType({ description: 'A comment and its new text.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'The comment, which is not deleted.' })
  commentId: string;

  @Field(() => String, { description: 'Markdown, 2 to 2,000 characters; replaces what is there.' })
  body: string;
}

@InputType({ description: 'Names a comment.' })
export class DeleteCommentInput {
  @Field(() => ID, { description: 'The comment that is hidden, or shown again.' })
  commentId: string;
}

@InputType({ description: 'Names what is to be hidden, and why.' })
export class DeletePostInput {
  @Field(() => ID, { description: 'A question or an answer.' })
  postId: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 300 characters; kept on record.' })
  reason?: string | null;
}

@InputType({ description: 'Names what is to be shown again.' })
export class RestorePostInput {
  @Field(() => ID, { description: 'A question or an answer that is deleted.' })
  postId: string;
}

@InputType({ description: 'A vote on a post; it replaces the one that the viewer has there.' })
export class CastVoteInput {
  @Field(() => ID, { description: 'A question or an answer by somebody else.' })
  postId: string;

  @Field(() => VoteValueEnum, { description: 'NONE withdraws the vote.' })
  value: keyof typeof VoteValueEnum;
}

@InputType({ description: 'Names the answer that solved it, or does so no more.' })
export class AcceptAnswerInput {
  @Field(() => ID, { description: 'An answer to a question that the viewer asked.' })
  answerId: string;
}

@InputType({ description: 'Which answer of a question is the official one.' })
export class SetOfficialAnswerInput {
  @Field(() => ID, { description: 'The question that the mark belongs to.' })
  questionId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of its answers, else CONFLICT; null or left out takes the mark away.',
  })
  answerId?: string | null;
}

@InputType({ description: 'A text to look at before it is sent.' })
export class PreviewMarkdownInput {
  @Field(() => String, { description: 'Markdown; what lies beyond 50,000 characters is cut off.' })
  body: string;
}

@InputType({ description: 'What was typed so far; it replaces what was kept for this place.' })
export class SaveDraftInput {
  @Field(() => DraftKindEnum, { description: 'What it is to become.' })
  kind: keyof typeof DraftKindEnum;

  @Field(() => ID, {
    nullable: true,
    description:
      'The question that a draft of an answer answers; none for the draft of a question. Else ' +
      'BAD_USER_INPUT.',
  })
  questionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a question, up to 1,000 characters.' })
  title?: string | null;

  @Field(() => String, { description: 'Markdown, up to 100,000 characters; may be empty.' })
  body: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Of a question; of more than 20 the first are kept.',
  })
  tags?: string[] | null;
}

@InputType({ description: 'Names the place whose draft goes.' })
export class DiscardDraftInput {
  @Field(() => DraftKindEnum, { description: 'What it was to become.' })
  kind: keyof typeof DraftKindEnum;

  @Field(() => ID, {
    nullable: true,
    description: 'The question that a draft of an answer answers; none for the draft of a question.',
  })
  questionId?: string | null;
}
