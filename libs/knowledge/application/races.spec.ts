import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

const GUEST = { accountId: null, role: 'MEMBER' as const, reputation: 0 };

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
          i % 4 !== 0,
        ),
      ),
    );
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 15, notHelpfulCount: 5 });
  });

  it('one member changes their mind twenty times at once: they count once', async () => {
    const [{ article }, reader] = [await desk.publishedArticle(), await desk.make.member()];
    const rater = { viewer: reader, guestKey: Buffer.from('the same browser'), address: '198.51.100.1' };
    await Promise.all(Array.from({ length: 20 }, (_, i) => desk.feedback.rate(rater, article, i % 2 === 0)));
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
});
