import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import { PostExtras } from '#libs/forum';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import type { CursorKeys } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { AwardRule, BountyState, ReturnReason } from '../domain/bounty.js';
import { ANSWERS_SINCE } from './bounty.store.js';

/** A bounty as screens show it. Times are text, as JSON has them. */
export interface BountyRow {
  bountyId: number;
  questionId: number;
  amount: number;
  note: string;
  createdAt: string;
  endsAt: string;
  decidesAt: string;
  leastScore: number;
  state: BountyState;
  settledAt: string | null;
  answerId: number | null;
  awardRule: AwardRule | null;
  returnReason: ReturnReason | null;
  offeredBy: number;
  /** Null once the account was erased. */
  offerer: AccountJson | null;
  winner: AccountJson | null;
  /** Of an open one: somebody else has answered since, so that it cannot be withdrawn. */
  isAnswered: boolean;
}

/** What an answer has to do with bounties. */
export interface AnswerBounties {
  /** In points, of all that it won. */
  won: number;
  open: Pick<BountyRow, 'bountyId' | 'offeredBy' | 'decidesAt'> | null;
}

const ROW = `json_build_object(
  'bountyId', b.id, 'questionId', b.question_id, 'amount', b.amount, 'note', b.note, 'createdAt', b.created_at,
  'endsAt', b.ends_at, 'decidesAt', b.decides_at, 'leastScore', b.least_score, 'state', b.state,
  'settledAt', b.settled_at, 'answerId', b.awarded_answer_id, 'awardRule', b.award_rule,
  'returnReason', b.return_reason, 'offeredBy', b.offered_by, 'offerer', ${accountJson('b.offered_by')},
  'winner', ${accountJson('b.awarded_to')}, 'isAnswered', b.state = 'OPEN' and ${ANSWERS_SINCE})`;

/** Of one question; earlier ones are found with the people who offered and won them. */
const SHOWN_AT_A_QUESTION = 10;

/** Comes with the row of each post: the bounties of a question, the newest first, or what an answer has to do with them. */
const EXTRA = `case p.kind
  when 'question' then (select json_agg(row) from (
    select ${ROW} as row from bounty b where b.question_id = p.id order by b.id desc limit ${SHOWN_AT_A_QUESTION}) newest)
  else (select json_build_object(
          'won', coalesce(sum(b.amount) filter (where b.awarded_answer_id = p.id), 0),
          'open', json_agg(json_build_object('bountyId', b.id, 'offeredBy', b.offered_by, 'decidesAt', b.decides_at))
                    filter (where b.state = 'OPEN') -> 0)
          from bounty b where b.question_id = q.id) end`;

const HAS_OPEN_BOUNTY = `exists (select from bounty b where b.question_id = p.id and b.state = 'OPEN')`;

interface WithExtras {
  readonly extras?: Readonly<Record<string, unknown>>;
}

/** Of the row of a question. */
export function bountiesOf({ extras }: WithExtras): BountyRow[] {
  return (extras?.['bounties'] as BountyRow[] | null | undefined) ?? [];
}

/** Of the row of an answer. */
export function bountiesForAnswer({ extras }: WithExtras): AnswerBounties {
  return (extras?.['bounties'] as AnswerBounties | undefined) ?? { won: 0, open: null };
}

export type BountyOrder = 'ENDING' | 'AMOUNT' | 'NEWEST';
export type BountySide = 'OFFERED' | 'WON';

interface Ordering {
  /** Names the list inside its cursors. */
  list: string;
  orderBy: string;
  keys: readonly ('time' | 'number')[];
  /** The rows behind the cursor, whose keys are the parameters $1 and $2. */
  beyond: string;
  keysOf: (row: BountyRow) => CursorKeys;
}

const byTime = (list: string, column: string, key: 'createdAt' | 'settledAt'): Ordering => ({
  list,
  orderBy: `${column} desc, b.id desc`,
  keys: ['time', 'number'],
  beyond: `(${column}, b.id) < ($1::timestamptz, $2::bigint)`,
  keysOf: (row) => [timeOf(row[key]), row.bountyId],
});

