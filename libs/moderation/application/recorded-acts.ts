import { Injectable } from '@nestjs/common';
import { AccountErased, RoleChanged } from '#libs/accounts';
import { CatalogueChanged } from '#libs/catalogue';
import {
  AcceptedOnBehalf,
  AnswerMadeOfficial,
  AnswerSuperseded,
  CommentDeleted,
  CommentRestored,
  OfficialMarkWithdrawn,
  PostApplicabilityChanged,
  PostDeleted,
  PostEdited,
  PostRestored,
  SupersessionWithdrawn,
  WithdrawnOnBehalf,
} from '#libs/forum';
import type { PostRef } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { RatingRestored, RatingVoided } from '#libs/reputation';
import { RecomputationAsked, RulesChanged } from '#libs/reputation';
import { Audit } from './audit.js';

/**
 * Records the acts of moderation in the libs below, in the transaction of the act. What people do to their own posts
 * and comments is not moderation and stays out; marking an answer official is, whoever wrote it.
 */
@Injectable()
export class RecordedActs {
  constructor(
    events: DomainEvents,
    private readonly audit: Audit,
  ) {
    events.on(RoleChanged, ({ accountId, from, to, by }) =>
      audit.record({
        actorId: by?.accountId ?? null,
        action: 'account.role-changed',
        subjectKind: 'account',
        subjectId: accountId,
        details: { from, to },
      }),
    );
    // Without a name: records outlive it.
    events.on(AccountErased, ({ accountId, by, reason }) =>
      this.audit.record({
        actorId: by?.accountId ?? null,
        action: 'account.erased',
        subjectKind: 'account',
        subjectId: accountId,
        details: reason === null ? { byOwner: true } : { reason },
      }),
    );
    events.on(PostDeleted, ({ post, hidden, by, reason }) =>
      this.recordOfOthersPost('deleted', post, by, {
        reason,
        answersHidden: hidden.filter((other) => other.id !== post.id).length,
      }),
    );
    events.on(PostRestored, ({ post, by }) => this.recordOfOthersPost('restored', post, by));
    events.on(PostEdited, ({ post, revision, by }) =>
      this.recordOfOthersPost('edited', post, by, { revision }),
    );
    events.on(AnswerMadeOfficial, ({ answer, by }) =>
      this.recordOfPost('made-official', answer, by.accountId),
    );
    events.on(OfficialMarkWithdrawn, ({ answer, by }) =>
      this.recordOfPost('official-mark-withdrawn', answer, by?.accountId ?? null),
    );
    events.on(AcceptedOnBehalf, ({ answer, by, reason }) =>
      this.recordOfPost('accepted-on-behalf', answer, by.accountId, { reason }),
    );
    events.on(WithdrawnOnBehalf, ({ answer, by, reason }) =>
      this.recordOfPost('acceptance-withdrawn-on-behalf', answer, by.accountId, { reason }),
    );
    events.on(AnswerSuperseded, ({ answer, newer, by, reason }) =>
      this.recordOfOthersPost('superseded', answer, by, { reason, newerId: newer.id }),
    );
    events.on(SupersessionWithdrawn, ({ answer, by }) =>
      this.recordOfOthersPost('supersession-withdrawn', answer, by),
    );
    // What a post applies to is no part of its text, but of what others may change in it.
    events.on(PostApplicabilityChanged, ({ post, by }) =>
      this.recordOfOthersPost('applicability-changed', post, by),
    );
    events.on(CatalogueChanged, ({ kind, deed, name, by }) =>
      this.audit.record({
        actorId: by.accountId,
        action: `site.${kind}-${deed}`,
        subjectKind: 'site',
        subjectId: null,
        details: { name },
      }),
    );
    events.on(RulesChanged, ({ version, by, changes, note }) =>
      this.recordOfSite('reputation-rules-changed', by, {
        version,
        note,
        ...Object.fromEntries(changes.map(({ path, before, after }) => [path, { from: before, to: after }])),
      }),
    );
    events.on(RecomputationAsked, ({ version, by }) =>
      this.recordOfSite('reputation-recomputation-asked', by, { version }),
    );
    events.on(RatingVoided, (event) => this.recordOfRating('voided', event));
    events.on(RatingRestored, (event) => this.recordOfRating('restored', event));
    events.on(CommentDeleted, (event) => this.recordOfOthersComment('deleted', event));
    events.on(CommentRestored, (event) => this.recordOfOthersComment('restored', event));
  }

  private recordOfSite(deed: string, by: Actor, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({
      actorId: by.accountId,
      action: `site.${deed}`,
      subjectKind: 'site',
      subjectId: null,
      details,
    });
  }

  /** Of whoever was rated, and not for which answer: who moderates and reads this may be that person. */
  private recordOfRating(
    deed: 'voided' | 'restored',
    { helperId, reference, by, reason }: RatingVoided | RatingRestored,
  ): Promise<void> {
    return this.audit.record({
      actorId: by.accountId,
      action: `account.rating-${deed}`,
      subjectKind: 'account',
      subjectId: helperId,
      details: { rating: reference, reason },
    });
  }

  private async recordOfOthersPost(
    deed: string,
    post: PostRef,
    by: Actor,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    if (by.accountId !== post.authorId) await this.recordOfPost(deed, post, by.accountId, details);
  }

  private recordOfPost(
    deed: string,
    post: PostRef,
    actorId: number | null,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record({
      actorId,
      action: `${post.kind}.${deed}`,
      subjectKind: post.kind,
      subjectId: post.id,
      details,
    });
  }

  private async recordOfOthersComment(deed: string, event: CommentDeleted | CommentRestored): Promise<void> {
    const { commentId, authorId, by } = event;
    if (by.accountId === authorId) return;
    await this.audit.record({
      actorId: by.accountId,
      action: `comment.${deed}`,
      subjectKind: 'comment',
      subjectId: commentId,
    });
  }
}
