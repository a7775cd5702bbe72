import { Injectable } from '@nestjs/common';
import { Database, DomainEvents } from '#libs/platform';
import { QuestionChanged, VotesReinstated, VotesVoided } from '../domain/events.js';
import type { AcceptanceRef, VoteRef } from '../domain/events.js';
import { PostStore } from '../persistence/post.store.js';
import { VoidVoteStore } from '../persistence/void-vote.store.js';

/** What an invalidation, or its undoing, has changed. */
export interface ChangedVotes {
  readonly votes: readonly VoteRef[];
  readonly acceptances: readonly AcceptanceRef[];
}

/**
 * Takes votes and acceptances that were found invalid out of every count, and puts them back exactly. A void vote stays
 * its voter's, who can neither withdraw nor turn it. A void acceptance stays what the asker says, and earns nothing: neither that the
 * answer is accepted nor that it solved it too, or whoever is found out by the one would go on by the other.
 *
 * All of it belongs to the caller's transaction. Who may do it, and why, is for whoever decides on the case.
 */
@Injectable()
export class VoidedVotes {
  constructor(
    private readonly database: Database,
    private readonly store: VoidVoteStore,
    private readonly posts: PostStore,
    private readonly events: DomainEvents,
  ) {}

  /** Those of them that are still there and not void yet. @param answerIds whose acceptance, or “solved it too”, is to be void */
  void(caseId: number, voteIds: readonly number[], answerIds: readonly number[]): Promise<ChangedVotes> {
    return this.database.transaction(async () => {
      await this.store.lockPostsOf(voteIds, answerIds);
      const votes = await this.store.voidVotes(caseId, voteIds);
      const acceptances = await this.store.voidAcceptances(caseId, answerIds);
      await this.recount(votes);
      await this.events.publish(new VotesVoided(caseId, votes, acceptances));
      await this.announce(votes);
      return { votes, acceptances };
    });
  }

  /** Everything that this case made void. */
  reinstate(caseId: number): Promise<ChangedVotes> {
    return this.database.transaction(async () => {
      await this.store.lockPostsOfCase(caseId);
      const votes = await this.store.reinstateVotes(caseId);
      const acceptances = await this.store.reinstateAcceptances(caseId);
      await this.recount(votes);
      await this.events.publish(new VotesReinstated(caseId, votes, acceptances));
      await this.announce(votes);
      return { votes, acceptances };
    });
  }

  private async recount(votes: readonly VoteRef[]): Promise<void> {
    await this.store.recount([...new Set(votes.map(({ post }) => post.id))]);
    const answers = votes.filter(({ post }) => post.kind === 'answer');
    for (const id of questionsOf(answers)) await this.posts.recountAnswers(id);
  }

  private async announce(votes: readonly VoteRef[]): Promise<void> {
    for (const id of questionsOf(votes)) await this.events.publish(new QuestionChanged(id));
  }
}

function questionsOf(votes: readonly VoteRef[]): number[] {
  return [...new Set(votes.map(({ post }) => post.questionId))];
}
