import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import type { VersionRange } from '#libs/catalogue';
import { Database } from '#libs/platform';
import type { PostFacts } from '../application/policies.js';

/** A post as screens show it, without its text: lists do not need it. */
export interface PostRow extends PostFacts {
  id: number;
  questionId: number;
  questionTitle: string;
  locale: string;
  excerpt: string;
  revision: number;
  score: number;
  commentCount: number;
  viewCount: number;
  /** Of a question: those who said that they have it too. */
  affectedCount: number;
  hasAccepted: boolean;
  createdAt: Date;
  editedAt: Date | null;
  lastActivityAt: Date;
  deletedBy: number | null;
  acceptedAt: Date | null;
  acceptedBy: number | null;
  acceptedRevision: number | null;
  acceptedOnBehalf: boolean;
  officialAt: Date | null;
  officialBy: number | null;
  officialRevision: number | null;
  alsoSolvedAt: Date | null;
  alsoSolvedBy: number | null;
  alsoSolvedRevision: number | null;
  supersededAt: Date | null;
  supersededMarkedBy: number | null;
  supersededRevision: number | null;
  supersededReason: string | null;
  /** Of a superseded answer: the one that replaces it, the one that replaces that, and so on. */
  successorIds: number[] | null;
  /** Whoever said something of it that stands, by number; without those whose accounts were erased. */
  markers: Record<number, AccountJson> | null;
  /** Null once the account was erased. */
  author: AccountJson | null;
  /** Of a question: the answers that are marked. */
  acceptedAnswerId: number | null;
  officialAnswerId: number | null;
  /** Answers of the question that it is, or belongs to. */
  threadSize: number;
  /** Which product and versions it speaks of; null for nothing in particular. */
  appliesTo: VersionRange | null;
  /** What libs above asked for by `PostExtras`. */
  extras?: Readonly<Record<string, unknown>>;
}

export interface PostText {
  body: string;
  bodyHtml: string;
}

/** What a list of answers knows of all answers to the question. */
export interface ThreadFacts {
  /** The highest score of an answer that is not deleted; null without any. */
  topScore: number | null;
}

/** Chains are followed no further than this; the last one shown then has a link to the next itself. */
const SUCCESSORS_FOLLOWED = 20;

const SUCCESSORS = `array_to_json(array(
    with recursive chain (id, place) as (
      select p.superseded_by, 0
      union all
      select m.superseded_by, place + 1 from chain join post m on m.id = chain.id
       where m.superseded_by is not null and place < ${SUCCESSORS_FOLLOWED})
    select id from chain order by place))`;

/** Brought along because every page of an answer that is marked says by whom. */
const MARKERS = `(
    select json_object_agg(marker.id, marker.account)
      from (select said.id, ${accountJson('said.id')} as account
              from unnest(array[p.accepted_by, p.official_by, p.also_solved_by, p.superseded_marked_by]) as said (id)
             where said.id is not null group by said.id) marker
     where marker.account is not null)`;

/** Selects a `PostRow` of a post `p` whose question is `q` (of a question, `p` itself again). */
export const POST_COLUMNS = `p.id, p.kind, q.id as "questionId", q.title as "questionTitle", p.author_id as "authorId",
  q.author_id as "askerId", p.locale, p.excerpt, p.revision, p.score, p.comment_count as "commentCount",
  p.answer_count as "answerCount", p.view_count as "viewCount", p.affected_count as "affectedCount", p.has_accepted as "hasAccepted",
  p.created_at as "createdAt", p.edited_at as "editedAt", p.last_activity_at as "lastActivityAt",
  p.deleted_at is not null as "isDeleted", q.deleted_at is not null as "isQuestionDeleted",
  p.deleted_by as "deletedBy", p.accepted_at as "acceptedAt", p.accepted_by as "acceptedBy",
  p.accepted_revision as "acceptedRevision", p.accepted_on_behalf as "acceptedOnBehalf",
  p.official_at as "officialAt", p.official_by as "officialBy", p.official_revision as "officialRevision",
  p.also_solved_at as "alsoSolvedAt", p.also_solved_by as "alsoSolvedBy", p.also_solved_revision as "alsoSolvedRevision",
  p.superseded_at as "supersededAt", p.superseded_marked_by as "supersededMarkedBy",
  p.superseded_revision as "supersededRevision", p.superseded_reason as "supersededReason",
  case when p.superseded_by is not null then ${SUCCESSORS} end as "successorIds",
  case when coalesce(p.accepted_by, p.official_by, p.also_solved_by, p.superseded_marked_by) is not null
       then ${MARKERS} end as markers,
  q.answer_count as "threadSize", ${accountJson('p.author_id')} as author,
  (select m.id from post m where m.question_id = p.id and m.accepted_at is not null) as "acceptedAnswerId",
  (select m.id from post m where m.question_id = p.id and m.official_at is not null) as "officialAnswerId",
  (select json_build_object('productId', f.product_id, 'fromVersionId', f.from_version_id, 'toVersionId', f.to_version_id)
     from post_applicability f where f.post_id = p.id) as "appliesTo"`;

export const TEXT_COLUMNS = `p.body, p.body_html as "bodyHtml"`;

/** What lists of questions can be narrowed by, though only libs above know it. */
export type PostCondition = 'hasOpenBounty';

/**
 * What libs above want to know of every post that is read: it comes with the row, so that no screen asks one more
 * question for it. Their own resolvers take it out of `extras`.
 */
