import { Injectable } from '@nestjs/common';
import {
  AcceptanceWithdrawn,
  AlsoSolvedMarked,
  AlsoSolvedWithdrawn,
  AnswerAccepted,
  AnswerMadeOfficial,
  OfficialMarkWithdrawn,
  PostDeleted,
  PostRestored,
  VoteCast,
  VoteWithdrawn,
  VotesReinstated,
  VotesVoided,
} from '#libs/forum';
import type { AcceptanceRef } from '#libs/forum';
import { DomainEvents } from '#libs/platform';
import {
  acceptanceCause,
  alsoSolvedCause,
  awardsForAcceptance,
  awardsForAlsoSolved,
  awardsForOfficialMark,
  awardsForVote,
  officialMarkCause,
  voteCause,
} from '../domain/awards.js';
import type { Award } from '../domain/awards.js';
import { StandingAwards } from '../persistence/standing-awards.js';
import { Ledger } from './ledger.js';

/** Enters into the ledger what happens in the forum, in the transaction in which it happens. */
@Injectable()
export class ForumCredits {
  constructor(
    events: DomainEvents,
    private readonly ledger: Ledger,
    private readonly standing: StandingAwards,
  ) {
    events.on(VoteCast, ({ post, voterId, value, voteId }) =>
      ledger.award(awardsForVote(post, { id: voteId, value, voterId })),
    );
    events.on(VoteWithdrawn, ({ voteId }) => ledger.revoke([voteCause(voteId)], 'VOTE_WITHDRAWN'));
    events.on(AnswerAccepted, ({ answer, askerId, isVoid }) =>
      ledger.award(isVoid ? [] : awardsForAcceptance(answer, askerId)),
    );
    events.on(AcceptanceWithdrawn, ({ answer }) => ledger.revoke([acceptanceCause(answer.id)], 'MARK_MOVED'));
    events.on(AlsoSolvedMarked, ({ answer, askerId, by, isVoid }) =>
      ledger.award(isVoid ? [] : awardsForAlsoSolved(answer, { askerId, markedBy: by.accountId })),
    );
    events.on(AlsoSolvedWithdrawn, ({ answer }) => ledger.revoke([alsoSolvedCause(answer.id)], 'MARK_MOVED'));
    events.on(AnswerMadeOfficial, ({ answer, by }) =>
      ledger.award(awardsForOfficialMark(answer, by.accountId)),
    );
    events.on(OfficialMarkWithdrawn, ({ answer }) =>
      ledger.revoke([officialMarkCause(answer.id)], 'MARK_MOVED'),
    );
    events.on(VotesVoided, ({ votes, acceptances }) =>
      ledger.revoke(
        [
          ...votes.map((vote) => voteCause(vote.id)),
          ...acceptances.flatMap(({ answer }) => [acceptanceCause(answer.id), alsoSolvedCause(answer.id)]),
        ],
        'FRAUD',
      ),
    );
    events.on(VotesReinstated, (reinstated) => ledger.award(awardsOfReinstated(reinstated)));
    // Nobody keeps, or pays for, what can no longer be seen and judged.
    events.on(PostDeleted, ({ hidden }) => ledger.revokeAllOf(hidden.map((post) => post.id)));
    events.on(PostRestored, (restored) => this.creditAgain(restored));
  }

  /** On the days when it was earned, so that deleting and restoring leaves the daily cap as it was. */
  private async creditAgain({ shown }: PostRestored): Promise<void> {
    await this.ledger.award(await this.standing.ofPosts(shown.map((post) => post.id)));
  }
}

/** What has been deleted meanwhile is credited when it is restored, as everything else of it. */
function awardsOfReinstated({ votes, acceptances }: VotesReinstated): Award[] {
  return [
    ...votes
      .filter(({ isVisible }) => isVisible)
      .flatMap(({ post, castAt, ...vote }) =>
        awardsForVote(post, vote).map((award) => ({ ...award, earnedAt: castAt })),
      ),
    ...acceptances.filter(({ isVisible }) => isVisible).flatMap(awardsOfAcceptance),
  ];
}

/** An answer is accepted or solved it too, not both. */
function awardsOfAcceptance({
  answer,
  askerId,
  acceptedAt,
  alsoSolvedAt,
  alsoSolvedBy,
}: AcceptanceRef): Award[] {
  const since = (earnedAt: Date, awards: Award[]) => awards.map((award) => ({ ...award, earnedAt }));
  return [
    ...(acceptedAt ? since(acceptedAt, awardsForAcceptance(answer, askerId)) : []),
    ...(alsoSolvedAt
      ? since(alsoSolvedAt, awardsForAlsoSolved(answer, { askerId, markedBy: alsoSolvedBy }))
      : []),
  ];
}
