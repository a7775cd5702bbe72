import { Injectable } from '@nestjs/common';
import { Composing, FieldChecks, TagStore } from '#libs/forum';
import { ConflictError, NotFoundError, globalId } from '#libs/kernel';
import { slugify } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { articleInTheWay, changedText, isSameText } from '../domain/article.js';
import type { ArticleText, ArticleTextChanges } from '../domain/article.js';
import { mergedText } from '../domain/merging.js';
import { ArticleStore } from '../persistence/article.store.js';
import { CandidateStore } from '../persistence/candidate.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { ArticleCare } from './article-care.js';

/** What a curator wrote without an answer. */
export interface WrittenText extends ArticleTextChanges {
  title: string;
  body: string;
  /** BCP 47. */
  locale: string;
}

/** Makes drafts, of answers or of nothing, for curators and for the site itself. Belongs to the caller's transaction. */
@Injectable()
export class ArticleDrafts {
  constructor(
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly articles: ArticleStore,
    private readonly provenance: ProvenanceStore,
    private readonly candidates: CandidateStore,
    private readonly care: ArticleCare,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes one draft of the answers, whose rows must be locked, and gives its number. What is not given comes from the
   * answers and their questions, in the order in which they are named.
   * @param by null: the site itself
   * @throws NotFoundError for an answer that is deleted; ConflictError with the `article` that one of them is part of
   *   already; UserInputError on `title`, `body` or `tags`
   */
  async make(by: number | null, answerIds: readonly number[], changes: ArticleTextChanges): Promise<number> {
    await this.requireUsable(answerIds);
    const texts = await this.provenance.textsOf(answerIds);
    const proposal = mergedText(texts);
    const checks = new FieldChecks();
    const text = changedText(proposal, changes, checks);
    checks.done();
    const id = await this.insert(by, text, { locale: proposal.locale, madeOfAnswers: true });
    for (const answerId of answerIds) await this.provenance.addSource(id, answerId);
    if (by !== null && !isSameText(proposal, text)) await this.provenance.addEditor(id, by);
    await this.candidates.settle(answerIds);
    await this.care.begin(id, by);
    await this.audit.record({
      actorId: by,
      action: 'article.drafted',
      subjectKind: 'article',
      subjectId: id,
      details: {
        answerId: answerIds[0],
        answerRevision: texts[0]?.revision,
        ...(answerIds.length > 1 && { answerIds }),
        ...(by === null && { automatic: true }),
      },
    });
    return id;
  }

  /**
   * Makes a draft of what somebody wrote and gives its number.
   * @throws UserInputError on `title`, `body`, `tags` or `locale`
   */
  async write(by: number, written: WrittenText): Promise<number> {
    const checks = new FieldChecks();
    const text = changedText({ title: '', body: '', tags: [] }, written, checks);
    const locale = checks.locale(written.locale, written.locale);
    checks.done();
    const id = await this.insert(by, text, { locale, madeOfAnswers: false });
    await this.provenance.addEditor(id, by);
    await this.care.begin(id, by);
    await this.audit.record({
      actorId: by,
      action: 'article.written',
      subjectKind: 'article',
      subjectId: id,
      details: { locale },
    });
    return id;
  }

  private async insert(
    by: number | null,
    text: ArticleText,
    { locale, madeOfAnswers }: { locale: string; madeOfAnswers: boolean },
  ): Promise<number> {
    await this.tags.ensure(text.tags);
    const version = { ...text, ...(await this.composing.compose(text.body)), authorId: by, reason: null };
    return this.articles.insert(slugify(text.title, locale), locale, version, { madeOfAnswers });
  }

  private async requireUsable(answerIds: readonly number[]): Promise<void> {
    const answers = await this.provenance.answers(answerIds);
    if (answers.filter((answer) => answer.isVisible).length < answerIds.length) {
      throw new NotFoundError(answerIds.length === 1 ? 'This answer' : 'One of these answers');
    }
    const live = await this.provenance.liveArticleOf(answerIds);
    if (!live) return;
    const which = answerIds.length === 1 ? 'This answer' : 'One of these answers';
    throw new ConflictError(`${which} is in the FAQ already: “${live.title}” (${live.slug}).`, {
      article: articleInTheWay(live),
      answerId: globalId('answer', live.answerId),
    });
  }
}
