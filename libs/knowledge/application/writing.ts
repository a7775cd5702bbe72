import { Injectable } from '@nestjs/common';
import type { RangeInput } from '#libs/catalogue';
import type { Viewer } from '#libs/kernel';
import { DomainEvents, Idempotency, SiteSettings } from '#libs/platform';
import { ArticleBegun } from '../domain/events.js';
import { ArticleCare } from './article-care.js';
import { ArticleDrafts } from './article-drafts.js';
import { Curating } from './curating.js';
import { Shelving } from './shelving.js';

export interface NewArticle {
  title: string;
  body: string;
  tags?: string[] | null;
  /** BCP 47; the site's if left out. */
  locale?: string | null;
  categoryIds?: readonly number[] | null;
  appliesTo?: readonly RangeInput[] | null;
  /** The gap that it is to close. */
  gapId?: number | null;
  clientMutationId?: string | null;
}

/** Writing an article that no answer is there for. */
@Injectable()
export class Writing {
  constructor(
    private readonly curating: Curating,
    private readonly drafts: ArticleDrafts,
    private readonly shelving: Shelving,
    private readonly care: ArticleCare,
    private readonly settings: SiteSettings,
    private readonly idempotency: Idempotency,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Makes a draft of what a curator wrote and gives its number. They look after it and are named with it; nobody is
   * credited. All of it or nothing is kept.
   * @throws UserInputError on `title`, `body`, `tags`, `locale`, `categoryIds` or `appliesTo`; for a gap NotFoundError
   *   where there is none, ConflictError where it is finished, somebody else's, or an article is being written for it
   */
  write(viewer: Viewer, article: NewArticle): Promise<number> {
    return this.curating.act(viewer, (actor) =>
      this.idempotency.once(actor, 'createArticle', article, async () => {
        const locale = await this.settings.get('locale', 'en');
        const id = await this.drafts.write(actor.accountId, { ...article, locale: article.locale ?? locale });
        if (article.categoryIds?.length) await this.shelving.put(viewer, id, article.categoryIds);
        if (article.appliesTo?.length) await this.care.set(viewer, id, { appliesTo: article.appliesTo });
        await this.events.publish(new ArticleBegun(id, actor, article.gapId ?? null));
        return id;
      }),
    );
  }
}
