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
    // PostgreSQL keeps no plan for arrays: it takes them to be ten long, finds that dear, and plans each time anew,
    // which costs more than reading. The question page asks for one thread.
    const [which, ...wanted] =
      threads.length === 1 && posts.length === 0
        ? (['id = $3 or question_id = $3', threads[0]] as const)
        : (['id = any($3) or question_id = any($3) or id = any($4)', threads, posts] as const);
    const rows = await this.database.query<CommentRow>(
      `select c.* from (select id from post where ${which}) as post
         cross join lateral (
           select ${COLUMNS} from comment c
            where c.post_id = post.id and ($2 or c.deleted_at is null)
            order by c.created_at, c.id limit $1) c
        order by c."createdAt", c.id`,
      [first + 1, options.withDeleted, ...wanted],
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