@Injectable()
export class PostExtras {
  private readonly pairs: string[] = [];
  private readonly conditions = new Map<PostCondition, string>();

  /**
   * @param name its name in `extras`
   * @param sql one value, as an expression over the post `p` and its question `q` (of a question, the same row again)
   */
  add(name: string, sql: string): void {
    this.pairs.push(`'${name}', ${sql}`);
  }

  /** @param sql whether it holds, as an expression over the same; never null */
  addCondition(name: PostCondition, sql: string): void {
    this.conditions.set(name, `(${sql})`);
  }

  /** For lists that are narrowed by it. Where nothing is known of it, it holds of no post. */
  condition(name: PostCondition): string {
    return this.conditions.get(name) ?? 'false';
  }

  /** Selects `extras`, beside `POST_COLUMNS`. */
  get column(): string {
    return `json_build_object(${this.pairs.join(', ')}) as extras`;
  }
}

/** Reads posts and what hangs on them, many at once. Whether the viewer may see them is for the loaders to ask. */
@Injectable()
export class PostQueries {
  constructor(
    private readonly database: Database,
    private readonly extras: PostExtras = new PostExtras(),
  ) {}

  byIds(ids: readonly number[]): Promise<PostRow[]> {
    return this.database.query(
      `select ${POST_COLUMNS}, ${this.extras.column}
         from post p join post q on q.id = coalesce(p.question_id, p.id) where p.id = any($1)`,
      [ids],
    );
  }

  /** For the page of one post: with its text. */
  withText(id: number): Promise<(PostRow & PostText) | undefined> {
    return this.database.one(
      `select ${POST_COLUMNS}, ${TEXT_COLUMNS}, ${this.extras.column}
         from post p join post q on q.id = coalesce(p.question_id, p.id) where p.id = $1`,
      [id],
    );
  }

  /** The highest score among the answers of each of these questions that are not deleted. */
  topScores(questionIds: readonly number[]): Promise<{ questionId: number; score: number }[]> {
    return this.database.query(
      `select question_id as "questionId", max(score) as score from post
        where question_id = any($1) and deleted_at is null group by question_id`,
      [questionIds],
    );
  }

  /** The answers that solved each of these questions: the accepted one first, the others in the order of their marks. */
  solutions(questionIds: readonly number[]): Promise<{ questionId: number; answerId: number }[]> {
    return this.database.query(
      `select question_id as "questionId", id as "answerId" from post
        where question_id = any($1) and coalesce(accepted_at, also_solved_at) is not null
        order by accepted_at is null, also_solved_at, id`,
      [questionIds],
    );
  }

  /** What moderators have to wait for before they accept in the name of an asker. */
  askersDecisions(
    questionIds: readonly number[],
  ): Promise<{ questionId: number; decidedAt: Date | null; isAcceptedByAsker: boolean; now: Date }[]> {
    return this.database.query(
      `select q.id as "questionId", q.asker_decided_at as "decidedAt", now() as now,
              exists (select from post a where a.question_id = q.id and a.accepted_at is not null
                                           and not a.accepted_on_behalf) as "isAcceptedByAsker"
         from post q where q.id = any($1)`,
      [questionIds],
    );
  }

  texts(ids: readonly number[]): Promise<{ id: number; body: string; bodyHtml: string }[]> {
    return this.database.query(`select id, body, body_html as "bodyHtml" from post where id = any($1)`, [
      ids,
    ]);
  }

  /**
   * Somebody’s votes on these questions and on all of their answers, a row without a vote for each question that they have
   * too, and for each question the versions of products that they use.
   */
  reactionsInThreads(
    accountId: number,
    questionIds: readonly number[],
  ): Promise<{ questionId: number; postId: number; vote: 1 | -1 | null; versionId: number | null }[]> {
    return this.database.query(
      `select coalesce(p.question_id, p.id) as "questionId", p.id as "postId", v.value as vote, null::bigint as "versionId"
         from post p join vote v on v.post_id = p.id and v.voter_id = $1
        where p.id = any($2) or p.question_id = any($2)
       union all
       select question_id, question_id, null, null from question_affected
        where account_id = $1 and question_id = any($2)
       union all
       select asked.id, asked.id, null, used.version_id
         from unnest($2::bigint[]) as asked (id), account_product_version used where used.account_id = $1`,
      [accountId, questionIds],
    );
  }

  /** Links between questions, from both ends; to deleted ones too, which the loader leaves out. */
  links(
    questionIds: readonly number[],
  ): Promise<{ questionId: number; otherId: number; kind: 'DUPLICATE_OF' | 'HAS_DUPLICATE' | 'RELATED' }[]> {
    return this.database.query(
      `select question_id as "questionId", target_id as "otherId",
              case kind when 'duplicate' then 'DUPLICATE_OF' else 'RELATED' end as kind
         from question_link where question_id = any($1)
       union
       select target_id, question_id, case kind when 'duplicate' then 'HAS_DUPLICATE' else 'RELATED' end
         from question_link where target_id = any($1)
       order by 3, 2`,
      [questionIds],
    );
  }

  countsByAuthor(
    accountIds: readonly number[],
  ): Promise<{ accountId: number; questions: number; answers: number; accepted: number }[]> {
    return this.database.query(
      `select author_id as "accountId", count(*) filter (where kind = 'question')::int as questions,
              count(*) filter (where kind = 'answer')::int as answers,
              count(*) filter (where accepted_at is not null)::int as accepted
         from post where author_id = any($1) and deleted_at is null group by author_id`,
      [accountIds],
    );
  }
}
