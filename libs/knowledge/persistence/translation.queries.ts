import { Injectable } from '@nestjs/common';
import type { RevisionContent } from '#libs/forum';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import { groupOf, isReadable, isWrittenIn } from './article-groups.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

/** What has changed in an original since it was translated. */
export interface OriginalChanges {
  articleId: number;
  fromVersion: number;
  toVersion: number;
  before: RevisionContent;
  after: RevisionContent & { title: string; tags: string[] };
}

interface PageRequest {
  first: number;
  after?: string | null;
}

@Injectable()
export class TranslationQueries {
  constructor(private readonly database: Database) {}

  /** The members of groups, drafts and archived ones among them; the original first, then by language. */
  members(groups: readonly number[]): Promise<ArticleRow[]> {
    return this.database.query(
      `select ${ARTICLE_COLUMNS} from article k where ${groupOf('k')} = any($1)
        order by ${groupOf('k')}, k.translation_of is not null, lower(k.locale), k.id`,
      [groups],
    );
  }

  /**
   * By the number of a translation: the text that its newest version follows, and the text of the original that readers
   * see. Nothing for those that follow it.
   */
  originalChanges(articleIds: readonly number[]): Promise<OriginalChanges[]> {
    return this.database.query(
      `select k.id as "articleId", b.number as "fromVersion", a.number as "toVersion",
              jsonb_build_object('title', b.title, 'tags', b.tags, 'body', b.body) as before,
              jsonb_build_object('title', a.title, 'tags', a.tags, 'body', a.body) as after
         from article k
         join article o on o.id = k.translation_of
         join article_version own on own.article_id = k.id and own.number = k.latest_version
         join article_version b on b.article_id = o.id and b.number = own.translated_version
         join article_version a on a.article_id = o.id and a.number = o.version
        where k.id = any($1) and b.number < a.number`,
      [articleIds],
    );
  }

  /** Translations whose original has gone on, those that wait longest first. */
  async outdated(
    { locale }: { locale: string | null },
    { first, after }: PageRequest,
  ): Promise<Page<ArticleRow & { since: Date }>> {
    const [since, id] = after ? decodeCursor('outdated-translations', ['time', 'number'], after) : [null, 0];
    const rows = await this.database.query<ArticleRow & { since: Date }>(
      `select ${ARTICLE_COLUMNS}, o.updated_at as since
         from article k join article o on o.id = k.translation_of
        where k.translated_version < o.version and k.status <> 'ARCHIVED' and ${isReadable('o')}
          and ($1::text is null or ${isWrittenIn('k', '$1')})
          and ($2::timestamptz is null or (o.updated_at, k.id) > ($2, $3::bigint))
        order by o.updated_at, k.id limit $4`,
      [locale, since, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** Originals that readers can see and that are not in this language, not even as a draft; the most helpful first. */
  async missing(locale: string, { first, after }: PageRequest): Promise<Page<ArticleRow>> {
    const [helpful, id] = after
      ? decodeCursor('missing-translations', ['number', 'number'], after)
      : [null, 0];
    const rows = await this.database.query<ArticleRow>(
      `select ${ARTICLE_COLUMNS} from article k
        where k.translation_of is null and ${isReadable('k')}
          and not exists (select from article o where ${groupOf('o')} = k.id and ${isWrittenIn('o', '$1')})
          and ($2::int is null or (-k.helpful_count, k.id) > (-$2, $3::bigint))
        order by -k.helpful_count, k.id limit $4`,
      [locale, helpful, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** In which languages readers find articles, and how many; the most first. */
  languages(): Promise<{ locale: string; count: number }[]> {
    return this.database.query(
      `select k.locale, count(*)::int as count from article k where ${isReadable('k')}
        group by k.locale order by count(*) desc, k.locale`,
    );
  }
}
