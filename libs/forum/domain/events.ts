import type { Actor } from '#libs/kernel';

/** What happened in the forum. Each is published inside the transaction that makes it so. */

export type PostKind = 'question' | 'answer';

/** What a listener needs to know of a post. `authorId` is null once the author's account was erased. */
export interface PostRef {
  readonly id: number;
  readonly kind: PostKind;
  readonly authorId: number | null;
  /** The question itself, or the one that the answer belongs to. */
  readonly questionId: number;
}

export class QuestionAsked {
  constructor(
    readonly post: PostRef,
    /** The global id of what the asker had read before, and what did not help; as the client gave it. */
    readonly afterReading: string | null = null,
  ) {}
}

export class AnswerPosted {
  constructor(readonly post: PostRef) {}
}

export class CommentAdded {
  constructor(
    readonly commentId: number,
    readonly post: PostRef,
    readonly authorId: number,
  ) {}
}

/** A vote now stands. `voteId` is new each time a vote is cast, also when it is turned round. */
export class VoteCast {
  constructor(
    readonly post: PostRef,
    readonly voterId: number,
    readonly value: 1 | -1,
    readonly voteId: number,
  ) {}
}

/** A vote no longer stands: withdrawn, or turned round (then a `VoteCast` follows). */
export class VoteWithdrawn {
  constructor(
    readonly post: PostRef,
    readonly voterId: number,
    readonly voteId: number,
  ) {}
}

/** By the asker; or in their name by somebody else, who is then `by` (and an `AcceptedOnBehalf` follows). */
export class AnswerAccepted {
  constructor(
    readonly answer: PostRef,
    readonly askerId: number | null,
    readonly by: Actor,
    /** What its asker says of this answer was found invalid before: it is accepted, and nobody earns by it. */
    readonly isVoid = false,
  ) {}
}

/** The acceptance was taken back, moved to another answer, or the answer was deleted. */
export class AcceptanceWithdrawn {
  constructor(readonly answer: PostRef) {}
}

/** A moderator accepted in the name of an asker who kept silent. Comes after `AnswerAccepted`. */
export class AcceptedOnBehalf {
  constructor(
    readonly answer: PostRef,
    readonly askerId: number | null,
    readonly by: Actor,
    readonly reason: string,
  ) {}
}

/** A moderator took back what was accepted in the name of the asker. Comes after `AcceptanceWithdrawn`. */
export class WithdrawnOnBehalf {
  constructor(
    readonly answer: PostRef,
    readonly askerId: number | null,
    readonly by: Actor,
    readonly reason: string,
  ) {}
}

/** The asker says that this answer solved it too, besides the accepted one. */
export class AlsoSolvedMarked {
  constructor(
    readonly answer: PostRef,
    readonly askerId: number | null,
    readonly by: Actor,
    /** As of an acceptance. */
    readonly isVoid = false,
  ) {}
}

/** The mark was taken back, or the answer became the accepted one. Deletion has no event of its own for it. */
export class AlsoSolvedWithdrawn {
  constructor(readonly answer: PostRef) {}
}

/** A newer answer now replaces this one; also when another one replaced it before. */
export class AnswerSuperseded {
  constructor(
    readonly answer: PostRef,
    readonly newer: PostRef,
    readonly by: Actor,
    readonly reason: string | null,
  ) {}
}

export class SupersessionWithdrawn {
  constructor(
    readonly answer: PostRef,
    readonly by: Actor,
  ) {}
}

/** An asker has answers and has accepted none. Once for a question, whoever is told how. */
export class AcceptanceReminderDue {
  constructor(
    readonly questionId: number,
    readonly askerId: number,
  ) {}
}

export class AnswerMadeOfficial {
  constructor(
    readonly answer: PostRef,
    readonly by: Actor,
  ) {}
}

export class OfficialMarkWithdrawn {
  constructor(
    readonly answer: PostRef,
    readonly by: Actor | null,
  ) {}
}

/**
 * Posts went out of sight. Deleting a question takes its answers along: `hidden` holds all of them, the one that was
 * deleted first. Their marks have not been withdrawn by events of their own.
 */
export class PostDeleted {
  constructor(
    readonly post: PostRef,
    readonly hidden: readonly PostRef[],
    readonly by: Actor,
    readonly reason: string | null,
  ) {}
}

/** The opposite of `PostDeleted`: `shown` are visible again, with the votes and marks that their rows hold now. */
export class PostRestored {
  constructor(
    readonly post: PostRef,
    readonly shown: readonly PostRef[],
    readonly by: Actor,
  ) {}
}

export class PostEdited {
  constructor(
    readonly post: PostRef,
    readonly revision: number,
    readonly by: Actor,
  ) {}
}

/** A post now says otherwise, or no longer, which product and versions it applies to; its text may be as it was. */
export class PostApplicabilityChanged {
  constructor(
    readonly post: PostRef,
    readonly by: Actor,
  ) {}

  get postId(): number {
    return this.post.id;
  }
}

export class CommentDeleted {
  constructor(
    readonly commentId: number,
    readonly authorId: number | null,
    readonly by: Actor,
  ) {}
}

export class CommentRestored {
  constructor(
    readonly commentId: number,
    readonly authorId: number | null,
    readonly by: Actor,
  ) {}
}

/** Something that a search result shows, or is found by, has changed; comes beside the events above. */
export class QuestionChanged {
  constructor(readonly questionId: number) {}
}

/** A vote, with what is needed to credit it. `isVisible`: neither its post nor the question is deleted. */
export interface VoteRef {
  readonly id: number;
  readonly post: PostRef;
  readonly voterId: number | null;
  readonly value: 1 | -1;
  readonly castAt: Date;
  readonly isVisible: boolean;
}

/** That the asker accepted this answer or said that it solved it too; neither need be so (any more). */
export interface AcceptanceRef {
  readonly answer: PostRef;
  readonly askerId: number | null;
  readonly acceptedAt: Date | null;
  readonly alsoSolvedAt: Date | null;
  readonly alsoSolvedBy: number | null;
  readonly isVisible: boolean;
}

/** Votes and acceptances that were found invalid, all of one case: they stay, and count for nothing from now on. */
export class VotesVoided {
  constructor(
    readonly caseId: number,
    readonly votes: readonly VoteRef[],
    readonly acceptances: readonly AcceptanceRef[],
  ) {}
}

/** The opposite of `VotesVoided`: they count as they did. */
export class VotesReinstated {
  constructor(
    readonly caseId: number,
    readonly votes: readonly VoteRef[],
    readonly acceptances: readonly AcceptanceRef[],
  ) {}
}
