import { Injectable } from '@nestjs/common';
import { Composing, FieldChecks, TagStore } from '#libs/forum';
import { ConflictError, NotFoundError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents } from '#libs/platform';
import { changedText, isSameText } from '../domain/article.js';
import type { ArticleText, ArticleTextChanges } from '../domain/article.js';
import { SourcesConfirmed } from '../domain/events.js';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle, NewVersion } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { ReviewStore } from '../persistence/review.store.js';
import { VersionQueries } from '../persistence/version.queries.js';
import { Curating } from './curating.js';

export interface ArticleEdit extends ArticleTextChanges {
  /** The newest version that the editor has seen. */
  expectedVersion: number;
  reason?: string | null;
}

export interface Restoration {
  /** The version whose text is wanted again. */
  number: number;
  /** The newest version that the editor has seen; left out by those who do not care. */
  expectedVersion?: number | null;
  reason?: string | null;
}

/** Editing articles. Every edit is a version; what readers see of a published article waits for its publication. */
@Injectable()
export class ArticleEditing {
  constructor(
    private readonly curating: Curating,
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly reviews: ReviewStore,
    private readonly versions: VersionQueries,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Changes what is given and keeps the rest. An edit that changes nothing makes no version, but like every edit it says
   * that the article was compared with its answers as they are now. A new version has no approval.
   * @throws ConflictError with the `current` version if somebody else has edited meanwhile; UserInputError on `title`,
   *   `body`, `tags` or `reason`
   */
  async edit(viewer: Viewer, articleId: number, edit: ArticleEdit): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      requireVersion(article, edit.expectedVersion);
      const checks = new FieldChecks();
      const text = changedText(article, edit, checks);
      const reason = checks.reason(edit.reason);
      checks.done();

      await this.provenance.lockSources(articleId);
      await this.provenance.confirmSources(articleId);
      await this.events.publish(new SourcesConfirmed(articleId));
      if (isSameText(article, text)) return;
      await this.addVersion(article, actor, { ...text, reason }, {});
    });
  }

  /**
   * Makes the text of an earlier version the newest one again; nothing in between is lost. Says nothing about the
   * answers: they were not compared with it. Of a translation, it follows again what it followed then.
   * @throws NotFoundError for a version that there is not; ConflictError as `edit` does
   */
  async restore(viewer: Viewer, articleId: number, restoration: Restoration): Promise<void> {
    await this.curating.change(viewer, articleId, async (article, actor) => {
      requireVersion(article, restoration.expectedVersion ?? article.latestVersion);
      const { number } = restoration;
      const [version] = await this.versions.texts([{ articleId, number }]);
      if (!version) throw new NotFoundError('This version');
      const checks = new FieldChecks();
      const reason = checks.reason(restoration.reason) ?? `Version ${number} restored`;
      checks.done();
      const { title, body, tags, translatedVersion } = version;
      if (isSameText(article, version)) return;
      const text = { title, body, tags, reason, translatedVersion };
      await this.addVersion(article, actor, text, { restored: number });
    });
  }

  private async addVersion(
    article: LockedArticle,
    actor: Actor,
    text: ArticleText & Pick<NewVersion, 'reason' | 'translatedVersion'>,
    details: Record<string, unknown>,
  ): Promise<void> {
    const number = article.latestVersion + 1;
    await this.tags.ensure(text.tags);
    await this.articles.addVersion(article.id, number, {
      ...text,
      ...(await this.composing.compose(text.body)),
      authorId: actor.accountId,
    });
    if (article.status === 'DRAFT') await this.articles.showLatest(article.id);
    await this.reviews.follow(article.id, number);
    await this.provenance.addEditor(article.id, actor.accountId);
    await this.audit.record({
      actorId: actor.accountId,
      action: 'article.edited',
      subjectKind: 'article',
      subjectId: article.id,
      details: { version: number, reason: text.reason, ...details },
    });
  }
}

function requireVersion(article: LockedArticle, expected: number): void {
  if (article.latestVersion === expected) return;
  const { latestVersion: version, title, body, tags } = article;
  throw new ConflictError(`Somebody else has edited this article: it is at version ${version} now.`, {
    current: { version, title, body, tags },
  });
}
