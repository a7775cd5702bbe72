import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';

/** An original as those see it who translate it: locked. */
export interface LockedOriginal {
  readonly id: number;
  readonly locale: string;
  readonly status: ArticleStatus;
  /** The version that readers see. */
  readonly version: number;
  readonly latestVersion: number;
  readonly tags: string[];
}

/** Reads articles for translating them, and writes what follows what. */
@Injectable()
export class TranslationStore {
  constructor(private readonly database: Database) {}

  /** The original of an article, which may be itself. Its lock puts those who translate it in a row. */
  lockOriginal(articleId: number): Promise<LockedOriginal | undefined> {
    return this.database.one(
      `select id, locale, status, version, latest_version as "latestVersion", tags from article
        where id = (select coalesce(translation_of, id) from article where id = $1) for no key update`,
      [articleId],
    );
  }

  /** The translation into this language, whatever its status. */
  inLocale(
    originalId: number,
    locale: string,
  ): Promise<{ id: number; slug: string; title: string } | undefined> {
    return this.database.one(
      `select id, slug, title from article where translation_of = $1 and lower(locale) = lower($2)`,
      [originalId, locale],
    );
  }

  /** Makes a new article, with its first version, a translation. */
  async setOriginal(articleId: number, originalId: number, translatedVersion: number): Promise<void> {
    await this.database.query(`update article_version set translated_version = $2 where article_id = $1`, [
      articleId,
      translatedVersion,
    ]);
    await this.database.query(
      `update article set translation_of = $2, translated_version = $3 where id = $1`,
      [articleId, originalId, translatedVersion],
    );
  }

  /** The newest version follows that version of the original; what readers see does so only if it is the newest. */
  async follow(articleId: number, translatedVersion: number): Promise<void> {
    await this.database.query(
      `update article_version v set translated_version = $2
         from article k where k.id = $1 and v.article_id = k.id and v.number = k.latest_version`,
      [articleId, translatedVersion],
    );
    await this.database.query(
      `update article set translated_version = $2 where id = $1 and version = latest_version`,
      [articleId, translatedVersion],
    );
  }
}
