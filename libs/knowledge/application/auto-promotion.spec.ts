import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#libs/kernel';
import { Jobs, createLogger } from '#libs/platform';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { AutomaticArticles } from '../jobs/automatic-articles.js';
import { FaqDesk } from '../testing/faq-desk.js';
import type { AutoPromotionRule } from './knowledge-settings.js';

describe('articles that the site makes by itself', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  let admin: Actor;
  let jobs: Jobs;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
    admin = await desk.make.member({ role: 'ADMIN' });
    jobs = new Jobs(db.database, createLogger('silent'));
    new AutomaticArticles(jobs, desk.forum.events, desk.autoPromotion);
    await jobs.startWorkers();
  });
  afterAll(async () => {
    await jobs.stop();
    await db.drop();
  });
  afterEach(() => desk.settings.update(admin, { requireReview: false }));

  const rule = (autoPromotion: AutoPromotionRule) => desk.settings.update(admin, { autoPromotion });
  const articleOf = async (answer: number) => (await desk.articles.ofAnswers([answer]))[0];

  async function madeOf(answer: number) {
    for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) {
      const article = await articleOf(answer);
      if (article) return article;
    }
    throw new Error('no article was made');
  }

  it('come as drafts once an accepted answer has the votes, recorded as the act of nobody', async () => {
    await rule({ mode: 'DRAFT', minScore: 2, onOfficial: false });
    const { answer, helper } = await desk.solvedQuestion();
    await desk.forum.votes.cast(await desk.make.member(), answer, 'UP');
    await desk.autoPromotion.run(answer);
    expect(await articleOf(answer)).toBeUndefined();

    await desk.forum.votes.cast(await desk.make.member(), answer, 'UP');
    const article = await madeOf(answer);
    expect(article).toMatchObject({ status: 'DRAFT', version: 1 });
    const { rows } = await desk.versions.ofArticle(article.articleId, { first: 1 });
    expect(rows[0]).toMatchObject({ authorId: null });
    expect(
      await db.database.query(`select actor_id, details from audit_record where action = 'article.drafted'`),
    ).toMatchObject([{ actor_id: null, details: { automatic: true } }]);
    expect(await desk.articles.contributors([article.articleId])).toMatchObject([
      { accountId: helper.accountId },
    ]);
    await desk.autoPromotion.run(answer);
    expect(await desk.sources.ofArticles([article.articleId])).toHaveLength(1);
  });

  it('are public at once where the site trusts its marks; the author is credited', async () => {
    await rule({ mode: 'PUBLISH', minScore: 5, onOfficial: true });
    const moderator = await desk.make.member({ role: 'MODERATOR' });
    const { question, answer, helper } = await desk.solvedQuestion();
    await desk.forum.marks.setOfficial(moderator, question, answer);
    expect(await madeOf(answer)).toMatchObject({ status: 'PUBLISHED' });
    expect(await desk.promotionCredit(helper)).toBe(25);
  });

  it('wait for a reviewer where the site wants four eyes', async () => {
    await rule({ mode: 'PUBLISH', minScore: 0, onOfficial: true });
    await desk.settings.update(admin, { requireReview: true });
    const { answer } = await desk.solvedQuestion();
    const { articleId } = await madeOf(answer);
    expect(await desk.article(articleId)).toMatchObject({ status: 'DRAFT' });
    const reviewer = await desk.curator();
    await desk.reviews.approve(reviewer, articleId, { expectedVersion: 1 });
    await desk.publication.publish(reviewer, articleId);
  });

  it('leave alone what a curator has decided, holds, or what is too short', async () => {
    await rule({ mode: 'OFF', minScore: 0, onOfficial: true });
    const [archived, held, declined, short] = [
      await desk.publishedArticle(),
      await desk.solvedQuestion(),
      await desk.solvedQuestion(),
      await desk.solvedQuestion({ body: 'Reboot.' }),
    ];
    const curator = await desk.curator();
    await desk.publication.archive(curator, archived.article);
    await desk.candidateDesk.claim(curator, held.answer);
    await desk.candidateDesk.decline(curator, declined.answer, { reason: 'One of a kind' });
    await rule({ mode: 'PUBLISH', minScore: 0, onOfficial: true });
    for (const { answer } of [archived, held, declined, short]) {
      await desk.autoPromotion.run(answer);
      expect(await articleOf(answer)).toBeUndefined();
    }
  });

  it('are for admins to switch on, with a score that makes sense', async () => {
    const sound: AutoPromotionRule = { mode: 'DRAFT', minScore: 3, onOfficial: true };
    await expect(desk.settings.update(await desk.curator(), { autoPromotion: sound })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      requires: 'ADMIN',
    });
    await expect(rule({ ...sound, minScore: -1 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'autoPromotion.minScore' }],
    });
    await rule(sound);
    expect((await desk.settings.current()).autoPromotion).toEqual(sound);
  });
});
