import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ArticleStatus, ArticleText } from '../domain/article.js';

/** An article as use cases see it: locked, with the newest version of its text. */
export interface LockedArticle extends ArticleText {
  readonly id: number;
  readonly slug: string;
  /** BCP 47. */
  readonly locale: string;
  readonly status: ArticleStatus;
  /** The version that readers see. */
  readonly version: number;
  readonly latestVersion: number;
  /** Who wrote the newest version; null: the site itself, or somebody whose account was erased. */
  readonly latestAuthorId: number | null;
  /** Otherwise a curator wrote it, and it may do without a source. */
  readonly madeOfAnswers: boolean;
}

export interface NewVersion extends ArticleText {
  readonly bodyHtml: string;
  readonly excerpt: string;
  /** Null: the site itself. */
  readonly authorId: number | null;
  readonly reason: string | null;
  /** Of a translation: what it follows; left out, what the version before it followed. */
  readonly translatedVersion?: number | null;
}

/** Reads articles for changing them, and writes them. */
@Injectable()
export class ArticleStore {
  constructor(private readonly database: Database) {}

  /** Locks come in this order: the article, its sources' questions and answers, then accounts. */
  async lock(id: number): Promise<LockedArticle | undefined> {
    // Read by a statement of its own: the one that waits for the lock does not see a version added meanwhile.
    await this.database.query(`select id from article where id = $1 for no key update`, [id]);
    return this.database.one(
      `select k.id, k.slug, k.locale, k.status, k.version, k.latest_version as "latestVersion",
              k.made_of_answers as "madeOfAnswers", v.author_id as "latestAuthorId", v.title, v.body, v.tags
         from article k join article_version v on v.article_id = k.id and v.number = k.latest_version
        where k.id = $1`,
      [id],
    );
  }

  /**
   * Writes a draft with its first version and gives its number. The slug is followed by -2, -3, ... where it is taken;
   * of two who want the same one at once the unique constraint lets one have it, and the other goes on to the next.
   */
  async insert(
    slug: string,
    locale: string,
    text: NewVersion,
    { madeOfAnswers = false } = {},
  ): Promise<number> {
    for (;;) {
      const row = await this.database.one<{ id: number }>(
        `insert into article (slug, locale, title, body, body_html, excerpt, tags, created_by, made_of_answers)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slug) do nothing returning id`,
        [
          await this.freeSlug(slug),
          locale,
          text.title,
          text.body,
          text.bodyHtml,
          text.excerpt,
          text.tags,
          text.authorId,
          madeOfAnswers,
        ],
      );
      if (!row) continue;
      await this.addVersion(row.id, 1, text);
      return row.id;
    }
  }

  async addVersion(articleId: number, number: number, text: NewVersion): Promise<void> {
    await this.database.query(
      `insert into article_version (article_id, number, title, body, body_html, excerpt, tags, author_id, reason,
                                    translated_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
               coalesce($10::integer, (select translated_version from article_version
                                        where article_id = $1 order by number desc limit 1)))`,
      [
        articleId,
        number,
        text.title,
        text.body,
        text.bodyHtml,
        text.excerpt,
        text.tags,
        text.authorId,
        text.reason,
        text.translatedVersion ?? null,
      ],
    );
    await this.database.query(`update article set latest_version = $2 where id = $1`, [articleId, number]);
  }

  /** Gives readers (of a draft: its curators) the newest version. */
  async showLatest(articleId: number): Promise<void> {
    await this.database.query(
      `update article k
          set version = v.number, title = v.title, body = v.body, body_html = v.body_html, excerpt = v.excerpt,
              tags = v.tags, translated_version = v.translated_version, updated_at = now()
         from article_version v
        where k.id = $1 and v.article_id = k.id and v.number = k.latest_version`,
      [articleId],
    );
  }

  /** @param by whose credit it is, or rather is not, if the article was not public until now */
  async setPublished(articleId: number, by: number | null): Promise<void> {
    await this.database.query(
      `update article
          set status = 'PUBLISHED', published_at = coalesce(published_at, now()),
              published_by = case when status in ('PUBLISHED', 'STALE') then published_by else $2 end
        where id = $1`,
      [articleId, by],
    );
  }

  async setArchived(articleId: number): Promise<void> {
    await this.database.query(`update article set status = 'ARCHIVED', updated_at = now() where id = $1`, [
      articleId,
    ]);
  }

  /** The article that has, or once had, this slug. */
  async ofSlug(slug: string): Promise<{ id: number; title: string } | undefined> {
    return this.database.one(
      `select k.id, k.title from article_slug s join article k on k.id = s.article_id where s.slug = $1`,
      [slug],
    );
  }

  /** The old slug goes on leading here: the database keeps all that ever did. */
  async setSlug(articleId: number, slug: string): Promise<void> {
    await this.database.query(`update article set slug = $2 where id = $1`, [articleId, slug]);
  }

  private async freeSlug(slug: string): Promise<string> {
    const taken = await this.database.query<{ slug: string }>(
      `select slug from article_slug where slug = $1 or starts_with(slug, $1 || '-')`,
      [slug],
    );
    const slugs = new Set(taken.map((row) => row.slug));
    let free = slug;
    for (let suffix = 2; slugs.has(free); suffix++) free = `${slug}-${suffix}`;
    return free;
  }
}
