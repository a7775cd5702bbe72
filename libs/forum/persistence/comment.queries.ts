import { Injectable } from '@nestjs/common';
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
}

const COLUMNS = `c.id, c.post_id as "postId", c.author_id as "authorId", c.body, c.body_html as "bodyHtml",
  c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at is not null as "isDeleted"`;

@Injectable()
export class CommentQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<CommentRow[]> {
    return this.database.query(`select ${COLUMNS} from comment c where c.id = any($1)`, [ids]);
  }

  /** The first comments of each of these posts, the oldest first, by one statement. */
  async firstOfPosts(
    postIds: readonly number[],
    first: number,
    options: { withDeleted: boolean },
  ): Promise<Map<number, Page<CommentRow>>> {
    const rows = await this.database.query<CommentRow>(
      `select c.* from unnest($1::bigint[]) as post (id)
         cross join lateral (
           select ${COLUMNS} from comment c
            where c.post_id = post.id and ($3 or c.deleted_at is null)
            order by c.created_at, c.id limit $2) c
        order by c."createdAt", c.id`,
      [postIds, first + 1, options.withDeleted],
    );
    const byPost = Map.groupBy(rows, (row) => row.postId);
    return new Map(postIds.map((id) => [id, pageOf(byPost.get(id) ?? [], first)]));
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
