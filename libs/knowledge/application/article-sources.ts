import { Injectable } from '@nestjs/common';
import { PostEdited } from '#libs/forum';
import { ConflictError, NotFoundError, globalId } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents } from '#libs/platform';
import { articleInTheWay } from '../domain/article.js';
import { SOURCES_MAX } from '../domain/candidates.js';
import { SourceDrifted, SourcesConfirmed } from '../domain/events.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { CandidateStore } from '../persistence/candidate.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import type { ArticleSource } from '../persistence/provenance.store.js';
import { CandidateDesk } from './candidate-desk.js';
import { Curating } from './curating.js';
import { PromotionCredits } from './promotion-credits.js';

/** A revision of an answer that a curator has compared the article with. */
export interface SeenRevision {
  answerId: number;
  revision: number;
}

/** The answers behind an article: which they are, and whether they still say what was taken from them. */
@Injectable()
export class ArticleSources {
  constructor(
    private readonly curating: Curating,
    private readonly provenance: ProvenanceStore,
    private readonly candidates: CandidateStore,
    private readonly desk: CandidateDesk,
    private readonly credits: PromotionCredits,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {
    events.on(PostEdited, async ({ post }) => {
      if (post.kind === 'answer') await this.announceDrift(post.id);
    });
  }

  /**
   * Adds an answer that the article is made of as well; its author is credited while the article is public.
   * @throws NotFoundError for an answer that is deleted; ConflictError with the `article` that it is part of already, or
   *   with the `holder` of the candidate unless `force`; or if the article is archived or has enough sources
   */
  async add(viewer: Viewer, articleId: number, answerId: number, { force = false } = {}): Promise<void> {
    await this.change(viewer, articleId, [answerId], async (article, sources, actor) => {
      if (sources.some((source) => source.answerId === answerId)) return;
      const [answer] = await this.provenance.answers([answerId]);
      if (!answer?.isVisible) throw new NotFoundError('This answer');
      if (article.status === 'ARCHIVED') throw new ConflictError('Publish the article before you add to it.');
      if (sources.length >= SOURCES_MAX) {
        throw new ConflictError(`An article is made of ${SOURCES_MAX} answers at most.`);
      }
      await this.refuseIfLive(answerId);
      if (!force) await this.desk.requireFree([answerId], actor.accountId);
      await this.provenance.addSource(articleId, answerId);
      await this.candidates.settle([answerId]);
      await this.credits.settle(articleId, actor.accountId);
      await this.record(article, actor, 'article.source-added', { answerId });
    });
  }

  /** Takes an answer off the sources, and its credit away. @throws ConflictError for the only one it was made of */
  async remove(viewer: Viewer, articleId: number, answerId: number): Promise<void> {
    await this.change(viewer, articleId, [], async (article, sources, actor) => {
      const source = sources.find((known) => known.answerId === answerId);
      if (!source) return;
      if (sources.length === 1 && article.madeOfAnswers) {
        throw new ConflictError('An article keeps the last answer it was made of. Archive it instead.');
      }
      await this.provenance.removeSource(articleId, answerId);
      await this.credits.revoke([source]);
      await this.credits.settle(articleId);
      await this.record(article, actor, 'article.source-removed', { answerId });
    });
  }

  /**
   * Says: I have compared the article with its answers, and it is still right.
   * @param seen the revisions that were looked at; without them, whatever the answers say now
   * @throws ConflictError if an answer was edited once more meanwhile
   */
  async confirm(viewer: Viewer, articleId: number, seen?: readonly SeenRevision[] | null): Promise<void> {
    await this.change(viewer, articleId, [], async (article, _, actor) => {
      if (seen) await this.requireSeen(articleId, seen);
      const answers = await this.provenance.confirmSources(articleId);
      await this.events.publish(new SourcesConfirmed(articleId));
      if (answers.length > 0) await this.record(article, actor, 'article.sources-confirmed', { answers });
    });
  }

  private async announceDrift(answerId: number): Promise<void> {
    for (const { articleId } of await this.provenance.publishedFrom([answerId])) {
      await this.events.publish(new SourceDrifted(articleId, answerId));
    }
  }

  private async requireSeen(articleId: number, seen: readonly SeenRevision[]): Promise<void> {
    const revisions = await this.provenance.revisionsOf(articleId);
    const isUnseen = ({ answerId, revision, pinned }: SeenRevision & { pinned: number }) =>
      revision !== pinned &&
      !seen.some((known) => known.answerId === answerId && known.revision === revision);
    const unseen = revisions.find(isUnseen);
    if (!unseen) return;
    throw new ConflictError('An answer was edited while you compared. Please look at it once more.', {
      answerId: globalId('answer', unseen.answerId),
      revision: unseen.revision,
    });
  }

  private async refuseIfLive(answerId: number): Promise<void> {
    const live = await this.provenance.liveArticleOf([answerId]);
    if (!live) return;
    throw new ConflictError(`This answer is in the FAQ already: “${live.title}” (${live.slug}).`, {
      article: articleInTheWay(live),
    });
  }

  private async change(
    viewer: Viewer,
    articleId: number,
    more: readonly number[],
    work: (article: LockedArticle, sources: ArticleSource[], actor: Actor) => Promise<void>,
  ): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      await work(article, await this.provenance.lockSources(articleId, more), actor);
    });
  }

  private record(
    article: LockedArticle,
    actor: Actor,
    action: 'article.source-added' | 'article.source-removed' | 'article.sources-confirmed',
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({
      actorId: actor.accountId,
      action,
      subjectKind: 'article',
      subjectId: article.id,
      details,
    });
  }
}
