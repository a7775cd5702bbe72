import type { TestServer } from './server.js';

/** Makes a case of the votes of one for another, as a night does that finds them; gives its global id. */
export async function findArrangedVotes({ db }: TestServer): Promise<string> {
  const row = await db.database.one<{ id: number }>(
    `with votes as (
       select v.id, v.post_id, v.voter_id, p.author_id, v.value, v.created_at
         from vote v join post p on p.id = v.post_id where v.voter_id is not null and p.author_id is not null),
     pair as (
       select voter_id, author_id, count(*) from votes group by 1, 2 order by count(*) desc, 1, 2 limit 1),
     found as (
       insert into fraud_case (kind, account_ids, evidence)
       select 'SERIAL_VOTES', array[voter_id, author_id],
              jsonb_build_object('votes', count, 'downvotes', 0, 'votesOfVoter', count, 'mostInAnHour', count,
                                 'windowDays', 30)
         from pair returning id),
     held as (
       insert into fraud_case_vote (case_id, vote_id, post_id, voter_id, author_id, value, cast_at)
       select found.id, votes.id, votes.post_id, votes.voter_id, votes.author_id, votes.value, votes.created_at
         from found cross join votes join pair using (voter_id, author_id))
     select id from found`,
  );
  if (!row) throw new Error('there are no votes to arrange');
  return `z_${row.id}`;
}
