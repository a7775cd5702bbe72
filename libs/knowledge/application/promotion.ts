import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { Composing, FieldChecks, PostStore, TagStore } from '#libs/forum';
import { ConflictError, NotFoundError, authorise, globalId } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { slugify } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Database, Idempotency } from '#libs/platform';
import { articlePath, changedText, isSameText } from '../domain/article.js';
import type { ArticleTextChanges } from '../domain/article.js';
import { ArticleStore } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { knowledgePolicies } from './policies.js';

export interface PromotionInput extends ArticleTextChanges {
  clientMutationId?: string | null;
}

/** Making a draft article from an answer. */
@Injectable()
export class Promotion {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Makes a draft from an answer that can be seen, accepted or not, and gives its number. What is not given comes from
   * the answer and its question.
   * @throws UserInputError on `title`, `body` or `tags`; NotFoundError for an answer that is deleted; ConflictError with
   *   the `article` that was made from this answer already and is not archived
   */
  promote(viewer: Viewer, answerId: number, input: PromotionInput): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(knowledgePolicies.curate, actor, undefined);
      const request = { ...input, answerId };
      return this.idempotency.once(actor, 'promoteAnswer', request, () =>
        this.makeDraft(actor, answerId, input),
      );
    });
  }

  private async makeDraft(actor: Actor, answerId: number, input: PromotionInput): Promise<number> {
    const answer = await this.posts.lock(answerId, actor, 'answer');
    if (answer.isDeleted || answer.isQuestionDeleted) throw new NotFoundError('This answer');
    await this.refuseIfLive(answerId);

    const source = await this.provenance.textOf(answerId);
    const checks = new FieldChecks();
    const text = changedText(source, input, checks);
    checks.done();
    await this.tags.ensure(text.tags);
    const id = await this.articles.insert(slugify(text.title), source.locale, {
      ...text,
      ...(await this.composing.compose(text.body)),
      authorId: actor.accountId,
      reason: null,
    });
    await this.provenance.addSource(id, answerId);
    if (!isSameText(source, text)) await this.provenance.addEditor(id, actor.accountId);
    await this.audit.record({
      actorId: actor.accountId,
      action: 'article.drafted',
      subjectKind: 'article',
      subjectId: id,
      details: { answerId, answerRevision: source.revision },
    });
    return id;
  }

  private async refuseIfLive(answerId: number): Promise<void> {
    const live = await this.provenance.liveArticleOf([answerId]);
    if (!live) return;
    throw new ConflictError(`This answer is in the FAQ already: “${live.title}” (${live.slug}).`, {
      article: { id: globalId('article', live.id), slug: live.slug, path: articlePath(live) },
    });
  }
}
