import { Injectable } from '@nestjs/common';
import { doesMention, withoutMentionsOf } from '#libs/markdown';
import { Database } from '#libs/platform';

/** Where a table keeps texts in which people can be called by `@name`. */
export interface MentioningTexts {
  /** Has a column `id`. */
  readonly table: string;
  /** The column of the Markdown. */
  readonly source: string;
  /** Columns of what was made of it. */
  readonly made?: readonly string[];
}

const READ_AT_ONCE = 200;

/** Takes the name of somebody whose account was erased out of the texts of others. */
@Injectable()
export class MentionRemoval {
  constructor(private readonly database: Database) {}

  /** May run twice. One row is changed at a time, and locks nothing else. */
  async takeOut(username: string, texts: readonly MentioningTexts[], signal?: AbortSignal): Promise<void> {
    for (const place of texts) {
      let last = 0;
      for (let rows = await this.next(place, username, last); rows.length > 0;) {
        for (const row of rows) await this.rewrite(place, username, row);
        last = rows.at(-1)?.id ?? last;
        signal?.throwIfAborted();
        rows = await this.next(place, username, last);
      }
    }
  }

  private next(place: MentioningTexts, username: string, after: number): Promise<TextRow[]> {
    const columns = [place.source, ...(place.made ?? [])];
    return this.database.query(
      `select id, array[${columns.join(', ')}] as texts from ${place.table}
        where id > $1 and position($2 in lower(${place.source})) > 0 order by id limit ${READ_AT_ONCE}`,
      [after, `@${username.toLowerCase()}`],
    );
  }

  private async rewrite(place: MentioningTexts, username: string, { id, texts }: TextRow): Promise<void> {
    const [source = ''] = texts;
    if (!doesMention(source, username)) return;
    const columns = [place.source, ...(place.made ?? [])];
    // Whoever edits it meanwhile cannot call for them any more: nobody has the name.
    await this.database.query(
      `update ${place.table} set ${columns.map((column, n) => `${column} = $${n + 3}`).join(', ')}
        where id = $1 and ${place.source} = $2`,
      [id, source, ...texts.map((text) => withoutMentionsOf(username, text))],
    );
  }
}

interface TextRow {
  id: number;
  texts: string[];
}
