import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { Composing, FieldChecks, TagStore } from '#libs/forum';
import { ConflictError, NotFoundError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { changedText, isSameText } from '../domain/article.js';
import type { ArticleTextChanges } from '../domain/article.js';
import { ArticleStore } from '../persistence/article.store.js';
import type { LockedArticle } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { knowledgePolicies } from './policies.js';

export interface ArticleEdit extends ArticleTextChanges {
  /** The newest version that the editor has seen. */
  expectedVersion: number;
  reason?: string | null;
}

/** Editing articles. Every edit is a version; what readers see of a published article waits for its publication. */
@Injectable()
export class ArticleEditing {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes what is given and keeps the rest. An edit that changes nothing makes no version, but like every edit it says
   * that the article was compared with its answers as they are now.
   * @throws ConflictError with the `current` version if somebody else has edited meanwhile; UserInputError on `title`,
   *   `body`, `tags` or `reason`
   */
  async edit(viewer: Viewer, articleId: number, edit: ArticleEdit): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(knowledgePolicies.curate, actor, undefined);
      const article = await this.articles.lock(articleId);
      if (!article) throw new NotFoundError('This article');
      requireVersion(article, edit.expectedVersion);
      const checks = new FieldChecks();
      const text = changedText(article, edit, checks);
      const reason = checks.reason(edit.reason);
      checks.done();

      await this.provenance.lockSources(articleId);
      await this.provenance.confirmSources(articleId);
      if (isSameText(article, text)) return;
      await this.tags.ensure(text.tags);
      await this.articles.addVersion(articleId, article.latestVersion + 1, {
        ...text,
        ...(await this.composing.compose(text.body)),
        authorId: actor.accountId,
        reason,
      });
      if (article.status === 'DRAFT') await this.articles.showLatest(articleId);
      await this.provenance.addEditor(articleId, actor.accountId);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.edited',
        subjectKind: 'article',
        subjectId: articleId,
        details: { version: article.latestVersion + 1, reason },
      });
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
