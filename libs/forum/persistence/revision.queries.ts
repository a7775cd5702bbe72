import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

/** A revision and the text before it, for the comparison. */
export interface RevisionRow extends RevisionText {
  id: number;
  postId: number;
  number: number;
  authorId: number | null;
  createdAt: Date;
  reason: string | null;
  before: RevisionText | null;
}

export interface RevisionText {
  title: string | null;
  tags: string[] | null;
  body: string;
}

const SELECT = `
  select r.id, r.post_id as "postId", r.number, r.author_id as "authorId", r.created_at as "createdAt", r.reason,
         r.title, r.tags, r.body,
         case when b.id is not null then jsonb_build_object('title', b.title, 'tags', b.tags, 'body', b.body) end as before
    from post_revision r left join post_revision b on b.post_id = r.post_id and b.number = r.number - 1`;

@Injectable()
export class RevisionQueries {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<RevisionRow | undefined> {
    return this.database.one(`${SELECT} where r.id = $1`, [id]);
  }

  /** The newest first. */
  async ofPost(
    postId: number,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<RevisionRow>> {
    const [number] = after ? decodeCursor('revisions', ['number'], after) : [null];
    const rows = await this.database.query<RevisionRow>(
      `${SELECT} where r.post_id = $1 and ($2::bigint is null or r.number < $2) order by r.number desc limit $3`,
      [postId, number, first + 1],
    );
    return pageOf(rows, first);
  }
}
