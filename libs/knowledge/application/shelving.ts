import { Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { CATEGORIES_AT_MOST } from '../domain/shelves.js';
import { TranslationStore } from '../persistence/translation.store.js';
import { Curating } from './curating.js';

/** In which categories articles stand. At once and without a version: it says nothing about the text. */
@Injectable()
export class Shelving {
  constructor(
    private readonly database: Database,
    private readonly curating: Curating,
    private readonly translations: TranslationStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Puts an article, in all its languages, into exactly these categories.
   * @throws UserInputError on `categoryIds` for too many, unknown ones, or ones that are no longer offered and in which
   *   it does not stand yet
   */
  async put(viewer: Viewer, articleId: number, categoryIds: readonly number[]): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      const original = await this.translations.lockOriginal(articleId);
      if (!original) throw new NotFoundError('This article');
      const wanted = [...new Set(categoryIds)];
      if (wanted.length > CATEGORIES_AT_MOST) {
        throw UserInputError.field('categoryIds', `Please choose ${CATEGORIES_AT_MOST} categories at most.`);
      }
      const there = await this.of(original.id);
      if (wanted.length === there.length && wanted.every((id) => there.includes(id))) return;
      await this.requireOffered(wanted.filter((id) => !there.includes(id)));

      await this.database.query(
        `delete from article_category where article_id = $1 and category_id <> all($2)`,
        [original.id, wanted],
      );
      await this.database.query(
        `insert into article_category (article_id, category_id)
         select $1, unnest($2::bigint[]) on conflict do nothing`,
        [original.id, wanted],
      );
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.categorised',
        subjectKind: 'article',
        subjectId: original.id,
        details: { categories: await this.slugs(wanted), was: await this.slugs(there) },
      });
    });
  }

  private async of(originalId: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select category_id as id from article_category where article_id = $1`,
      [originalId],
    );
    return rows.map(({ id }) => id);
  }

  private async requireOffered(ids: readonly number[]): Promise<void> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from category where id = any($1) and archived_at is null`,
      [ids],
    );
    if (row?.count !== ids.length) {
      throw UserInputError.field('categoryIds', 'One of these categories is not offered.');
    }
  }

  private async slugs(ids: readonly number[]): Promise<string> {
    const rows = await this.database.query<{ slug: string }>(
      `select slug from category where id = any($1) order by position, slug`,
      [ids],
    );
    return rows.map(({ slug }) => slug).join(', ');
  }
}
