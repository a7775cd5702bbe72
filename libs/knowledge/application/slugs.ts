import { Injectable } from '@nestjs/common';
import { UserInputError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents, brokenConstraint } from '#libs/platform';
import { ArticleChanged } from '../domain/events.js';
import { requireSlug } from '../domain/slug.js';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { Curating } from './curating.js';

/** The addresses of articles. They stay when titles change; where one has to change, the old one goes on leading here. */
@Injectable()
export class ArticleSlugs {
  constructor(
    private readonly curating: Curating,
    private readonly articles: ArticleStore,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /** @throws UserInputError on `slug`, also for one that another article has or ever had */
  async change(viewer: Viewer, articleId: number, wanted: string): Promise<void> {
    try {
      await this.curating.change(viewer, articleId, (article, actor) => this.write(article, actor, wanted));
    } catch (error) {
      // Two articles were given the same address at the same moment.
      if (['article_slug_of_another', 'article_slug_unique'].includes(brokenConstraint(error) ?? '')) {
        throw takenBy('another article');
      }
      throw error;
    }
  }

  private async write(article: LockedArticle, actor: Actor, wanted: string): Promise<void> {
    const articleId = article.id;
    const slug = requireSlug(wanted, article.locale);
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
