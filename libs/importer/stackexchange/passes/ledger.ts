import { type Award, awardsForAcceptance, awardsForVote, Ledger } from '#libs/reputation';
import type { AcceptedAnswer } from './acceptance.js';
import type { CastVote } from './count-votes.js';
import type { ImportRun } from './run.js';

/** Credits authors for imported votes by the rules of this site, on the day when the vote was cast. */
export async function recordVotes(run: ImportRun, votes: CastVote[]): Promise<void> {
  await new Ledger(run.database).award(
    votes.flatMap(({ id, post, isUp, createdAt }) =>
      awardsForVote(
        { id: post.postId, kind: post.kind, authorId: post.authorId },
        { id, value: isUp ? 1 : -1, voterId: null },
      ).map((award) => inThePast(award, createdAt)),
    ),
  );
}

export async function recordAcceptances(run: ImportRun, accepted: AcceptedAnswer[]): Promise<void> {
  await new Ledger(run.database).award(
    accepted.flatMap(({ answerId, authorId, askerId, at }) =>
      awardsForAcceptance({ id: answerId, kind: 'answer', authorId }, askerId).map((award) =>
        inThePast(award, at),
      ),
    ),
  );
}

const inThePast = (award: Award, earnedAt: Date): Award => ({ ...award, earnedAt, isHistory: true });
