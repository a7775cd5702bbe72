import { isAtLeast, policy, publicPolicy } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { READABLE_STATUSES } from '../domain/article.js';
import type { ArticleStatus } from '../domain/article.js';

/** What the policies look at in an article. */
export interface ArticleFacts {
  readonly status: ArticleStatus;
}

const curates = (viewer: Viewer) => isAtLeast(viewer.role, 'STAFF');
const isReadable = (article: ArticleFacts) => READABLE_STATUSES.includes(article.status);

/** Who may do what with the FAQ: one line per action. */
export const knowledgePolicies = {
  browse: publicPolicy('faq.browse'),
  /** Drafts and archived articles are for curators. */
  read: publicPolicy<ArticleFacts>('article.read', {
    requires: 'STAFF',
    when: (viewer, article) => isReadable(article) || curates(viewer),
  }),
  /** Helpful or not: guests may say so too. */
  rate: publicPolicy<ArticleFacts>('article.rate', { when: (_, article) => isReadable(article) }),
  /** Everything that is the curators' alone: candidates, drafts, versions, publishing. */
  curate: policy('faq.curate', { requires: 'STAFF', when: curates }),
  /** The rules of the FAQ, which all curators work by. */
  configure: policy('faq.configure', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
};

/** The same as `knowledgePolicies.read` for lists and search: an SQL condition over an article `k`. */
export function readableArticle(viewer: Viewer): string {
  return curates(viewer)
    ? 'true'
    : `k.status in (${READABLE_STATUSES.map((status) => `'${status}'`).join(', ')})`;
}
