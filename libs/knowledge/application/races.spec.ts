import { GUEST } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

describe('curators and readers who act at the same moment', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase({ poolSize: 24 });
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  /** How many of the attempts came through, and the codes of the errors that the others met. */
  async function outcome(attempts: Promise<unknown>[]) {
    const results = await Promise.allSettled(attempts);
    return {
      done: results.filter((result) => result.status === 'fulfilled').length,
      refused: results
        .filter((result) => result.status === 'rejected')
        .map((result) => (result.reason as { code?: string }).code ?? String(result.reason)),
    };
  }

  it('two edit the same version: one is kept, the other one is told', async () => {
    const { article, curator } = await desk.publishedArticle();
    const colleague = await desk.curator();
    const result = await outcome([
      desk.editing.edit(curator, article, { expectedVersion: 1, title: 'The first title of the two' }),
      desk.editing.edit(colleague, article, { expectedVersion: 1, title: 'The second title of the two' }),
    ]);
    expect(result).toEqual({ done: 1, refused: ['CONFLICT'] });
    expect(await desk.article(article)).toMatchObject({ latestVersion: 2 });
  });

  it('two promote the same answer: there is one article', async () => {
    const { answer } = await desk.solvedQuestion();
    const curators = await Promise.all([1, 2, 3, 4].map(() => desk.curator()));
    const result = await outcome(curators.map((curator) => desk.promotion.promote(curator, answer, {})));
    expect(result).toEqual({ done: 1, refused: ['CONFLICT', 'CONFLICT', 'CONFLICT'] });
    const [live] = await desk.articles.ofAnswers([answer]);
    expect(live).toBeDefined();
  });

  it('ten promote answers to questions of the same name: every article has an address of its own', async () => {
    const title = 'Why does the door squeak in winter?';
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.solvedQuestion({ title })));
    const curator = await desk.curator();
    const ids = await Promise.all(answers.map(({ answer }) => desk.promotion.promote(curator, answer, {})));
    const slugs = (await desk.articles.byIds(ids)).map((article) => article.slug);
    const base = 'why-does-the-door-squeak-in-winter';
    const expected = [base, ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `${base}-${n}`)];
    expect(slugs.sort()).toEqual(expected.sort());
  });

  it('twenty guests rate at once: every one of them counts', async () => {
    const { article } = await desk.publishedArticle();
    const guests = Array.from({ length: 20 }, (_, i) => i);
    await Promise.all(
      guests.map((i) =>
        desk.feedback.rate(
          { viewer: GUEST, guestKey: Buffer.from(`guest ${i}`), address: `198.51.100.${i}` },
          article,
          { helpful: i % 4 !== 0 },
        ),
      ),
    );
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 15, notHelpfulCount: 5 });
  });

  it('one member changes their mind twenty times at once: they count once', async () => {
    const [{ article }, reader] = [await desk.publishedArticle(), await desk.make.member()];
    const rater = { viewer: reader, guestKey: Buffer.from('the same browser'), address: '198.51.100.1' };
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => desk.feedback.rate(rater, article, { helpful: i % 2 === 0 })),
    );
    const { helpfulCount, notHelpfulCount } = await desk.article(article);
    expect(helpfulCount + notHelpfulCount).toBe(1);
  });

  it('publishing and archiving at once leaves the credit as the article is', async () => {
    const { article, curator, helper } = await desk.publishedArticle();
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 2 === 0 ? desk.publication.archive(curator, article) : desk.publication.publish(curator, article),
      ),
    );
    const { status } = await desk.article(article);
    expect(await desk.promotionCredit(helper)).toBe(status === 'PUBLISHED' ? 25 : 0);
  });

  it('promoting against deleting: an article is never made of an answer that is gone', async () => {
    for (let round = 0; round < 5; round++) {
      const { answer, helper } = await desk.solvedQuestion();
      const curator = await desk.curator();
      const [promoted, deleted] = await Promise.allSettled([
        desk.promotion.promote(curator, answer, {}),
        desk.forum.deletion.remove(helper, answer),
      ]);
      expect(deleted.status).toBe('fulfilled');
      if (promoted.status === 'rejected') expect(promoted.reason).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('archiving against accepting: the answer is a candidate afterwards, whoever was first', async () => {
    for (let round = 0; round < 10; round++) {
      const [asker, curator] = [await desk.make.member(), await desk.curator()];
      const answer = await desk.make.answer({ question: await desk.make.question({ author: asker }) });
      const article = await desk.promotion.promote(curator, answer, {});
      await Promise.all([desk.publication.archive(curator, article), desk.forum.marks.accept(asker, answer)]);
      const row = await db.database.one(`select 1 from promotion_candidate where answer_id = $1`, [answer]);
      expect(row).toBeDefined();
    }
  });

  it('two claim one candidate: one has it, the other is told by name', async () => {
    const { answer } = await desk.solvedQuestion();
    const curators = await Promise.all([1, 2, 3, 4].map(() => desk.curator()));
    const result = await outcome(curators.map((curator) => desk.candidateDesk.claim(curator, answer)));
    expect(result).toEqual({ done: 1, refused: ['CONFLICT', 'CONFLICT', 'CONFLICT'] });
  });

  it('merging while a colleague promotes one of the answers: each answer is in one article', async () => {
    for (let round = 0; round < 5; round++) {
      const solved = await Promise.all([1, 2, 3].map(() => desk.solvedQuestion()));
      const answers = solved.map(({ answer }) => answer);
      const [one, other] = [await desk.curator(), await desk.curator()];
      const result = await outcome([
        desk.promotion.promoteAll(one, answers, {}),
        desk.promotion.promote(other, answers[1]!, {}),
        desk.promotion.promoteAll(other, [...answers].reverse(), {}),
      ]);
      expect(result).toEqual({ done: 1, refused: ['CONFLICT', 'CONFLICT'] });
      const live = await desk.articles.ofAnswers(answers);
      expect(new Set(live.map((article) => article.articleId)).size).toBe(1);
    }
  });

  it('approving while the author edits: readers never get a version that nobody has read', async () => {
    const admin = await desk.make.member({ role: 'ADMIN' });
    await desk.settings.update(admin, { requireReview: true });
    for (let round = 0; round < 5; round++) {
      const [author, reviewer] = [await desk.curator(), await desk.curator()];
      const { answer } = await desk.solvedQuestion();
      const article = await desk.promotion.promote(author, answer, {});
      await desk.reviews.request(author, article);
      const [approved] = await Promise.allSettled([
        desk.reviews.approve(reviewer, article, { expectedVersion: 1 }),
        desk.editing.edit(author, article, { expectedVersion: 1, title: `Edited in round ${round} of this` }),
      ]);
      if (approved.status === 'rejected') expect(approved.reason).toMatchObject({ code: 'CONFLICT' });
      await expect(desk.publication.publish(author, article)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    await desk.settings.update(admin, { requireReview: false });
  });

  it('a scheduled publication against archiving: it ends archived, whoever was first', async () => {
    for (let round = 0; round < 5; round++) {
      const { answer, helper } = await desk.solvedQuestion();
      const curator = await desk.curator();
      const article = await desk.promotion.promote(curator, answer, {});
      const at = new Date(Date.now() + 60_000);
      await desk.scheduling.schedule(curator, article, at);
      await Promise.all([
        desk.scheduling.publishDue(at),
        desk.publication.archive(curator, article),
        desk.scheduling.publishDue(at),
      ]);
      expect(await desk.article(article)).toMatchObject({ status: 'ARCHIVED' });
      expect(await desk.promotionCredit(helper)).toBe(0);
    }
  });

  it('an author’s two answers in one article are deleted and restored at once: one credit, or none', async () => {
    const moderators = await Promise.all([1, 2].map(() => desk.make.member({ role: 'MODERATOR' })));
    for (let round = 0; round < 2; round++) {
      const helper = await desk.make.member();
      const answers = [
        await desk.make.answer({ author: helper }),
        await desk.make.answer({ author: helper }),
      ];
      const curator = await desk.curator();
      const article = await desk.promotion.promoteAll(curator, answers, {});
      await desk.publication.publish(curator, article);
      const at = (what: 'remove' | 'restore') =>
        Promise.all(answers.map((answer, i) => desk.forum.deletion[what](moderators[i]!, answer)));
      await at('remove');
      expect(await desk.promotionCredit(helper)).toBe(0);
      await at('restore');
      expect(await desk.promotionCredit(helper)).toBe(25);
    }
  });

  it('two articles are given one address: one has it', async () => {
    const [one, other] = [await desk.publishedArticle(), await desk.publishedArticle()];
    const result = await outcome([
      desk.slugs.change(one.curator, one.article, 'the-one-address'),
      desk.slugs.change(other.curator, other.article, 'the-one-address'),
    ]);
    expect(result).toEqual({ done: 1, refused: ['BAD_USER_INPUT'] });
  });

  it('an answer becomes a source of two articles: of one of them', async () => {
    const [one, other] = [await desk.publishedArticle(), await desk.publishedArticle()];
    const { answer } = await desk.solvedQuestion();
    const result = await outcome([
      desk.articleSources.add(one.curator, one.article, answer),
      desk.articleSources.add(other.curator, other.article, answer),
    ]);
    expect(result).toEqual({ done: 1, refused: ['CONFLICT'] });
  });

  it('votes, people affected and searches are counted at once: the candidate ranks by all of them', async () => {
    const { question, answer } = await desk.solvedQuestion();
    const people = await Promise.all(Array.from({ length: 8 }, () => desk.make.member()));
    await Promise.all(
      people.flatMap((person, n) => [
        desk.forum.votes.cast(person, answer, 'UP'),
        desk.forum.affected.mark(person, question, true),
        desk.searched(answer, n + 1),
      ]),
    );
    const wrong = await db.database.query(
      `select * from promotion_candidate_due due full join promotion_candidate listed using (answer_id)
        where due.priority is distinct from listed.priority`,
    );
    expect(wrong).toEqual([]);
  });
});
