import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { NotFoundError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { knowledgePolicies } from './policies.js';

/** What everything that curators do has in common: one transaction, and who may, asked of the database as it is now. */
@Injectable()
export class Curating {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly articles: ArticleStore,
  ) {}

  /** @throws ForbiddenError for whoever does not curate (any more) */
  act<Result>(viewer: Viewer, work: (actor: Actor) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(knowledgePolicies.curate, actor, undefined);
      return work(actor);
    });
  }

  /** The same with an article, locked. @throws NotFoundError where there is none */
  change<Result>(
    viewer: Viewer,
    articleId: number,
    work: (article: LockedArticle, actor: Actor) => Promise<Result>,
  ): Promise<Result> {
    return this.act(viewer, async (actor) => {
      const article = await this.articles.lock(articleId);
      if (!article) throw new NotFoundError('This article');
      return work(article, actor);
    });
  }
}
