import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { OkPayload } from '#libs/accounts';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Answers } from '../application/answers.js';
import { Composing } from '../application/composing.js';
import { Drafts } from '../application/drafts.js';
import { forumPolicies } from '../application/policies.js';
import { Questions } from '../application/questions.js';
import { BODY } from '../domain/post-rules.js';
import * as types from './forum.inputs.js';
import { ForumPayloads } from './forum.payloads.js';

/** Writing questions and answers. */
@Resolver()
export class PostingResolver {
  constructor(
    private readonly questions: Questions,
    private readonly answers: Answers,
    private readonly drafts: Drafts,
    private readonly composing: Composing,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => types.QuestionPayload)
  @Access(forumPolicies.ask)
  async askQuestion(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AskQuestionInput }) input: types.AskQuestionInput,
  ): Promise<types.QuestionPayload> {
    return this.payloads.question(context, await this.questions.ask(context.viewer, input));
  }

  @Mutation(() => types.QuestionPayload, {
    description: 'Changes what is given; a new revision keeps what was.',
  })
  @Access(forumPolicies.edit)
  async editQuestion(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditQuestionInput }) input: types.EditQuestionInput,
  ): Promise<types.QuestionPayload> {
    const id = requireId(input.questionId, 'question');
    await this.questions.edit(context.viewer, id, input);
    return this.payloads.question(context, id);
  }

  @Mutation(() => types.AnswerPayload)
  @Access(forumPolicies.answer)
  async postAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PostAnswerInput }) input: types.PostAnswerInput,
  ): Promise<types.AnswerPayload> {
    const questionId = requireId(input.questionId, 'question');
    return this.payloads.answer(context, await this.answers.post(context.viewer, questionId, input));
  }

  @Mutation(() => types.AnswerPayload)
  @Access(forumPolicies.edit)
  async editAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditAnswerInput }) input: types.EditAnswerInput,
  ): Promise<types.AnswerPayload> {
    const id = requireId(input.answerId, 'answer');
    await this.answers.edit(context.viewer, id, input);
    return this.payloads.answer(context, id);
  }

  @Mutation(() => types.PreviewPayload, { description: 'How a text will look; nothing is kept.' })
  @Access(forumPolicies.preview)
  async previewMarkdown(
    @Args('input', { type: () => types.PreviewMarkdownInput }) input: types.PreviewMarkdownInput,
  ): Promise<types.PreviewPayload> {
    const { bodyHtml } = await this.composing.compose(input.body.slice(0, BODY.max));
    return { html: bodyHtml };
  }

  @Mutation(() => types.DraftPayload, { description: 'Keeps what was typed; one draft for each place.' })
  @Access(forumPolicies.draft)
  async saveDraft(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SaveDraftInput }) input: types.SaveDraftInput,
  ): Promise<types.DraftPayload> {
    const { kind, questionId } = placeOf(input);
    await this.drafts.save(context.viewer, kind, questionId, input);
    return this.payloads.draft(context, kind, questionId);
  }

  @Mutation(() => OkPayload)
  @Access(forumPolicies.draft)
  async discardDraft(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DiscardDraftInput }) input: types.DiscardDraftInput,
  ): Promise<OkPayload> {
    const { kind, questionId } = placeOf(input);
    await this.drafts.discard(context.viewer, kind, questionId);
    return { ok: true };
  }
}

function placeOf(input: types.DiscardDraftInput) {
  return {
    kind: input.kind === 'QUESTION' ? ('question' as const) : ('answer' as const),
    questionId: input.questionId == null ? null : requireId(input.questionId, 'question'),
  };
}
