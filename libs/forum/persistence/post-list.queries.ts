import { Injectable } from '@nestjs/common';
import { GUEST, decodeCursor, encodeCursor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import { LISTED_QUESTION, moderates } from '../application/policies.js';
import { POST_COLUMNS, PostExtras, TEXT_COLUMNS } from './post.queries.js';
import type { PostRow, PostText, ThreadFacts } from './post.queries.js';

export interface PageRequest {
  first: number;
  after?: string | null;
}

export type QuestionOrder = 'ACTIVITY' | 'NEWEST' | 'VOTES' | 'UNANSWERED_FIRST';
export type AnswerOrder = 'BEST' | 'NEWEST' | 'OLDEST';

export interface QuestionFilter {
  tags?: string[] | null;
  authorId?: number | null;
  locale?: string | null;
  answered?: boolean | null;
  accepted?: boolean | null;
  productId?: number | null;
  versionId?: number | null;
  hasOpenBounty?: boolean | null;
}

interface Ordering<Row> {
  /** Names the list inside its cursors. */
  list: string;
  orderBy: string;
  keys: readonly ('time' | 'number' | 'boolean')[];
  /** The rows behind the cursor, whose keys are the parameters from `$from` on. */
  beyond: (from: number) => string;
  keysOf: (row: Row) => (string | number | boolean)[];
}

const QUESTION_ORDERS: Record<QuestionOrder, Ordering<PostRow & { isAnswered: boolean }>> = {
  ACTIVITY: {
    list: 'questions.activity',
    orderBy: 'p.last_activity_at desc, p.id desc',
    keys: ['time', 'number'],
    beyond: (n) => `(p.last_activity_at, p.id) < ($${n}::timestamptz, $${n + 1}::bigint)`,
    keysOf: (row) => [row.lastActivityAt.toISOString(), row.id],
  },
  NEWEST: {
    list: 'questions.newest',
    orderBy: 'p.created_at desc, p.id desc',
    keys: ['time', 'number'],
    beyond: (n) => `(p.created_at, p.id) < ($${n}::timestamptz, $${n + 1}::bigint)`,
    keysOf: (row) => [row.createdAt.toISOString(), row.id],
  },
  VOTES: {
    list: 'questions.votes',
    orderBy: 'p.score desc, p.id desc',
    keys: ['number', 'number'],
    beyond: (n) => `(p.score, p.id) < ($${n}::bigint, $${n + 1}::bigint)`,
    keysOf: (row) => [row.score, row.id],
  },
  UNANSWERED_FIRST: {
    list: 'questions.unanswered',
    orderBy: 'p.is_answered, p.created_at desc, p.id desc',
    keys: ['boolean', 'time', 'number'],
    beyond: (n) =>
      `(p.is_answered > $${n}::bool or (p.is_answered = $${n}::bool
         and (p.created_at, p.id) < ($${n + 1}::timestamptz, $${n + 2}::bigint)))`,
    keysOf: (row) => [row.isAnswered, row.createdAt.toISOString(), row.id],
  },
};

/** What is said of an answer comes before what is counted; in front of both, whether it still holds. */
const BEST_KEYS = `(p.superseded_at is not null), (p.official_at is null), (p.accepted_at is null),
    (p.also_solved_at is null), (-p.score), p.created_at, p.id`;

/** BEST: official, accepted, solved it too, then score, then age; those that a newer answer replaces after all others. */
const ANSWER_ORDERS: Record<AnswerOrder, Ordering<PostRow>> = {
  BEST: {
    list: 'answers.best',
    orderBy: BEST_KEYS,
    keys: ['boolean', 'boolean', 'boolean', 'boolean', 'number', 'time', 'number'],
    beyond: (n) =>
      `(${BEST_KEYS})
         > ($${n}::bool, $${n + 1}::bool, $${n + 2}::bool, $${n + 3}::bool,
            $${n + 4}::bigint, $${n + 5}::timestamptz, $${n + 6}::bigint)`,
    keysOf: (row) => [
      row.supersededAt !== null,
      row.officialAt === null,
      row.acceptedAt === null,
      row.alsoSolvedAt === null,
      -row.score,
      row.createdAt.toISOString(),
      row.id,
    ],
  },
  NEWEST: {
    list: 'answers.newest',
    orderBy: 'p.created_at desc, p.id desc',
    keys: ['time', 'number'],
    beyond: (n) => `(p.created_at, p.id) < ($${n}::timestamptz, $${n + 1}::bigint)`,
    keysOf: (row) => [row.createdAt.toISOString(), row.id],
  },
  OLDEST: {
    list: 'answers.oldest',
    orderBy: 'p.created_at, p.id',
    keys: ['time', 'number'],
    beyond: (n) => `(p.created_at, p.id) > ($${n}::timestamptz, $${n + 1}::bigint)`,
    keysOf: (row) => [row.createdAt.toISOString(), row.id],
  },
};

/** Lists of posts by keyset: the cost of a page depends neither on how far it lies nor on how much there is. */
@Injectable()
export class PostListQueries {
  constructor(
    private readonly database: Database,
    private readonly extras: PostExtras = new PostExtras(),
  ) {}

  async questions(filter: QuestionFilter, order: QuestionOrder, page: PageRequest): Promise<Page<PostRow>> {
    const parameters: unknown[] = [];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [LISTED_QUESTION];
    for (const tag of filter.tags ?? []) conditions.push(carriesTag(bind(tag)));
    if (filter.authorId != null) conditions.push(isBy(bind(filter.authorId)));
    if (filter.locale != null) conditions.push(`p.locale = ${bind(filter.locale)}`);
    if (filter.answered != null) conditions.push(`p.is_answered = ${bind(filter.answered)}`);
    if (filter.accepted != null) conditions.push(`p.has_accepted = ${bind(filter.accepted)}`);
    if (filter.productId != null) conditions.push(isAbout(bind(filter.productId)));
    if (filter.versionId != null) conditions.push(isAboutVersion(bind(filter.versionId)));
    if (filter.hasOpenBounty != null) {
      // Not compared with a parameter: then the planner could not start from the few bounties that there are.
      conditions.push(`${filter.hasOpenBounty ? '' : 'not '}${this.extras.condition('hasOpenBounty')}`);
    }
    return this.page(QUESTION_ORDERS[order], conditions, parameters, page);
  }

  /**
   * The answers of a question, with their text: whoever reads the list reads them. Deleted ones are shown to those who
   * may see them by `forumPolicies.read`; a guest may see none.
   */
  async answers(
    questionId: number,
    order: AnswerOrder,
    page: PageRequest,
    viewer: Viewer = GUEST,
  ): Promise<Page<PostRow & PostText & ThreadFacts>> {
    const conditions = [`p.question_id = $1`, `(p.deleted_at is null or $2 or p.author_id = $3::bigint)`];
    const parameters = [questionId, moderates(viewer), viewer.accountId];
    // Of one question, it is computed once for the whole page.
    const columns = `${POST_COLUMNS}, ${TEXT_COLUMNS},
      (select max(score) from post where question_id = $1 and deleted_at is null) as "topScore"`;
    return this.page<PostRow & PostText & ThreadFacts>(
      ANSWER_ORDERS[order],
      conditions,
      parameters,
      page,
      columns,
    );
  }

  async answersBy(authorId: number, page: PageRequest): Promise<Page<PostRow>> {
    const conditions = [
      `p.author_id = $1 and p.kind = 'answer' and p.deleted_at is null and q.deleted_at is null`,
    ];
    return this.page(ANSWER_ORDERS.NEWEST, conditions, [authorId], page);
  }

  questionCursor(order: QuestionOrder, row: PostRow): string {
    return cursorOf(QUESTION_ORDERS[order] as Ordering<PostRow>, row);
  }

  answerCursor(order: AnswerOrder, row: PostRow): string {
    return cursorOf(ANSWER_ORDERS[order], row);
  }

  private async page<Row extends PostRow>(
    ordering: Ordering<Row> | Ordering<PostRow>,
    conditions: string[],
    parameters: unknown[],
    { first, after }: PageRequest,
    columns = POST_COLUMNS,
  ): Promise<Page<Row>> {
    if (after) {
      conditions.push(ordering.beyond(parameters.length + 1));
      parameters.push(...decodeCursor(ordering.list, ordering.keys, after));
    }
    const rows = await this.database.query<Row>(
      `select ${columns}, p.is_answered as "isAnswered", ${this.extras.column}
         from post p join post q on q.id = coalesce(p.question_id, p.id)
        where ${conditions.join(' and ')} order by ${ordering.orderBy} limit $${parameters.length + 1}`,
      [...parameters, first + 1],
    );
    return pageOf(rows, first);
  }
}

function cursorOf<Row>(ordering: Ordering<Row>, row: Row): string {
  return encodeCursor(ordering.list, ordering.keysOf(row));
}

/** One condition a tag: the planner starts from a rare tag, and walks the list and asks for a common one. */
function carriesTag(name: string): string {
  return `exists (select from post_tag pt
                   where pt.post_id = p.id and pt.tag_id = (select id from tag where name = ${name}))`;
}

/** Of somebody whose account was erased nobody learns any more what they wrote. */
function isBy(accountId: string): string {
  return `p.author_id = ${accountId}
    and exists (select from account where account.id = ${accountId} and account.erased_at is null)`;
}

function isAbout(productId: string): string {
  return `exists (select from post_applicability a where a.post_id = p.id and a.product_id = ${productId})`;
}

/** Asked about a range that this version lies in; a question about the whole product is about all of its versions. */
function isAboutVersion(versionId: string): string {
  const ordinalOf = (id: string) => `(select ordinal from product_version where id = ${id})`;
  return `exists (select from post_applicability a
                   where a.post_id = p.id
                     and a.product_id = (select product_id from product_version where id = ${versionId})
                     and (a.from_version_id is null or ${ordinalOf('a.from_version_id')} <= ${ordinalOf(versionId)})
                     and (a.to_version_id is null or ${ordinalOf('a.to_version_id')} >= ${ordinalOf(versionId)}))`;
}
