import { redirect } from '@sveltejs/kit';
import type { CandidateState } from '#lib/model/curation.ts';
import { api } from '#lib/server/api.ts';
import { deed, formOf } from '#lib/server/deed.ts';
import { promoteAnswer } from '#lib/server/documents/articles.ts';
import * as curation from '#lib/server/documents/curation.ts';
import { textOf } from '#lib/server/fields.ts';
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
  claim: deed(formOf('candidate', 'answerId'), curation.claimCandidate, withForce),
  release: deed(formOf('candidate', 'answerId'), curation.releaseCandidate, answerOf),
  reopen: deed(formOf('candidate', 'answerId'), curation.reopenCandidate, answerOf),
  decline: deed(formOf('candidate', 'answerId'), curation.declineCandidate, (form) => ({
    ...withForce(form),
    reason: textOf(form, 'reason'),
  })),
  promote: deed(
    formOf('promote', 'answerId'),
    promoteAnswer,
    (form) => ({ ...withForce(form), ...titleIn(form) }),
    (_, { promoteAnswer: { article } }) => `${article.path}/edit`,
  ),

  async merge(event) {
    const form = await event.request.formData();
    const answerIds = form.getAll('answerId').filter((id) => typeof id === 'string');
    const input = {
      answerIds,
      ...titleIn(form),
      ...(form.get('force') === 'yes' ? { force: true } : {}),
    };
    const values = { title: textOf(form, 'title'), chosen: answerIds.join(' ') };
    const sent = await api(event).submit(curation.promoteAnswers, { input }, { name: 'merge', values });
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.promoteAnswers.article.path}/edit`);
  },
};

function answerOf(form: FormData) {
  return { answerId: textOf(form, 'answerId') };
}

function withForce(form: FormData) {
  return { ...answerOf(form), ...(form.get('force') === 'yes' ? { force: true } : {}) };
}

function titleIn(form: FormData) {
  const title = textOf(form, 'title');
  return title.trim() ? { title } : {};
}
