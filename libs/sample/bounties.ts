import { BountyStore, bountyCause } from '#libs/bounties';
import type { Database } from '#libs/platform';
import type { Ledger } from '#libs/reputation';

/**
 * One that can be won: somebody who knows a lot puts up a little for a question that nobody has answered. It begins when
 * the sample is loaded, and ends like any other.
 */
export async function writeBounty(database: Database, ledger: Ledger): Promise<void> {
  const place = await database.one<{ questionId: number; offeredBy: number }>(
    `select q.id as "questionId", a.id as "offeredBy"
       from post q join account a on a.id <> q.author_id
      where q.kind = 'question' and q.deleted_at is null and q.answer_count = 0
      order by a.reputation desc, a.id, q.id limit 1`,
  );
  if (!place) throw new Error('the sample has no question without answers');
  const terms = { days: 7, graceDays: 1, leastScore: 2, ruleVersion: 1 };
  const offer = { ...place, amount: 50, note: 'A photo of how you wired it would help most.' };
  const id = await new BountyStore(database).add({ ...offer, ...terms });
  const entry = { accountId: place.offeredBy, postId: place.questionId, cause: bountyCause(id), points: -50 };
  await ledger.award([{ ...entry, rule: null, reason: 'BOUNTY_OFFERED' }]);
}
