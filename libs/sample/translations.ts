import type { Composing } from '#libs/forum';
import { slugify } from '#libs/markdown';
import type { Database } from '#libs/platform';
import type { SampleArticle, SampleTranslation } from './content/types.js';
import { freeSlug } from './slugs.js';
import type { Timeline } from './timeline.js';

/** Puts an article into its categories. */
export async function placeArticle(
  database: Database,
  articleId: number,
  { categories = [] }: SampleArticle,
): Promise<void> {
  await database.query(
    `insert into article_category (article_id, category_id) select $1, id from category where slug = any($2)`,
    [articleId, categories],
  );
}

/** Writes the translation of an article, if it has one. */
export async function writeTranslation(
  { database, composing, timeline }: { database: Database; composing: Composing; timeline: Timeline },
  articleId: number,
  translation: SampleTranslation | undefined,
  curatorId: number,
): Promise<void> {
  if (!translation) return;
  const { locale, title, published } = translation;
  const { body, bodyHtml, excerpt } = await composing.compose(translation.body);
  await database.query(
    `with made as (
       insert into article (slug, status, locale, title, body, body_html, excerpt, tags, created_by, published_by,
                            created_at, updated_at, published_at, translation_of, translated_version)
       select $1, 'PUBLISHED', $2, $3, $4, $5, $6, o.tags, $7, $7, $8, $8, $8, o.id, o.version
         from article o where o.id = $9 returning *),
     version as (
       insert into article_version (article_id, number, title, body, body_html, excerpt, tags, author_id, created_at,
                                    translated_version)
       select id, 1, title, body, body_html, excerpt, tags, created_by, created_at, translated_version from made)
     insert into article_contributor (article_id, account_id, kind) select id, created_by, 'edit' from made`,
    [
      ...[
        await freeSlug(database, slugify(title, locale)),
        locale,
        title,
        body,
        bodyHtml,
        excerpt,
        curatorId,
      ],
      ...[timeline.daysAgo(published), articleId],
    ],
  );
}
