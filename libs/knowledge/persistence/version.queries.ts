import { Injectable } from '@nestjs/common';
import type { RevisionContent } from '#libs/forum';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

/** Which version of which article. */
export interface VersionKey {
  articleId: number;
  number: number;
}

export interface VersionText extends VersionKey {
  title: string;
  excerpt: string;
  body: string;
  bodyHtml: string;
  tags: string[];
  /** Of a translation: the version of the original that it follows. */
  translatedVersion: number | null;
}

/** A version and the one before it, for the comparison. */
export interface VersionRow {
  id: number;
  articleId: number;
  number: number;
  authorId: number | null;
  createdAt: Date;
  reason: string | null;
  title: string;
  tags: string[];
  body: string;
  before: RevisionContent | null;
}

const SELECT = `
  select v.id, v.article_id as "articleId", v.number, v.author_id as "authorId", v.created_at as "createdAt", v.reason,
         v.title, v.tags, v.body,
         case when b.id is not null then jsonb_build_object('title', b.title, 'tags', b.tags, 'body', b.body) end as before
    from article_version v left join article_version b on b.article_id = v.article_id and b.number = v.number - 1`;

@Injectable()
export class VersionQueries {
  constructor(private readonly database: Database) {}

  texts(keys: readonly VersionKey[]): Promise<VersionText[]> {
    return this.database.query(
      `select v.article_id as "articleId", v.number, v.title, v.excerpt, v.body, v.body_html as "bodyHtml", v.tags,
              v.translated_version as "translatedVersion"
         from unnest($1::bigint[], $2::int[]) as wanted (article_id, number)
         join article_version v using (article_id, number)`,
      [keys.map((key) => key.articleId), keys.map((key) => key.number)],
    );
  }

  byId(id: number): Promise<VersionRow | undefined> {
    return this.database.one(`${SELECT} where v.id = $1`, [id]);
  }

  /** The newest first. */
  async ofArticle(
    articleId: number,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<VersionRow>> {
    const [number] = after ? decodeCursor('versions', ['number'], after) : [null];
    const rows = await this.database.query<VersionRow>(
      `${SELECT} where v.article_id = $1 and ($2::bigint is null or v.number < $2) order by v.number desc limit $3`,
      [articleId, number, first + 1],
    );
    return pageOf(rows, first);
  }
}