const ORDERS: Record<BountyOrder, Ordering> = {
  ENDING: {
    list: 'bounties.ending',
    orderBy: 'b.ends_at, b.id',
    keys: ['time', 'number'],
    beyond: `(b.ends_at, b.id) > ($1::timestamptz, $2::bigint)`,
    keysOf: (row) => [timeOf(row.endsAt), row.bountyId],
  },
  AMOUNT: {
    list: 'bounties.amount',
    orderBy: 'b.amount desc, b.id desc',
    keys: ['number', 'number'],
    beyond: `(b.amount, b.id) < ($1::integer, $2::bigint)`,
    keysOf: (row) => [row.amount, row.bountyId],
  },
  NEWEST: byTime('bounties.newest', 'b.created_at', 'createdAt'),
};

const SIDES: Record<BountySide, Ordering & { person: string }> = {
  OFFERED: { ...byTime('bounties.offered', 'b.created_at', 'createdAt'), person: 'b.offered_by' },
  WON: { ...byTime('bounties.won', 'b.settled_at', 'settledAt'), person: 'b.awarded_to' },
};

interface PageRequest {
  first: number;
  after?: string | null;
}

/** Reads bounties for screens. Whether the viewer may see the question of one is for whoever asks for it. */
@Injectable()
export class BountyQueries {
  constructor(
    private readonly database: Database,
    extras: PostExtras,
  ) {
    extras.add('bounties', EXTRA);
    extras.addCondition('hasOpenBounty', HAS_OPEN_BOUNTY);
  }

  async byIds(ids: readonly number[]): Promise<BountyRow[]> {
    const rows = await this.database.query<{ row: BountyRow }>(
      `select ${ROW} as row from bounty b where b.id = any($1)`,
      [ids],
    );
    return rows.map(({ row }) => row);
  }

  /** Those that can be won. @param tag only of questions that carry it */
  open(order: BountyOrder, tag: string | null, page: PageRequest): Promise<Page<BountyRow>> {
    const carriesTag = `exists (select from post_tag pt join tag on tag.id = pt.tag_id
                                 where pt.post_id = b.question_id and tag.name = $3)`;
    const conditions = [`b.state = 'OPEN'`, `($3::text is null or ${carriesTag})`];
    return this.page(ORDERS[order], conditions, tag, page);
  }

  /** Of questions that everybody sees. */
  ofPerson(accountId: number, side: BountySide, page: PageRequest): Promise<Page<BountyRow>> {
    const isSeen = `exists (select from post q where q.id = b.question_id and q.deleted_at is null)`;
    return this.page(SIDES[side], [`${SIDES[side].person} = $3`, isSeen], accountId, page);
  }

  cursor(order: BountyOrder, row: BountyRow): string {
    return encodeCursor(ORDERS[order].list, ORDERS[order].keysOf(row));
  }

  cursorOfSide(side: BountySide, row: BountyRow): string {
    return encodeCursor(SIDES[side].list, SIDES[side].keysOf(row));
  }

  private async page(
    ordering: Ordering,
    conditions: readonly string[],
    value: unknown,
    { first, after }: PageRequest,
  ): Promise<Page<BountyRow>> {
    const [key, id] = after ? decodeCursor(ordering.list, ordering.keys, after) : [null, null];
    const beyond = after ? ordering.beyond : `$1::text is null and $2::text is null`;
    const rows = await this.database.query<{ row: BountyRow }>(
      `select ${ROW} as row from bounty b
        where ${[...conditions, beyond].join(' and ')} order by ${ordering.orderBy} limit $4`,
      [key, id, value, first + 1],
    );
    return pageOf(
      rows.map(({ row }) => row),
      first,
    );
  }
}

function timeOf(json: string | null): string {
  return new Date(json ?? 0).toISOString();
}
