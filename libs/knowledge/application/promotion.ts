import { Injectable } from '@nestjs/common';
import { UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Idempotency } from '#libs/platform';
import type { ArticleTextChanges } from '../domain/article.js';
import { SOURCES_MAX } from '../domain/candidates.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { ArticleDrafts } from './article-drafts.js';
import { CandidateDesk } from './candidate-desk.js';
import { Curating } from './curating.js';
import { knowledgePolicies } from './policies.js';

export interface PromotionInput extends ArticleTextChanges {
  /** Also if a colleague holds one of the answers. */
  force?: boolean | null;
  clientMutationId?: string | null;
}

/** Making a draft article from answers. */
@Injectable()
export class Promotion {
  constructor(
    private readonly curating: Curating,
    private readonly provenance: ProvenanceStore,
    private readonly drafts: ArticleDrafts,
    private readonly desk: CandidateDesk,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Makes a draft from an answer that can be seen, accepted or not, and gives its number. What is not given comes from
   * the answer and its question.
   * @throws UserInputError on `title`, `body` or `tags`; NotFoundError for an answer that is deleted; ConflictError with
   *   the `article` that was made from this answer already and is not archived, or with the `holder` of the candidate
   */
  promote(viewer: Viewer, answerId: number, input: PromotionInput): Promise<number> {
    return this.draft(viewer, [answerId], input, { name: 'promoteAnswer', request: { ...input, answerId } });
  }

  /** The same from several answers: one article, of which each of them is a source. @throws also on `answerIds` */
  async promoteAll(viewer: Viewer, answerIds: readonly number[], input: PromotionInput): Promise<number> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const ids = [...new Set(answerIds)];
    if (ids.length < 1 || ids.length > SOURCES_MAX) {
      throw UserInputError.field('answerIds', `An article is made of 1 to ${SOURCES_MAX} answers.`);
    }
    return this.draft(viewer, ids, input, {
      name: 'promoteAnswers',
      request: { ...input, answerIds: ids.join(' ') },
    });
  }

  private draft(
    viewer: Viewer,
    answerIds: readonly number[],
    input: PromotionInput,
    { name, request }: { name: string; request: PromotionInput & Record<string, unknown> },
  ): Promise<number> {
    return this.curating.act(viewer, (actor) =>
      this.idempotency.once(actor, name, request, async () => {
        await this.provenance.lockAnswers(answerIds);
        if (!input.force) await this.desk.requireFree(answerIds, actor.accountId);
        return this.drafts.make(actor.accountId, answerIds, input);
      }),
    );
  }
}
