import { createHash } from 'node:crypto';
import type { Composing } from '#libs/forum';
import { slugify } from '#libs/markdown';
import type { Database } from '#libs/platform';
import { awardsForPromotion } from '#libs/reputation';
import type { Award } from '#libs/reputation';
import type { Cast } from './cast.js';
import type { SampleArticle } from './content/types.js';
import type { WrittenAnswer } from './posts.js';
import { history } from './reactions.js';
import { freeSlug } from './slugs.js';
import type { Timeline } from './timeline.js';
import { placeArticle, writeTranslation } from './translations.js';

/** Writes the FAQ articles that were made of answers, and gives what they are worth to those who wrote the answers. */
export async function writeArticles(
  database: Database,
  composing: Composing,
  cast: Cast,
  timeline: Timeline,
  answers: readonly WrittenAnswer[],
): Promise<Award[]> {
  const awards: Award[] = [];
  for (const source of answers) {
    const { article } = source.answer;
    if (!article) continue;
    const curatorId = cast.of(article.by).id;
    const publishedAt = article.published === undefined ? null : timeline.daysAgo(article.published);
    const articleId = await writeArticle(database, composing, source, article, curatorId, publishedAt);
    await placeArticle(database, articleId, article);
    await writeTranslation({ database, composing, timeline }, articleId, article.translation, curatorId);
    if (!publishedAt) continue;
    await writeFeedback(database, cast, timeline, articleId, article, publishedAt);
    const promotion = {
      ...{ articleId, answerId: source.id },
      ...{ authorId: source.authorId, publishedBy: curatorId },
    };
    awards.push(...history(awardsForPromotion(promotion), publishedAt));
  }
  return awards;
}

async function writeArticle(
  database: Database,
  composing: Composing,
  { id, answer, question, revision, authorId }: WrittenAnswer,
  article: SampleArticle,
  curatorId: number,
  publishedAt: Date | null,
): Promise<number> {
  const title = article.title ?? question.title;
  const { body, bodyHtml, excerpt } = await composing.compose(article.body ?? answer.body);
  const row = await database.one<{ id: number }>(
    `with made as (
       insert into article (slug, status, locale, title, body, body_html, excerpt, tags, created_by, published_by,
                            created_at, updated_at, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, now()), coalesce($11, now()), $11) returning *),
     version as (
       insert into article_version (article_id, number, title, body, body_html, excerpt, tags, author_id, created_at)
       select id, 1, title, body, body_html, excerpt, tags, created_by, created_at from made)
     select id from made`,
    [
      ...[
        await freeSlug(database, slugify(title, question.locale)),
        publishedAt ? 'PUBLISHED' : 'DRAFT',
        question.locale ?? 'en',
      ],
      ...[title, body, bodyHtml, excerpt, question.tags],
      ...[curatorId, publishedAt ? curatorId : null, publishedAt],
    ],
  );
  if (!row) throw new Error(`the article “${title}” was not written`);
  await database.query(
    `insert into article_source (article_id, answer_id, answer_revision, position) values ($1, $2, $3, 1)`,
    [row.id, id, revision],
  );
  // Whoever made it looks after it, and it applies to what its answer applies to.
  await database.query(`update article set owner_id = $2, made_of_answers = true where id = $1`, [
    row.id,
    curatorId,
  ]);
  await database.query(
    `insert into article_applicability (article_id, product_id, from_version_id, to_version_id, checked_version_id)
     select $1, product_id, from_version_id, case when post_id = $2 then to_version_id end,
            newest_released_version(product_id)
       from post_applicability where post_id in ($2, (select question_id from post where id = $2))
      order by post_id <> $2 limit 1`,
    [row.id, id],
  );
  const isEdited = article.title !== undefined || article.body !== undefined;
  await database.query(
    `insert into article_contributor (article_id, account_id, kind)
     select $1, * from unnest($2::bigint[], $3::text[]) on conflict do nothing`,
    [row.id, isEdited ? [authorId, curatorId] : [authorId], isEdited ? ['answer', 'edit'] : ['answer']],
  );
  return row.id;
}

/** What readers said: a few of the people, and guests. */
async function writeFeedback(
  database: Database,
  cast: Cast,
  timeline: Timeline,
  articleId: number,
  { helpful = 0, notHelpful = 0, by }: SampleArticle,
  publishedAt: Date,
): Promise<void> {
  const readers = cast.everybody.filter(
    ({ id, joinedAt }) => id !== cast.of(by).id && joinedAt < publishedAt,
  );
  const total = helpful + notHelpful;
  for (let n = 0; n < total; n++) {
    const member = n % 2 === 0 ? readers[n / 2] : undefined;
    const guestKey = createHash('sha256').update(`sample reader ${articleId} ${n}`).digest();
    await database.query(
      `insert into article_feedback (article_id, account_id, guest_key, helpful, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $5)`,
      [
        ...[articleId, member?.id ?? null, member ? null : guestKey, n < helpful],
        timeline.between(publishedAt, (n + 1) / (total + 1)),
      ],
    );
  }
  await database.query(`update article set helpful_count = $2, not_helpful_count = $3 where id = $1`, [
    articleId,
    helpful,
    notHelpful,
  ]);
}
