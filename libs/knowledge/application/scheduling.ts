import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, GUEST, PeerdeskError, UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { READABLE_STATUSES } from '../domain/article.js';
import { scheduleProblemOf } from '../domain/schedule.js';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { ScheduleStore } from '../persistence/schedule.store.js';
import { Curating } from './curating.js';
import { knowledgePolicies } from './policies.js';
import { Publication } from './publication.js';

const DAY_MS = 86_400_000;
/** Further ahead nobody remembers why. */
const DAYS_AHEAD = 366;

/** Publishing at a time to come: an announcement that goes with a release, or a change of rules on the first. */
@Injectable()
export class Scheduling {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly curating: Curating,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly schedules: ScheduleStore,
    private readonly publication: Publication,
    private readonly audit: Audit,
  ) {}

  /**
   * Has the version that is the newest then published at this time, or as soon after as everything that publishing
   * asks for is there. A time that was set before is replaced.
   * @throws UserInputError on `at`; ConflictError if readers see the newest version already, or the article is archived
   */
  async schedule(viewer: Viewer, articleId: number, at: Date): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      requireWithinReach(at);
      if (article.status === 'ARCHIVED') {
        throw new ConflictError(
          'This article is archived: nothing brings it back by itself. Publish it when it is time.',
        );
      }
      if (READABLE_STATUSES.includes(article.status) && article.version === article.latestVersion) {
        throw new ConflictError('Readers see the newest version already: there is nothing to publish.');
      }
      await this.schedules.set(articleId, at, actor.accountId);
      await this.record(article, actor, 'article.scheduled', { at: at.toISOString() });
    });
  }

  async cancel(viewer: Viewer, articleId: number): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      const wasScheduled = await this.schedules.cancel(articleId);
      if (wasScheduled) await this.record(article, actor, 'article.schedule-cancelled', {});
    });
  }

  /**
   * Publishes what is due; for the job of every minute. Each article is a transaction of its own, so that one which
   * cannot be published holds nobody up: it keeps the reason, and is tried again.
   */
  async publishDue(now = new Date()): Promise<void> {
    for (const articleId of await this.schedules.due(now)) {
      try {
        await this.publishOne(articleId, now);
      } catch (error) {
        if (!(error instanceof PeerdeskError)) throw error;
        await this.schedules.noteProblem(articleId, scheduleProblemOf(error), error.message);
      }
    }
  }

  private async publishOne(articleId: number, now: Date): Promise<void> {
    await this.database.transaction(async () => {
      const article = await this.articles.lock(articleId);
      // Read again under the lock: it may have been cancelled, moved or archived while we waited.
      const schedule = await this.schedules.of(articleId);
      if (!article || !schedule || schedule.publishAt > now) return;
      const actor = await this.accounts.current({ ...GUEST, accountId: schedule.scheduledBy });
      authorise(knowledgePolicies.curate, actor, undefined);
      const sources = await this.provenance.lockSources(articleId);
      await this.publication.showNewest(article, sources, actor.accountId, { scheduled: true });
    });
  }

  private record(
    article: LockedArticle,
    actor: Actor,
    action: 'article.scheduled' | 'article.schedule-cancelled',
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

function requireWithinReach(at: Date): void {
  const now = Date.now();
  if (at.getTime() > now && at.getTime() <= now + DAYS_AHEAD * DAY_MS) return;
  throw UserInputError.field('at', 'Please choose a time within the year to come.');
}
