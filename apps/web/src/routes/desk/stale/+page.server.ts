import type { StaleKind } from '#lib/model/freshness.ts';
import { api } from '#lib/server/api.ts';
import { articleCareDeeds } from '#lib/server/article-care.ts';
import { staleQueues } from '#lib/server/documents/freshness.ts';
import type { Actions, PageServerLoad } from './$types.js';

const kinds: readonly StaleKind[] = ['FEEDBACK', 'DRIFT', 'AGE', 'VERSION', 'MANUAL'];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { viewer } = await event.parent();
  const whose = searchParams.get('whose');
  const kind = kinds.find((known) => known === searchParams.get('kind')) ?? null;
  const resolved = searchParams.has('resolved');
  const queues = await api(event).query(staleQueues, {
    articles: searchParams.get('articles'),
    owner: whose === 'mine' ? (viewer?.id ?? null) : null,
    unowned: whose === 'nobody',
    kind,
    answers: searchParams.get('answers'),
    remarks: searchParams.get('remarks'),
    resolved,
  });
  return {
    stale: queues.staleArticles,
    answers: queues.answersToReview,
    remarks: queues.articleRemarks,
    whose: whose === 'mine' || whose === 'nobody' ? whose : 'all',
    kind,
    resolved,
  };
};

export const actions: Actions = {
  resolveRemark: articleCareDeeds.resolveRemark,
  confirmAnswer: articleCareDeeds.confirmAnswer,
};
