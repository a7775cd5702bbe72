import { award, revokeCauses } from './ledger.js';
import { isAtLeast, isLive, personOf, postOf, refuseIf } from './state.js';
import type { ModelArticle, ModelPost, State } from './state.js';

const causeOf = (articleId: number, answerId: number) => `promotion:${articleId}:${answerId}`;

function requireCurator(state: State, actorId: number): void {
  const actor = personOf(state, actorId);
  refuseIf(actor.isErased || !isAtLeast(actor, 'STAFF'));
}

/** An answer is part of one article at a time, archived ones apart. */
function refuseIfTaken(state: State, answerIds: readonly number[], except: ModelArticle | null): void {
  const isTaken = [...state.articles.values()].some(
    (other) =>
      other !== except &&
      other.status !== 'ARCHIVED' &&
      other.sources.some((answerId) => answerIds.includes(answerId)),
  );
  refuseIf(isTaken);
}

/** @param id what the site has given it */
export function promote(state: State, actorId: number, answerIds: readonly number[], id: number): void {
  requireCurator(state, actorId);
  refuseIf(answerIds.some((answerId) => !isLive(state, postOf(state, answerId))));
  refuseIfTaken(state, answerIds, null);
  state.articles.set(id, { id, sources: answerIds, status: 'DRAFT', publishedBy: null });
}

export function publish(state: State, actorId: number, articleId: number): void {
  requireCurator(state, actorId);
  const article = state.articles.get(articleId)!;
  if (article.status === 'PUBLISHED') return;
  refuseIfTaken(state, article.sources, article);
  article.status = 'PUBLISHED';
  article.publishedBy = actorId;
  settle(state, article);
}

export function archive(state: State, actorId: number, articleId: number): void {
  requireCurator(state, actorId);
  const article = state.articles.get(articleId)!;
  if (article.status === 'ARCHIVED') return;
  article.status = 'ARCHIVED';
  settle(state, article);
}

export function settleArticlesOf(state: State, answerIds: readonly number[]): void {
  for (const article of [...state.articles.values()].sort((a, b) => a.id - b.id)) {
    const isConcerned = article.sources.some((answerId) => answerIds.includes(answerId));
    if (article.status === 'PUBLISHED' && isConcerned) settle(state, article);
  }
}

/** Each author is credited once, for the first of their answers that can be seen; whoever publishes is not. */
function settle(state: State, article: ModelArticle): void {
  const first = new Map<number, ModelPost>();
  for (const answerId of [...article.sources].sort((a, b) => a - b)) {
    const answer = postOf(state, answerId);
    const isDue = article.status === 'PUBLISHED' && isLive(state, answer);
    if (isDue && !first.has(answer.authorId)) first.set(answer.authorId, answer);
  }
  const due = [...first.values()];
  const others = article.sources.filter((answerId) => !due.some(({ id }) => id === answerId));
  revokeCauses(
    state,
    'PROMOTION_WITHDRAWN',
    others.map((answerId) => causeOf(article.id, answerId)),
  );
  award(
    state,
    due
      .filter(({ authorId }) => authorId !== article.publishedBy)
      .map(({ id: postId, authorId: accountId }) => ({
        ...{ accountId, postId, cause: causeOf(article.id, postId) },
        rule: 'ANSWER_PROMOTED',
      })),
  );
}
