import { accountOf, type AccountMap } from './accounts.js';
import type { Revision } from '../revisions.js';
import type { ImportRun } from './run.js';

export interface NewRevision extends Revision {
  postId: number;
  number: number;
}

export async function storeRevisions(
  run: ImportRun,
  revisions: NewRevision[],
  accounts: AccountMap,
): Promise<void> {
  await run.database.query(
    `insert into post_revision (post_id, number, author_id, created_at, reason, title, tags, body)
     select post_id, number, author_id, created_at, reason, title,
            case when tags is not null then array(select jsonb_array_elements_text(tags)) end, body
       from unnest($1::bigint[], $2::integer[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::jsonb[],
                   $8::text[])
         as fresh (post_id, number, author_id, created_at, reason, title, tags, body)`,
    [
      revisions.map(({ postId }) => postId),
      revisions.map(({ number }) => number),
      revisions.map(({ writer }) => accountOf(accounts, writer)),
      revisions.map(({ createdAt }) => createdAt),
      revisions.map(({ reason }) => reason ?? null),
      revisions.map(({ title }) => title ?? null),
      // An array of arrays would have to be rectangular.
      revisions.map(({ tags }) => (tags ? JSON.stringify(tags) : null)),
      revisions.map(({ body }) => body),
    ],
  );
}
