import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { CandidateState } from '#lib/model/curation.ts';
import { api } from '#lib/server/api.ts';
import { promoteAnswer } from '#lib/server/documents/articles.ts';
import * as curation from '#lib/server/documents/curation.ts';
import type { Document } from '#lib/server/document.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { pageOf } from '#lib/server/paths.ts';
import type { Actions, PageServerLoad } from './$types.js';

const states: Record<string, CandidateState> = { claimed: 'CLAIMED', declined: 'DECLINED' };

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('state') ?? '';
  const state = wish in states ? wish : '';
  const { promotionCandidates } = await api(event).query(curation.candidates, {
    after: searchParams.get('after'),
    state: states[state] ?? null,
  });
  return { candidates: promotionCandidates, state };
};

export const actions: Actions = {
  claim: deed(curation.claimCandidate, withForce),
  release: deed(curation.releaseCandidate, answerOf),
  reopen: deed(curation.reopenCandidate, answerOf),
  decline: deed(curation.declineCandidate, (form) => ({
    ...withForce(form),
    reason: textOf(form, 'reason'),
  })),

  async promote(event) {
    const form = await event.request.formData();
    const { answerId, title } = textsOf(form, 'answerId', 'title');
    const input = { ...withForce(form), ...(title.trim() ? { title } : {}) };
    const sent = await api(event).submit(
      promoteAnswer,
      { input },
      { name: `promote-${answerId}`, values: { title } },
    );
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.promoteAnswer.article.path}/edit`);
  },

  async merge(event) {
    const form = await event.request.formData();
    const title = textOf(form, 'title');
    const answerIds = form.getAll('answerId').filter((id) => typeof id === 'string');
    const input = {
      answerIds,
      ...(title.trim() ? { title } : {}),
      ...(form.get('force') === 'yes' ? { force: true } : {}),
    };
    const values = { title, chosen: answerIds.join(' ') };
    const sent = await api(event).submit(curation.promoteAnswers, { input }, { name: 'merge', values });
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.promoteAnswers.article.path}/edit`);
  },
};

/** What is done to one candidate; a refusal is shown beside it. */
function deed<Input extends { answerId: string }>(
  mutation: Document<unknown, { input: Input }>,
  inputOf: (form: FormData) => Input,
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const input = inputOf(form);
    const sent = await api(event).submit(
      mutation,
      { input },
      { name: `candidate-${input.answerId}`, values: textsOf(form, 'reason') },
    );
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  };
}

function answerOf(form: FormData) {
  return { answerId: textOf(form, 'answerId') };
}

function withForce(form: FormData) {
  return { ...answerOf(form), ...(form.get('force') === 'yes' ? { force: true } : {}) };
}
