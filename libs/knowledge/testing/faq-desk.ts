import { AccountQueries } from '#libs/accounts';
import { Composing, TagStore } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Idempotency, Jobs, RateLimits, SiteSettings, createLogger } from '#libs/platform';
import { ForumCredits, Ledger, StandingAwards } from '#libs/reputation';
import { Builders, catalogueOn, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { AnswerChecks } from '../application/answer-checks.js';
import { ArticleCare } from '../application/article-care.js';
import { ArticleDrafts } from '../application/article-drafts.js';
import { ArticleSources } from '../application/article-sources.js';
import { AutoPromotion } from '../application/auto-promotion.js';
import { CandidateDesk } from '../application/candidate-desk.js';
import { Confirmation } from '../application/confirmation.js';
import { Curating } from '../application/curating.js';
import { ArticleEditing } from '../application/editing.js';
import { ArticleFeedback } from '../application/feedback.js';
import { KnowledgeSettings } from '../application/knowledge-settings.js';
import { Promotion } from '../application/promotion.js';
import { PromotionCredits } from '../application/promotion-credits.js';
import { Publication } from '../application/publication.js';
import { QuestionsAfterArticles } from '../application/questions-after.js';
import { Remarks } from '../application/remarks.js';
import { Reviews } from '../application/reviews.js';
import { Scheduling } from '../application/scheduling.js';
import { Shelving } from '../application/shelving.js';
import { ArticleSlugs } from '../application/slugs.js';
import { StaleRuleSettings } from '../application/stale-rules.js';
import { Staleness } from '../application/staleness.js';
import { Writing } from '../application/writing.js';
import { AnswersPromoted, ArticleBegun, ArticleChanged, SourceDrifted } from '../domain/events.js';
import { ArticleQueries } from '../persistence/article.queries.js';
import { ArticleStore } from '../persistence/article.store.js';
import { CandidateQueries } from '../persistence/candidate.queries.js';
import { CandidateStore } from '../persistence/candidate.store.js';
import { CareStore } from '../persistence/care.store.js';
import { FreshnessQueries } from '../persistence/freshness.queries.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { RemarkQueries } from '../persistence/remark.queries.js';
import { ReviewStore } from '../persistence/review.store.js';
import { ScheduleStore } from '../persistence/schedule.store.js';
import { SourceQueries } from '../persistence/source.queries.js';
import { StaleStore } from '../persistence/stale.store.js';
import { TranslationStore } from '../persistence/translation.store.js';
import { VersionQueries } from '../persistence/version.queries.js';

/** The desk of the curators for specs: every use case over one database, wired as the application wires them. */
export class FaqDesk {
  readonly make: Builders;
  readonly forum: ReturnType<typeof forumOn>;
  readonly articles: ArticleQueries;
  readonly versions: VersionQueries;
  readonly candidates: CandidateQueries;
  readonly promotion: Promotion;
  readonly writing: Writing;
  readonly editing: ArticleEditing;
  readonly publication: Publication;
  readonly feedback: ArticleFeedback;
  readonly candidateDesk: CandidateDesk;
  readonly reviews: Reviews;
  readonly scheduling: Scheduling;
  readonly articleSources: ArticleSources;
  readonly sources: SourceQueries;
  readonly slugs: ArticleSlugs;
  readonly settings: KnowledgeSettings;
  readonly autoPromotion: AutoPromotion;
  readonly staleness: Staleness;
  readonly staleRules: StaleRuleSettings;
  readonly care: ArticleCare;
  readonly confirmation: Confirmation;
  readonly remarks: Remarks;
  readonly readerRemarks: RemarkQueries;
  readonly freshness: FreshnessQueries;
  readonly answerChecks: AnswerChecks;
  readonly catalogue: ReturnType<typeof catalogueOn>;
  /** The articles that were announced as begun, with the gap that they are for. */
  readonly begun: { articleId: number; gapId: number | null }[] = [];
  /** The articles whose change was announced, in order. */
  readonly announced: number[] = [];
  /** The articles of which it was announced that an answer behind them was edited. */
  readonly drifted: number[] = [];
  /** The authors of answers that were announced as part of an article. */
  readonly promoted: number[] = [];

  constructor(private readonly db: TestDatabase) {
    const { database } = db;
    this.make = new Builders(database);
    this.forum = forumOn(database);
    const { accounts, events } = this.forum;
    const tags = new TagStore(database);
    const composing = new Composing(new AccountQueries(database));
    const store = new ArticleStore(database);
    const curating = new Curating(database, accounts, store);
    const provenance = new ProvenanceStore(database);
    const candidates = new CandidateStore(database);
    const reviews = new ReviewStore(database);
    const schedules = new ScheduleStore(database);
    const ledger = new Ledger(database);
    const audit = new Audit(database);
    new ForumCredits(events, ledger, new StandingAwards(database));
    const credits = new PromotionCredits(events, ledger, provenance);
    events.on(ArticleChanged, ({ articleId }) => void this.announced.push(articleId));
    events.on(ArticleBegun, ({ articleId, gapId }) => void this.begun.push({ articleId, gapId }));
    events.on(
      AnswersPromoted,
      ({ answers }) => void this.promoted.push(...answers.map((one) => one.authorId)),
    );
    events.on(SourceDrifted, ({ articleId }) => void this.drifted.push(articleId));

    this.articles = new ArticleQueries(database);
    this.versions = new VersionQueries(database);
    this.candidates = new CandidateQueries(database);
    this.sources = new SourceQueries(database);
    this.settings = new KnowledgeSettings(database, new SiteSettings(database), accounts, audit);
    this.candidateDesk = new CandidateDesk(curating, provenance, candidates, audit);
    this.catalogue = catalogueOn(database, events);
    const [stale, care] = [new StaleStore(database), new CareStore(database)];
    this.staleness = new Staleness(
      new Jobs(database, createLogger('silent')),
      events,
      database,
      new SiteSettings(database),
      stale,
    );
    this.care = new ArticleCare(curating, this.catalogue.ranges, care, stale, this.staleness, audit);
    const drafts = new ArticleDrafts(tags, composing, store, provenance, candidates, this.care, audit);
    this.promotion = new Promotion(
      curating,
      provenance,
      drafts,
      this.candidateDesk,
      new Idempotency(database),
    );
    this.writing = new Writing(
      curating,
      drafts,
      new Shelving(database, curating, new TranslationStore(database), audit),
      this.care,
      new SiteSettings(database),
      new Idempotency(database),
      events,
    );
    this.editing = new ArticleEditing(
      curating,
      tags,
      composing,
      store,
      provenance,
      reviews,
      this.versions,
      audit,
      events,
    );
    this.reviews = new Reviews(curating, reviews, this.settings, audit);
    this.publication = new Publication(
      curating,
      store,
      provenance,
      schedules,
      credits,
      this.reviews,
      audit,
      events,
    );
    this.scheduling = new Scheduling(
      database,
      accounts,
      curating,
      store,
      provenance,
      schedules,
      this.publication,
      audit,
    );
    this.articleSources = new ArticleSources(
      curating,
      provenance,
      candidates,
      this.candidateDesk,
      credits,
      audit,
      events,
    );
    this.slugs = new ArticleSlugs(curating, store, audit, events);
    this.autoPromotion = new AutoPromotion(
      database,
      this.settings,
      store,
      provenance,
      candidates,
      drafts,
      this.reviews,
      reviews,
      this.publication,
    );
    this.feedback = new ArticleFeedback(
      database,
      accounts,
      new RateLimits(database.dataSource, true),
      this.staleness,
    );
    this.staleRules = new StaleRuleSettings(
      database,
      new SiteSettings(database),
      accounts,
      this.staleness,
      audit,
    );
    this.confirmation = new Confirmation(
      curating,
      this.catalogue.catalogue,
      this.articleSources,
      care,
      stale,
      this.staleness,
      audit,
    );
    this.remarks = new Remarks(database, curating, this.staleness, audit);
    this.readerRemarks = new RemarkQueries(database);
    this.freshness = new FreshnessQueries(database);
    this.answerChecks = new AnswerChecks(database, curating, audit);
    new QuestionsAfterArticles(events, database);
  }

  curator(): Promise<Actor> {
    return this.make.member({ role: 'STAFF' });
  }

  /** A question with an answer that its asker has accepted. */
  async solvedQuestion(options: { title?: string; body?: string; tags?: string[] } = {}) {
    const [asker, helper] = [await this.make.member(), await this.make.member()];
    const question = await this.make.question({ author: asker, title: options.title, tags: options.tags });
    const answer = await this.make.answer({ question, author: helper, body: options.body });
    await this.forum.marks.accept(asker, answer);
    return { asker, helper, question, answer };
  }

  /** An article that readers can see, made of a solved question's answer. */
  async publishedArticle(options: { title?: string; tags?: string[] } = {}) {
    const solved = await this.solvedQuestion(options);
    const curator = await this.curator();
    const article = await this.promotion.promote(curator, solved.answer, {});
    await this.publication.publish(curator, article);
    return { ...solved, curator, article };
  }

  async article(id: number) {
    const [row] = await this.articles.byIds([id]);
    if (!row) throw new Error(`there is no article ${id}`);
    return row;
  }

  /** So many searches would have met the answer, says whoever counts them. */
  async searched(answerId: number, searches: number): Promise<void> {
    await this.db.database.query(
      `insert into candidate_search_hits (answer_id, searches) values ($1, $2)
       on conflict (answer_id) do update set searches = excluded.searches`,
      [answerId, searches],
    );
  }

  async candidateIds(): Promise<number[]> {
    const page = await this.candidates.page({ first: 100 });
    return page.rows.map((row) => row.answerId);
  }

  /** What the account has been credited for answers that became articles. */
  async promotionCredit(actor: Actor): Promise<number> {
    const row = await this.db.database.one<{ total: number }>(
      `select coalesce(sum(delta), 0)::int as total from reputation_entry
        where account_id = $1 and cause like 'promotion:%'`,
      [actor.accountId],
    );
    return row?.total ?? 0;
  }
}
