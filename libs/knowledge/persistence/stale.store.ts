import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { StaleRules } from '../domain/staleness.js';

/** Why articles are stale, as it is kept: what the rules say of the rows as they are. */
@Injectable()
export class StaleStore {
  constructor(private readonly database: Database) {}

  /**
   * Brings reasons and statuses of these articles, whose rows must be locked, in line with the rules. An article that
   * readers see is STALE while there is a reason, and PUBLISHED otherwise; others have no reasons. A reason that stays
   * keeps the time at which it came up.
   */
  async refresh(articleIds: readonly number[], rules: StaleRules): Promise<void> {
    const { feedback, drift, ageMonths, version } = rules;
    await this.database.query(
      `with shown as (
         select k.id, k.review_due_on, k.translation_of,
                greatest(k.confirmed_at, v.created_at) as looked_at,
                greatest(k.confirmed_at, k.updated_at) as read_since
           from article k join article_version v on v.article_id = k.id and v.number = k.version
          where k.id = any($1) and k.status in ('PUBLISHED', 'STALE')
       ), due (article_id, kind, detail) as (
         ${FEEDBACK_DUE} union all ${DRIFT_DUE} union all ${AGE_DUE} union all ${VERSION_DUE} union all ${MANUAL_DUE}
       ), gone as (
         delete from article_stale_reason r
          where r.article_id = any($1)
            and not exists (select from due where due.article_id = r.article_id and due.kind = r.kind)
       ), kept as (
         insert into article_stale_reason (article_id, kind, detail) select article_id, kind, detail from due
         on conflict (article_id, kind) do update set detail = excluded.detail
          where article_stale_reason.detail <> excluded.detail
       ), wanted as (
         select id, case when exists (select from due where article_id = id) then 'STALE' else 'PUBLISHED' end as status
           from shown
       )
       update article k set status = wanted.status from wanted where k.id = wanted.id and k.status <> wanted.status`,
      [articleIds, feedback.isOn, feedback.minVotes, feedback.share, drift, ageMonths, version],
    );
  }

  /**
   * The text that readers see now was written after these versions came out: whoever wrote it knew them. To be called
   * where readers get to see another version.
   */
  async noteVersionsKnown(articleId: number): Promise<void> {
    await this.database.query(
      `update article_applicability a set checked_version_id = newest.id
         from article k, article_version w, product_version newest
        where a.article_id = $1 and k.id = $1 and w.article_id = $1 and w.number = k.version
          and newest.id = newest_released_version(a.product_id) and newest.announced_at < w.created_at
          and a.checked_version_id is distinct from newest.id`,
      [articleId],
    );
  }

  /** A curator says now that the article is true: what came up before is settled. */
  async confirm(articleId: number): Promise<void> {
    await this.database.query(`update article set confirmed_at = now() where id = $1`, [articleId]);
    await this.database.query(`delete from article_stale_reason where article_id = $1 and kind = 'MANUAL'`, [
      articleId,
    ]);
    await this.database.query(
      `update article_applicability set checked_version_id = newest_released_version(product_id)
        where article_id = $1`,
      [articleId],
    );
  }

  async noteByHand(articleId: number, remark: string): Promise<void> {
    await this.database.query(
      `insert into article_stale_reason (article_id, kind, detail) values ($1, 'MANUAL', $2)
       on conflict (article_id, kind) do update set detail = excluded.detail, since = now()`,
      [articleId, JSON.stringify({ remark })],
    );
  }

  /** Articles that apply to a product, by number. */
  async ofProduct(productId: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select article_id as id from article_applicability where product_id = $1 order by article_id`,
      [productId],
    );
    return rows.map(({ id }) => id);
  }

  /** The next articles that readers see, by number. */
  async shownAfter(id: number, limit: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from article where status in ('PUBLISHED', 'STALE') and id > $1 order by id limit $2`,
      [id, limit],
    );
    return rows.map((row) => row.id);
  }

  async lock(articleIds: readonly number[]): Promise<void> {
    await this.database.query(`select id from article where id = any($1) order by id for no key update`, [
      articleIds,
    ]);
  }
}

// What was said of an earlier text, or was settled by a curator, is not held against the article.
const FEEDBACK_DUE = `
  select s.id, 'FEEDBACK', jsonb_build_object('votes', said.votes, 'notHelpful', said.not_helpful)
    from shown s
   cross join lateral (
     select count(*) as votes, count(*) filter (where not f.helpful) as not_helpful
       from article_feedback f
      where f.article_id = s.id and f.updated_at > s.read_since and f.resolved_at is null) said
   where $2 and said.votes >= $3::int and said.not_helpful >= $4::float8 * said.votes`;

const DRIFT_DUE = `
  select s.id, 'DRIFT', jsonb_build_object('answers', count(*))
    from shown s
    join article_source source on source.article_id = s.id and source.is_live
    join post answer on answer.id = source.answer_id
   where $5 and answer.deleted_at is null and answer.revision > source.answer_revision
   group by s.id`;

// A date that somebody has set says more than the rule for all. Translations follow the age of their original.
const AGE_DUE = `
  select s.id, 'AGE', jsonb_strip_nulls(jsonb_build_object('dueOn', s.review_due_on, 'lookedAt', s.looked_at))
    from shown s
   where case when s.review_due_on is not null then s.review_due_on <= (now() at time zone 'utc')::date
              else s.translation_of is null and s.looked_at < now() - make_interval(months => $6::int) end`;

const VERSION_DUE = `
  select s.id, 'VERSION', jsonb_build_object('versionIds', jsonb_agg(newest.id order by newest.id))
    from shown s
    join article_applicability a on a.article_id = s.id
    join product_version newest on newest.id = newest_released_version(a.product_id)
    left join product_version first on first.id = a.from_version_id
    left join product_version checked on checked.id = a.checked_version_id
   where $7 and a.to_version_id is null
     and (first.id is null or first.ordinal <= newest.ordinal)
     and (checked.id is null or checked.ordinal < newest.ordinal)
   group by s.id`;

const MANUAL_DUE = `
  select s.id, 'MANUAL', r.detail
    from shown s join article_stale_reason r on r.article_id = s.id and r.kind = 'MANUAL'
   where r.since >= s.looked_at`;
