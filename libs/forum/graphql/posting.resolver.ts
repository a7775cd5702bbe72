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

  @Mutation(() => types.QuestionPayload, {
    description:
      'Asks a question; takes being logged in, and discards the viewer’s draft of one. RATE_LIMITED ' +
      'beyond 20 an hour; CONFLICT for a `clientMutationId` that came with another question.',
  })
  @Access(forumPolicies.ask)
  async askQuestion(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AskQuestionInput, description: 'The question.' })
    input: types.AskQuestionInput,
  ): Promise<types.QuestionPayload> {
    return this.payloads.question(context, await this.questions.ask(context.viewer, input));
  }

  @Mutation(() => types.QuestionPayload, {
    description:
      'Changes what is given; a new revision keeps what was. By its author, people with 1,000 reputation, ' +
      'and SUPERUSER and above. RATE_LIMITED beyond 60 edits an hour.',
  })
  @Access(forumPolicies.edit)
  async editQuestion(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.EditQuestionInput,
      description: 'The question and what is to change.',
    })
    input: types.EditQuestionInput,
  ): Promise<types.QuestionPayload> {
    const id = requireId(input.questionId, 'question');
    await this.questions.edit(context.viewer, id, input);
    return this.payloads.question(context, id);
  }

  @Mutation(() => types.AnswerPayload, {
    description:
      'Answers a question; takes being logged in, and discards the viewer’s draft for it. RATE_LIMITED ' +
      'beyond 60 an hour; CONFLICT for a `clientMutationId` that came with another answer.',
  })
  @Access(forumPolicies.answer)
  async postAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PostAnswerInput, description: 'The answer.' })
    input: types.PostAnswerInput,
  ): Promise<types.AnswerPayload> {
    const questionId = requireId(input.questionId, 'question');
    return this.payloads.answer(context, await this.answers.post(context.viewer, questionId, input));
  }

  @Mutation(() => types.AnswerPayload, {
    description:
      'Replaces the text; a new revision keeps what was, unless nothing changed. By its author, people ' +
      'with 1,000 reputation, and SUPERUSER and above. RATE_LIMITED beyond 60 edits an hour.',
  })
  @Access(forumPolicies.edit)
  async editAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditAnswerInput, description: 'The answer and its new text.' })
    input: types.EditAnswerInput,
  ): Promise<types.AnswerPayload> {
    const id = requireId(input.answerId, 'answer');
    await this.answers.edit(context.viewer, id, input);
    return this.payloads.answer(context, id);
  }

  @Mutation(() => types.PreviewPayload, {
    description: 'How a text will look; nothing is kept. Takes being logged in.',
  })
  @Access(forumPolicies.preview)
  async previewMarkdown(
    @Args('input', { type: () => types.PreviewMarkdownInput, description: 'The text.' })
    input: types.PreviewMarkdownInput,
  ): Promise<types.PreviewPayload> {
    const { bodyHtml } = await this.composing.compose(input.body.slice(0, BODY.max));
    return { html: bodyHtml };
  }

  @Mutation(() => types.DraftPayload, {
    description:
      'Keeps what was typed, for the viewer alone; one draft for each place. Sending the text discards it.',
  })
  @Access(forumPolicies.draft)
  async saveDraft(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SaveDraftInput, description: 'The place, and what was typed there.' })
    input: types.SaveDraftInput,
  ): Promise<types.DraftPayload> {
    const { kind, questionId } = placeOf(input);
    await this.drafts.save(context.viewer, kind, questionId, input);
    return this.payloads.draft(context, kind, questionId);
  }

  @Mutation(() => OkPayload, {
    description: 'Forgets the viewer’s draft for a place; none there is no failure.',
  })
  @Access(forumPolicies.draft)
  async discardDraft(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DiscardDraftInput, description: 'The place.' })
    input: types.DiscardDraftInput,
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
