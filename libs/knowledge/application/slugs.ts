import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database, DomainEvents, brokenConstraint } from '#libs/platform';
import { ArticleChanged } from '../domain/events.js';
import { requireSlug } from '../domain/slug.js';
import { ArticleStore } from '../persistence/article.store.js';
import { knowledgePolicies } from './policies.js';

/** The addresses of articles. They stay when titles change; where one has to change, the old one goes on leading here. */
@Injectable()
export class ArticleSlugs {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly articles: ArticleStore,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /** @throws UserInputError on `slug`, also for one that another article has or ever had */
  async change(viewer: Viewer, articleId: number, wanted: string): Promise<void> {
    try {
      await this.database.transaction(() => this.write(viewer, articleId, wanted));
    } catch (error) {
      // Two articles were given the same address at the same moment.
      if (['article_slug_of_another', 'article_slug_unique'].includes(brokenConstraint(error) ?? '')) {
        throw takenBy('another article');
      }
      throw error;
    }
  }

  private async write(viewer: Viewer, articleId: number, wanted: string): Promise<void> {
    const actor = await this.accounts.current(viewer);
    authorise(knowledgePolicies.curate, actor, undefined);
    const article = await this.articles.lock(articleId);
    if (!article) throw new NotFoundError('This article');
    const slug = requireSlug(wanted);
    if (article.slug === slug) return;
    const owner = await this.articles.ofSlug(slug);
    if (owner && owner.id !== articleId) throw takenBy(`“${owner.title}”`);
    await this.articles.setSlug(articleId, slug);
    await this.audit.record({
      actorId: actor.accountId,
      action: 'article.address-changed',
      subjectKind: 'article',
      subjectId: articleId,
      details: { from: article.slug, to: slug },
    });
    await this.events.publish(new ArticleChanged(articleId));
  }
}

function takenBy(whom: string): UserInputError {
  return UserInputError.field(
    'slug',
    `This address leads to ${whom}, or once did: links to it must not end at another article.`,
  );
}
