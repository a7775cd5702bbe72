import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { FlagReason, FlagVerdict } from '../domain/flags.js';

/** A report as screens show it, with what became of it. */
export interface FlagRow {
  flagId: number;
  postId: number;
  flaggerId: number;
  reason: FlagReason;
  remark: string;
  createdAt: Date;
  /** Null while it waits, as the rest. */
  verdict: FlagVerdict | null;
  note: string | null;
  decidedAt: Date | null;
}

/** A post with reports that wait. */
export interface FlaggedRow {
  postId: number;
  isPriority: boolean;
  since: Date;
  /** The viewer made one of the reports. */
  isOwn: boolean;
}

interface PageRequest {
  first: number;
  after?: string | null;
}

const SELECT = `
  select f.id as "flagId", f.post_id as "postId", f.flagger_id as "flaggerId", f.reason, f.remark,
         f.created_at as "createdAt", d.verdict, d.note, d.decided_at as "decidedAt"
    from flag f left join flag_decision d on d.id = f.decision_id`;

/** How reports are read for screens. */
@Injectable()
export class FlagQueries {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<FlagRow | undefined> {
    return this.database.one(`${SELECT} where f.id = $1`, [id]);
  }

  ofPost(postId: number, flaggerId: number): Promise<FlagRow | undefined> {
    return this.database.one(`${SELECT} where f.post_id = $1 and f.flagger_id = $2`, [postId, flaggerId]);
  }

  /** The newest first. */
  async ofFlagger(flaggerId: number, { first, after }: PageRequest): Promise<Page<FlagRow>> {
    const [id] = after ? decodeCursor('flags', ['number'], after) : [null];
    const rows = await this.database.query<FlagRow>(
      `${SELECT} where f.flagger_id = $1 and ($2::bigint is null or f.id < $2) order by f.id desc limit $3`,
      [flaggerId, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** Reports on these posts that wait, the oldest first. */
  waitingOn(postIds: readonly number[]): Promise<FlagRow[]> {
    return this.database.query(
      `${SELECT} where f.post_id = any($1) and f.decision_id is null order by f.created_at, f.id`,
      [postIds],
    );
  }

  /** Posts with reports that wait: those by people who report well come first, then the one that waits longest. */
  async queue(viewerId: number, { first, after }: PageRequest): Promise<Page<FlaggedRow>> {
    const [isPriority, since, id] = after
      ? decodeCursor('flagged', ['boolean', 'time', 'number'], after)
      : [null, null, null];
    const rows = await this.database.query<FlaggedRow>(
      `with waiting as (
         select f.post_id, min(f.created_at) as since, bool_or(f.flagger_id = $1) as is_own,
                bool_or('PRIORITY_FLAGS' = any(a.privileges) or a.role <> 'MEMBER') as is_priority
           from flag f join account a on a.id = f.flagger_id
          where f.decision_id is null group by f.post_id)
       select post_id as "postId", is_priority as "isPriority", since, is_own as "isOwn" from waiting
        where $2::boolean is null or (not is_priority, since, post_id) > (not $2, $3::timestamptz, $4::bigint)
        order by not is_priority, since, post_id limit $5`,
      [viewerId, isPriority, since, id, first + 1],
    );
    return pageOf(rows, first);
  }

  cursorOfFlag(row: FlagRow): string {
    return encodeCursor('flags', [row.flagId]);
  }

  cursorInQueue(row: FlaggedRow): string {
    return encodeCursor('flagged', [row.isPriority, row.since.toISOString(), row.postId]);
  }
}
