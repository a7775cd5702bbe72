import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

export interface CommentRow {
  id: number;
  postId: number;
  authorId: number | null;
  body: string;
  bodyHtml: string;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  /** Null once the account was erased. */
  author: AccountJson | null;
}

const COLUMNS = `c.id, c.post_id as "postId", c.author_id as "authorId", c.body, c.body_html as "bodyHtml",
  c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at is not null as "isDeleted",
  ${accountJson('c.author_id')} as author`;

@Injectable()
export class CommentQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<CommentRow[]> {
    return this.database.query(`select ${COLUMNS} from comment c where c.id = any($1)`, [ids]);
  }

  /** The first comments of each of these posts, and of every post of these threads, the oldest first. */
  async firstOf(
    { threads, posts }: { threads: readonly number[]; posts: readonly number[] },
    first: number,
    options: { withDeleted: boolean },
  ): Promise<Map<number, Page<CommentRow>>> {
    const rows = await this.database.query<CommentRow>(
      `select c.* from (
           select id from post where id = any($1) or question_id = any($1) or id = any($2)) as post
         cross join lateral (
           select ${COLUMNS} from comment c
            where c.post_id = post.id and ($4 or c.deleted_at is null)
            order by c.created_at, c.id limit $3) c
        order by c."createdAt", c.id`,
      [threads, posts, first + 1, options.withDeleted],
    );
    return new Map(
      [...Map.groupBy(rows, (row) => row.postId)].map(([postId, comments]) => [
        postId,
        pageOf(comments, first),
      ]),
    );
  }

  async ofPost(
    postId: number,
    { first, after }: { first: number; after: string },
    options: { withDeleted: boolean },
  ): Promise<Page<CommentRow>> {
    const [createdAt, id] = decodeCursor('comments', ['time', 'number'], after);
    const rows = await this.database.query<CommentRow>(
      `select ${COLUMNS} from comment c
        where c.post_id = $1 and ($5 or c.deleted_at is null) and (c.created_at, c.id) > ($2::timestamptz, $3::bigint)
        order by c.created_at, c.id limit $4`,
      [postId, createdAt, id, first + 1, options.withDeleted],
    );
    return pageOf(rows, first);
  }
}
