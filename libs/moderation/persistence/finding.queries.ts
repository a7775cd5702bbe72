import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { SuspectAcceptance, SuspectVote } from '../domain/fraud-case.js';
import type { FraudThresholds } from '../domain/thresholds.js';

export interface SerialPair {
  voterId: number;
  authorId: number;
  votes: number;
  downvotes: number;
  votesOfVoter: number;
  mostInAnHour: number;
}

export interface VoteEdge {
  from: number;
  to: number;
  votes: number;
  share: number;
  /** Something was added to it since the watermark. */
  isFresh: boolean;
}

export interface ReciprocalPair {
  one: number;
  other: number;
  acceptances: number;
  acceptancesBack: number;
  expected: number;
}

export interface SharedPair {
  one: number;
  other: number;
  sharedDays: number;
  accountsThere: number;
}

/** Findings of one kind in one night; more would not be looked at. The next night goes on with what is left. */
const MOST_FINDINGS = 200;
const MOST_EDGES = 20_000;
/** Votes of one case: enough for every honest doubt, and for one transaction. */
const MOST_VOTES = 1_000;

/** Votes `v` on posts `p` of somebody that count and that somebody cast, since so many days (`$1`). */
const VOTES = `
  select v.id, v.post_id, v.voter_id, p.author_id, v.value, v.created_at
    from vote v join post p on p.id = v.post_id
   where v.created_at >= now() - make_interval(days => $1::integer)
     and v.voided_at is null and v.voter_id is not null and p.author_id is not null`;

/** Answers that askers accepted or said to have solved it too, and that earn by it, since so many days (`$1`). */
const ACCEPTANCES = `
  select a.id as answer_id, q.author_id as asker_id, a.author_id as helper_id,
         case when a.accepted_at is null then 'ALSO_SOLVED' else 'ACCEPTED' end as mark,
         coalesce(a.accepted_at, a.also_solved_at) as accepted_at
    from post a join post q on q.id = a.question_id
   where (a.accepted_at >= now() - make_interval(days => $1::integer)
          or a.also_solved_at >= now() - make_interval(days => $1::integer))
     and a.acceptance_void_case is null
     and not a.accepted_on_behalf and q.deleted_at is null and a.author_id <> q.author_id`;

/** What looks arranged: set-based, each kind by one statement. Nothing is locked and nothing written. */
@Injectable()
export class FindingQueries {
  constructor(private readonly database: Database) {}

  async now(): Promise<Date> {
    const row = await this.database.one<{ now: Date }>(`select now()`);
    return row?.now ?? new Date();
  }

  /** Who votes for what one person wrote, often and hardly for anybody else. */
  serialPairs(limits: FraudThresholds, since: Date): Promise<SerialPair[]> {
    return this.database.query(
      `with fresh as materialized (
         select distinct voter_id from vote where created_at >= $2 and voided_at is null and voter_id is not null),
       recent as materialized (select * from (${VOTES}) v where voter_id in (select voter_id from fresh)),
       voters as (select voter_id, count(*)::int as votes from recent group by voter_id),
       hours as (
         select voter_id, author_id, date_trunc('hour', created_at) as hour, count(*)::int as votes,
                count(*) filter (where value = -1)::int as downvotes, max(created_at) as latest
           from recent group by 1, 2, 3),
       pairs as (
         select voter_id, author_id, sum(votes)::int as votes, sum(downvotes)::int as downvotes,
                max(votes) as most, max(latest) as latest
           from hours group by 1, 2)
       select pairs.voter_id as "voterId", author_id as "authorId", pairs.votes, downvotes,
              voters.votes as "votesOfVoter", most as "mostInAnHour"
         from pairs join voters using (voter_id)
        where pairs.votes >= $3 and pairs.votes >= $4::float8 * voters.votes and latest >= $2
        order by pairs.votes desc, 1, 2 limit ${MOST_FINDINGS}`,
      [limits.windowDays, since, limits.serialVotes, limits.serialShare],
    );
  }

  /** Who often upvotes what whom else wrote: the graph that rings are looked for in. */
  voteEdges(limits: FraudThresholds, since: Date): Promise<VoteEdge[]> {
    return this.database.query(
      `with upvotes as (
         select voter_id, author_id, count(*)::int as votes, max(created_at) as latest
           from (${VOTES}) v where value = 1 group by 1, 2)
       select voter_id as "from", author_id as "to", votes, votes::float8 / of_voter as share,
              latest >= $2 as "isFresh"
         from (select *, sum(votes) over (partition by voter_id) as of_voter from upvotes) as edges
        where votes >= $3 and votes >= $4::float8 * of_voter
        order by votes desc, 1, 2 limit ${MOST_EDGES}`,
      [limits.windowDays, since, limits.ringVotes, limits.ringShare],
    );
  }

