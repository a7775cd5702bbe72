import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { Period } from '../domain/expertise.js';

/** What somebody knows about a tag, or altogether. */
export interface ExpertiseRow {
  accountId: number;
  tagId: number | null;
  score: number;
  /** As the database has it, for cursors: a number of JavaScript would be written in another way. */
  storedScore: string;
  solutions: number;
  place: number | null;
}

export interface TopicRow extends ExpertiseRow {
  tag: { id: number; name: string; questionCount: number };
}

export interface HelperRow extends ExpertiseRow {
  helper: AccountJson;
}

/** What somebody is known for, as far as it is a handful of figures. */
export interface RenownRow {
  accountId: number;
  solutions: number;
  articles: number;
  bronze: number;
  silver: number;
  gold: number;
  /** Of the questions that they answered, those with most answers first. */
  languages: { locale: string; answers: number }[];
}

/** Scores of ALL are kept as of an epoch, and have faded since. */
const COLUMNS = `
  e.account_id as "accountId", e.tag_id as "tagId", e.score::text as "storedScore", e.solutions, e.place,
  case e.period when 'ALL' then e.score * power(2, greatest(-1000,
    extract(epoch from basis.epoch - now())::float8 / 86400 / basis.half_life_days)) else e.score end as score`;

interface PageRequest {
  first: number;
  after?: string | null;
}

/** Reads who knows about what. */
@Injectable()
export class ExpertiseQueries {
  constructor(private readonly database: Database) {}

  /** Peers by what they did, the best first. @param tagId null for over everything */
  async topHelpers(
    tagId: number | null,
    period: Period,
    { first, after }: PageRequest,
  ): Promise<Page<HelperRow>> {
    const [place] = after ? decodeCursor('top-helpers', ['number'], after) : [0];
    const rows = await this.database.query<HelperRow>(
      `select ${COLUMNS}, ${accountJson('e.account_id')} as helper
         from expertise e cross join expertise_basis basis join account a on a.id = e.account_id
        where ${tagId === null ? '$1::bigint is null and e.tag_id is null' : 'e.tag_id = $1'} and e.period = $2
          and e.place > $3 and a.erased_at is null and a.role not in ('STAFF', 'ADMIN')
        order by e.place limit $4`,
      [tagId, period, place, first + 1],
    );
    return pageOf(rows, first);
  }

  helperCursor(row: HelperRow): string {
    return encodeCursor('top-helpers', [row.place ?? 0]);
  }

  /** What somebody knows most about, by tags. */
  async topics(accountId: number, { first, after }: PageRequest): Promise<Page<TopicRow>> {
    const [score, tagId] = after ? decodeCursor('topics', ['string', 'number'], after) : [null, null];
    const rows = await this.database.query<TopicRow>(
      `select ${COLUMNS}, json_build_object('id', t.id, 'name', t.name, 'questionCount', t.question_count) as tag
         from expertise e join tag t on t.id = e.tag_id cross join expertise_basis basis
        where e.account_id = $1 and e.period = 'ALL' and e.tag_id is not null
          and ($2::float8 is null or e.score < $2 or (e.score = $2 and e.tag_id > $3::bigint))
        order by e.score desc, e.tag_id limit $4`,
      [accountId, numberOrNull(score), tagId, first + 1],
    );
    return pageOf(rows, first);
  }

  topicCursor(row: TopicRow): string {
    return encodeCursor('topics', [row.storedScore, row.tagId ?? 0]);
  }

  /** What stands on every profile, in one statement. */
  renowns(accountIds: readonly number[]): Promise<RenownRow[]> {
    return this.database.query(
      `select asked as "accountId", coalesce(s.solutions, 0) as solutions, coalesce(s.articles, 0) as articles,
              held.bronze, held.silver, held.gold, answered.languages
         from unnest($1::bigint[]) as asked
         left join standing s on s.account_id = asked
        cross join lateral (
          select count(*) filter (where b.tier = 'BRONZE') as bronze, count(*) filter (where b.tier = 'SILVER') as silver,
                 count(*) filter (where b.tier = 'GOLD') as gold
            from badge_holding h join badge_definition b on b.id = h.badge_id
           where h.account_id = asked and h.revoked_at is null) as held
        cross join lateral (
          select coalesce(json_agg(json_build_object('locale', locale, 'answers', answers)
                                   order by answers desc, locale), '[]') as languages
            from (select split_part(q.locale, '-', 1) as locale, count(*) as answers
                    from post a join post q on q.id = a.question_id
                   where a.author_id = asked and a.kind = 'answer' and a.deleted_at is null and q.deleted_at is null
                   group by 1) as by_language) as answered`,
      [accountIds],
    );
  }

  /** Numbers of the articles that were made of somebody's answers, the latest first. */
  async articlesMade(
    accountId: number,
    { first, after }: PageRequest,
  ): Promise<Page<{ articleId: number; publishedAt: Date }>> {
    const [at, id] = after ? decodeCursor('articles-made', ['time', 'number'], after) : [null, null];
    const rows = await this.database.query<{ articleId: number; publishedAt: Date }>(
      `select article_id as "articleId", published_at as "publishedAt" from made_article
        where account_id = $1 and published_at is not null
          and ($2::timestamptz is null or (published_at, article_id) < ($2, $3::bigint))
        order by published_at desc, article_id desc limit $4`,
      [accountId, at, id, first + 1],
    );
    return pageOf(rows, first);
  }
}

/** Whatever a forged cursor says, it ends as a number or not at all. */
function numberOrNull(score: unknown): number | null {
  const number = Number(score);
  return score === null || !Number.isFinite(number) ? null : number;
}
