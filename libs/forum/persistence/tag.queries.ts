import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import { tagName } from '../domain/post-rules.js';

export interface TagRow {
  id: number;
  name: string;
  questionCount: number;
}

const COLUMNS = `t.id, t.name, t.question_count as "questionCount"`;

@Injectable()
export class TagQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<TagRow[]> {
    return this.database.query(`select ${COLUMNS} from tag t where t.id = any($1)`, [ids]);
  }

  byNames(names: readonly string[]): Promise<TagRow[]> {
    return this.database.query(`select ${COLUMNS} from tag t where t.name = any($1)`, [names]);
  }

  ofQuestions(questionIds: readonly number[]): Promise<(TagRow & { questionId: number })[]> {
    // One question is asked for by itself: PostgreSQL keeps a plan for a number, for an array it plans anew.
    const [which, wanted] =
      questionIds.length === 1 ? ['pt.post_id = $1', questionIds[0]] : ['pt.post_id = any($1)', questionIds];
    return this.database.query(
      `select pt.post_id as "questionId", ${COLUMNS} from post_tag pt join tag t on t.id = pt.tag_id
        where ${which} order by pt.post_id, pt.position`,
      [wanted],
    );
  }

  /** Tags in use, the most used first; for completion those that start with what was typed. */
  async byUse(
    startsWith: string | null | undefined,
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<TagRow>> {
    const [count, id] = after ? decodeCursor('tags', ['number', 'number'], after) : [null, null];
    const prefix = startsWith ? `${tagName(startsWith).replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.query<TagRow>(
      `select ${COLUMNS} from tag t
        where t.question_count > 0 and ($1::text is null or t.name like $1)
          and ($2::bigint is null or t.question_count < $2 or (t.question_count = $2 and t.id > $3))
        order by t.question_count desc, t.id limit $4`,
      [prefix, count, id, first + 1],
    );
    return pageOf(rows, first);
  }
}
