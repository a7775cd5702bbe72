import { GUEST } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

describe('saying whether an article helped', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  const rater = (viewer: Viewer, browser: string, address = browser) => ({
    viewer,
    guestKey: Buffer.from(browser),
    address,
  });

  it('counts a member once, in whatever browser, and each guest once', async () => {
    const [{ article }, member] = [await desk.publishedArticle(), await desk.make.member()];
    await desk.feedback.rate(rater(member, 'phone'), article, { helpful: true });
    await desk.feedback.rate(rater(member, 'laptop'), article, { helpful: true });
    await desk.feedback.rate(rater(GUEST, 'kiosk'), article, { helpful: false });
    await desk.feedback.rate(rater(GUEST, 'kiosk'), article, { helpful: false });
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 1, notHelpfulCount: 1 });

    const asMember = await desk.articles.feedback([article], { accountId: member.accountId });
    const asGuest = await desk.articles.feedback([article], { guestKey: Buffer.from('kiosk') });
    expect([asMember, asGuest]).toEqual([
      [{ articleId: article, helpful: true }],
      [{ articleId: article, helpful: false }],
    ]);
  });

  it('does not change what readers see or when that last changed', async () => {
    const { article } = await desk.publishedArticle();
    const [before, announced] = [await desk.article(article), desk.announced.length];
    await desk.feedback.rate(rater(GUEST, 'a reader'), article, { helpful: true });
    expect(await desk.article(article)).toEqual({ ...before, helpfulCount: 1 });
    expect(desk.announced).toHaveLength(announced);
  });

  it('is for what everybody can read: a draft does not exist for readers, and is not rated by curators', async () => {
    const { answer } = await desk.solvedQuestion();
    const curator = await desk.curator();
    const draft = await desk.promotion.promote(curator, answer, {});
    const attempt = (viewer: Viewer) =>
      desk.feedback.rate(rater(viewer, 'somebody'), draft, { helpful: true });
    await expect(attempt(GUEST)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(attempt(await desk.make.member())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(attempt(curator)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('holds guests of one address to thirty an hour, whatever they say who they are', async () => {
    const { article } = await desk.publishedArticle();
    const rate = (i: number) =>
      desk.feedback.rate(rater(GUEST, `guest ${i}`, '203.0.113.9'), article, { helpful: true });
    for (let i = 0; i < 30; i++) await rate(i);
    await expect(rate(30)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 30 });

    const member = await desk.make.member();
    await desk.feedback.rate(rater(member, 'a colleague', '203.0.113.9'), article, { helpful: true });
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 31 });
  });
});
