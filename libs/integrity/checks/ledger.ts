import { RULE_ENTRIES } from '#libs/reputation';
import type { ReputationReason } from '#libs/reputation';
import type { SqlCheck } from '../check.js';

export interface LedgerCheck extends SqlCheck {
  /** SQL: the same as `finds` for the posts of `$1` alone, with the `cause` of each entry. */
  readonly findsAmong: string;
}

/** Posts that can be seen: nobody has credit for what is deleted, or belongs to a deleted question. */
const VISIBLE = `
  select p.*, q.author_id as asker_id
    from post p left join post q on q.id = p.question_id
   where p.deleted_at is null and q.deleted_at is null`;

/** Each author once for an article, however many of their answers are in it: for the first that can be seen. */
export const DUE_PROMOTIONS = `
  select distinct on (k.id, a.author_id) k.id as article_id, a.author_id as account_id, a.id as post_id,
         k.published_by
    from article_source s join article k on k.id = s.article_id join (${VISIBLE}) a on a.id = s.answer_id
   where s.is_live and k.status in ('PUBLISHED', 'STALE')
     and a.author_id is not null and a.author_id is distinct from k.published_by
   order by k.id, a.author_id, a.id`;

/**
 * Compares what stands in the forum with what stands in the ledger (entries that were not taken back).
 * @param due SQL: who is to be credited for what, as `account_id`, `post_id`, `cause` and `reason`
 */
function ledgerCheck(
  name: string,
  promise: string,
  reasons: readonly ReputationReason[],
  due: string,
): LedgerCheck {
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  const finds = (among: string) => `
    with due as (select * from (${due}) due where ${among}),
    standing as (
      select e.account_id, e.cause, min(e.post_id) as post_id, min(e.reason) as reason, count(*) as times
        from reputation_entry e
       where e.reason in (${list}) and ${among}
         and not exists (select from reputation_entry r where r.reverses_id = e.id)
       group by e.account_id, e.cause)
    select coalesce(due.post_id, standing.post_id) as id, cause,
           format('%s: %s of account %s', cause, coalesce(due.reason, standing.reason), account_id) ||
             case when standing.times is null then ' is missing' when due.cause is null then ' stands for nothing'
                  else format(' stands %s times, as %s', standing.times, standing.reason) end as example
      from due full join standing using (account_id, cause)
     where due.cause is null or standing.times is distinct from 1 or due.reason <> standing.reason`;
  return {
    name,
    promise,
    counts: `select count(*) as rows from (${due}) due`,
    finds: finds('true'),
    findsAmong: finds('post_id = any($1)'),
    mends: 'ledger',
  };
}

const votes = ledgerCheck(
  'votes in the ledger',
  'Every vote that stands has its entries in the ledger once, and no other has any.',
  reasonsOf(['QUESTION_UPVOTED', 'QUESTION_DOWNVOTED', 'ANSWER_UPVOTED', 'ANSWER_DOWNVOTED']),
  `select p.author_id as account_id, p.id as post_id, 'vote:' || v.id as cause,
          upper(p.kind) || case v.value when 1 then '_UPVOTED' else '_DOWNVOTED' end as reason
     from vote v join (${VISIBLE}) p on p.id = v.post_id
    where v.earns_reputation and v.voided_at is null and p.author_id is not null
   union all
   select v.voter_id, p.id, 'vote:' || v.id, 'ANSWER_DOWNVOTED'
     from vote v join (${VISIBLE}) p on p.id = v.post_id
    where p.kind = 'answer' and v.value = -1 and v.voided_at is null and v.voter_id is not null`,
);

const acceptances = ledgerCheck(
  'acceptances in the ledger',
  'Every accepted answer is credited once to its author and to the asker, unless they are the same person.',
  reasonsOf(['ANSWER_ACCEPTED', 'ACCEPTED_AN_ANSWER']),
  `select person.account_id, a.id as post_id, 'accept:' || a.id as cause, person.reason
     from (${VISIBLE}) a
    cross join lateral (values (a.author_id, 'ANSWER_ACCEPTED'), (a.asker_id, 'ACCEPTED_AN_ANSWER'))
            as person (account_id, reason)
    where a.accepted_at is not null and a.acceptance_void_case is null and person.account_id is not null
      and (a.author_id is null or a.author_id is distinct from a.asker_id)`,
);

const alsoSolved = ledgerCheck(
  'answers that solved it too in the ledger',
  'Every answer that is marked as solving the question too is credited once, unless asker or marker wrote it.',
  reasonsOf(['ANSWER_ALSO_SOLVED']),
  `select author_id as account_id, id as post_id, 'also-solved:' || id as cause, 'ANSWER_ALSO_SOLVED' as reason
     from (${VISIBLE}) a
    where also_solved_at is not null and acceptance_void_case is null and author_id is not null and author_id is distinct from asker_id
      and author_id is distinct from also_solved_by`,
);

const officialMarks = ledgerCheck(
  'official marks in the ledger',
  'Every answer that somebody else made official is credited to its author once.',
  reasonsOf(['ANSWER_MADE_OFFICIAL']),
  `select author_id as account_id, id as post_id, 'official:' || id as cause, 'ANSWER_MADE_OFFICIAL' as reason
     from (${VISIBLE}) a
    where official_at is not null and author_id is not null and author_id is distinct from official_by`,
);

const promotions = ledgerCheck(
  'promotions in the ledger',
  'Everybody whose answers somebody else made a public article of is credited once for it, by the first of them.',
  reasonsOf(['ANSWER_PROMOTED']),
  `select account_id, post_id, 'promotion:' || article_id || ':' || post_id as cause, 'ANSWER_PROMOTED' as reason
     from (${DUE_PROMOTIONS}) promoted`,
);

/** Ends the start if the rules have changed under these checks. */
function reasonsOf(wanted: readonly ReputationReason[]): readonly ReputationReason[] {
  const unknown = wanted.filter(
    (reason) => !Object.values(RULE_ENTRIES).some((entry) => entry.reason === reason),
  );
  if (unknown.length > 0) throw new Error(`no rule gives points for ${unknown.join(', ')}`);
  return wanted;
}

export const ledgerChecks = [votes, acceptances, alsoSolved, officialMarks, promotions];