  /**
   * Two who accept each other's answers, or mark them as solving it too, far more often than chance would: of all acceptances of an asker, a helper gets
   * as large a share by chance as of everybody's.
   */
  reciprocalPairs(limits: FraudThresholds, since: Date): Promise<ReciprocalPair[]> {
    return this.database.query(
      `with accepted as materialized (${ACCEPTANCES}),
       total as (select count(*)::float8 as n from accepted),
       askers as (select asker_id as id, count(*)::float8 as n from accepted group by 1),
       helpers as (select helper_id as id, count(*)::float8 as n from accepted group by 1),
       pairs as (
         select asker_id, helper_id, count(*)::int as n, max(accepted_at) as latest from accepted group by 1, 2),
       both_ways as (
         select there.asker_id as one, there.helper_id as other, there.n as acceptances, back.n as acceptances_back,
                greatest(there.latest, back.latest) as latest,
                (one_asks.n * other_helps.n + other_asks.n * one_helps.n) / total.n as expected
           from pairs there
           join pairs back on back.asker_id = there.helper_id and back.helper_id = there.asker_id
           join askers one_asks on one_asks.id = there.asker_id
           join helpers one_helps on one_helps.id = there.asker_id
           join askers other_asks on other_asks.id = there.helper_id
           join helpers other_helps on other_helps.id = there.helper_id
          cross join total
          where there.asker_id < there.helper_id)
       select one, other, acceptances, acceptances_back as "acceptancesBack", expected
         from both_ways
        where least(acceptances, acceptances_back) >= $3
          and acceptances + acceptances_back >= $4::float8 * expected and latest >= $2
        order by acceptances + acceptances_back desc, one, other limit ${MOST_FINDINGS}`,
      [limits.windowDays, since, limits.reciprocalAcceptances, limits.reciprocalFactor],
    );
  }

  /** Accounts that were used from one network with one browser on several days, and have to do with each other. */
  sharedPairs(limits: FraudThresholds): Promise<SharedPair[]> {
    return this.database.query(
      `with places as materialized (
         select hash, day, count(distinct account_id)::int as accounts from account_signal group by 1, 2
         having count(distinct account_id) between 2 and $3),
       seen as materialized (
         select distinct s.hash, s.day, s.account_id, places.accounts from account_signal s join places using (hash, day)),
       pairs as (
         select a.account_id as one, b.account_id as other, count(distinct day)::int as shared_days,
                max(a.accounts) as accounts
           from seen a join seen b using (hash, day) where b.account_id > a.account_id
          group by 1, 2 having count(distinct day) >= $2),
       deeds as (
         select voter_id as actor, author_id as receiver from (${VOTES}) v
         union all select asker_id, helper_id from (${ACCEPTANCES}) a)
       select one, other, shared_days as "sharedDays", accounts as "accountsThere"
         from pairs
        where (select count(*) from deeds
                where (actor, receiver) in ((pairs.one, pairs.other), (pairs.other, pairs.one))) >= $4
        order by shared_days desc, one, other limit ${MOST_FINDINGS}`,
      [limits.windowDays, limits.sharedDays, limits.sharedAccounts, limits.sharedDeeds],
    );
  }

  /** Votes from one to the other of these pairs, the newest first. */
  votesOf(
    limits: FraudThresholds,
    pairs: readonly { from: number; to: number }[],
    { upvotesOnly = false } = {},
  ): Promise<SuspectVote[]> {
    return this.database.query(
      `select v.id as "voteId", v.post_id as "postId", v.voter_id as "voterId", v.author_id as "authorId", v.value,
              v.created_at as "castAt"
         from unnest($2::bigint[], $3::bigint[]) as pair (voter_id, author_id) join (${VOTES}) v
           on v.voter_id = pair.voter_id and v.author_id = pair.author_id
        where v.value = 1 or not $4::boolean
        order by v.created_at desc, v.id desc limit ${MOST_VOTES}`,
      [limits.windowDays, pairs.map(({ from }) => from), pairs.map(({ to }) => to), upvotesOnly],
    );
  }

  /** Acceptances, also of what solved it too, between two people, in both directions, the newest first. */
  acceptancesBetween(limits: FraudThresholds, one: number, other: number): Promise<SuspectAcceptance[]> {
    return this.database.query(
      `select answer_id as "answerId", asker_id as "askerId", helper_id as "helperId", mark, accepted_at as "acceptedAt"
         from (${ACCEPTANCES}) a
        where (asker_id, helper_id) in (($2, $3), ($3, $2)) order by accepted_at desc limit ${MOST_VOTES}`,
      [limits.windowDays, one, other],
    );
  }
}
