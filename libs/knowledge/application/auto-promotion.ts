import { Injectable } from '@nestjs/common';
import { UserInputError } from '#libs/kernel';
import { Database } from '#libs/platform';
import { ArticleStore } from '../persistence/article.store.js';
import { CandidateStore } from '../persistence/candidate.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { ReviewStore } from '../persistence/review.store.js';
import { ArticleDrafts } from './article-drafts.js';
import { KnowledgeSettings } from './knowledge-settings.js';
import { Publication } from './publication.js';
import { Reviews } from './reviews.js';

/** The site makes articles by itself where its rule says so. It acts for nobody: the articles have no author. */
@Injectable()
export class AutoPromotion {
  constructor(
    private readonly database: Database,
    private readonly settings: KnowledgeSettings,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly candidates: CandidateStore,
    private readonly drafts: ArticleDrafts,
    private readonly reviews: Reviews,
    private readonly reviewStore: ReviewStore,
    private readonly publication: Publication,
  ) {}

  /**
   * Whether the rule, as it is now, makes an article of this answer, as it is now.
   * @param missing points that its score may lack, for somebody who knows that they are about to come
   */
  async qualifies(answerId: number, missing = 0): Promise<boolean> {
    const { mode, minScore, onOfficial } = (await this.settings.current()).autoPromotion;
    if (mode === 'OFF') return false;
    const row = await this.database.one(
      `select 1 from post a join post q on q.id = a.question_id
        where a.id = $1 and a.kind = 'answer' and a.deleted_at is null and q.deleted_at is null
          and ((a.accepted_at is not null and a.score + $4::int >= $2) or (a.official_at is not null and $3))
          and a.superseded_at is null
          -- not even in an archived article: a curator has decided about this answer already
          and not exists (select from article_source s where s.answer_id = a.id)
          and not exists (select from candidate_decline d where d.answer_id = a.id)`,
      [answerId, minScore, onOfficial, missing],
    );
    return row !== undefined;
  }

  /**
   * Makes the article if the answer still qualifies and no curator holds it; twice makes no second one. A text that
   * is too short for an article is left for a curator to complete.
   */
  async run(answerId: number): Promise<void> {
    try {
      await this.database.transaction(() => this.make(answerId));
    } catch (error) {
      if (!(error instanceof UserInputError)) throw error;
    }
  }

  private async make(answerId: number): Promise<void> {
    await this.provenance.lockAnswers([answerId]);
    if (!(await this.qualifies(answerId))) return;
    if ((await this.candidates.holdsOfOthers([answerId], null)).length > 0) return;
    const articleId = await this.drafts.make(null, [answerId], {});
    const { mode } = await this.settings.autoPromotionRule();
    if (mode !== 'PUBLISH') return;

    const article = await this.articles.lock(articleId);
    if (!article) throw new Error(`article ${articleId} vanished while it was made`);
    if (await this.reviews.missingFor(article)) {
      await this.reviewStore.request(articleId, article.latestVersion, null);
    } else {
      const sources = await this.provenance.ofArticle(articleId);
      await this.publication.showNewest(article, sources, null, { automatic: true });
    }
  }
}
