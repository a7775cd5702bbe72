import { globalId } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

describe('promoting an answer', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  it('is for any answer, marked or not, and takes what the curator gives', async () => {
    const [curator, answer] = [await desk.curator(), await desk.make.answer()];
    const article = await desk.promotion.promote(curator, answer, {
      title: 'Setting the clock of the oven',
      body: 'Hold the **clock** button for five seconds.',
      tags: ['Oven', 'clock', 'new tag'],
    });
    expect(await desk.article(article)).toMatchObject({
      slug: 'setting-the-clock-of-the-oven',
      title: 'Setting the clock of the oven',
      excerpt: 'Hold the clock button for five seconds.',
      tags: ['oven', 'clock', 'new-tag'],
    });
    const known = await db.database.query(`select name from tag where name in ('oven', 'new-tag')`);
    expect(known).toHaveLength(2);
  });

  it('keeps the language of the question', async () => {
    const { question, answer } = await desk.solvedQuestion({ title: 'Wie stelle ich die Uhr des Ofens?' });
    await db.database.query(`update post set locale = 'de' where id = $1`, [question]);
    const article = await desk.promotion.promote(await desk.curator(), answer, {});
    expect(await desk.article(article)).toMatchObject({
      locale: 'de',
      slug: 'wie-stelle-ich-die-uhr-des-ofens',
    });
  });

  it('names each field that does not fit, with its limits', async () => {
    const [curator, answer] = [await desk.curator(), await desk.make.answer()];
    const tags = ['one', 'two', 'three', 'four', 'five', 'six'];
    const attempt = desk.promotion.promote(curator, answer, { title: 'Too short', body: 'Also', tags });
    await expect(attempt).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        { path: 'title', message: expect.stringContaining('15 to 150') },
        { path: 'body', message: expect.stringContaining('20 to 50,000') },
        { path: 'tags', message: expect.stringContaining('0 to 5') },
      ],
    });
  });

  it('says which article there is already, until that one is archived', async () => {
    const { article, answer, curator } = await desk.publishedArticle();
    const { slug, title } = await desk.article(article);
    const again = () => desk.promotion.promote(curator, answer, {});
    await expect(again()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(title),
      details: { article: { id: globalId('article', article), slug, path: `/faq/${slug}` } },
    });

    await desk.publication.archive(curator, article);
    const second = await again();
    expect(await desk.article(second)).toMatchObject({ slug: `${slug}-2` });

    // The archived one cannot come back beside it.
    await expect(desk.publication.publish(curator, article)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { article: { id: globalId('article', second) } },
    });
  });

  it('leaves deleted answers alone, and answers of deleted questions', async () => {
    const [curator, moderator] = [await desk.curator(), await desk.make.member({ role: 'MODERATOR' })];
    const { answer, question } = await desk.solvedQuestion();
    await desk.forum.deletion.remove(moderator, question);
    await expect(desk.promotion.promote(curator, answer, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.forum.deletion.restore(moderator, question);
    await desk.forum.deletion.remove(moderator, answer);
    await expect(desk.promotion.promote(curator, answer, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.promotion.promote(curator, question, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('acts once when it is sent again', async () => {
    const { answer } = await desk.solvedQuestion();
    const curator = await desk.curator();
    const input = { clientMutationId: 'the button was clicked twice' };
    const [one, other] = await Promise.all([
      desk.promotion.promote(curator, answer, input),
      desk.promotion.promote(curator, answer, input),
    ]);
    expect(one).toBe(other);
  });

  it('credits nobody for publishing their own answer', async () => {
    const curator = await desk.curator();
    const answer = await desk.make.answer({ author: curator });
    const article = await desk.promotion.promote(curator, answer, {});
    await desk.publication.publish(curator, article);
    expect(await desk.promotionCredit(curator)).toBe(0);

    // Somebody else's next version does not make it their publication.
    const colleague = await desk.curator();
    await desk.editing.edit(colleague, article, { expectedVersion: 1, title: 'How to set the clock anew' });
    await desk.publication.publish(colleague, article);
    expect(await desk.promotionCredit(curator)).toBe(0);
  });

  it('announces it to each author whom it is new to, and not to who did it themselves', async () => {
    const { article, helper, curator } = await desk.publishedArticle();
    const own = await desk.make.answer({ author: curator });
    const others = await desk.make.answer();
    await desk.articleSources.add(curator, article, own);
    await desk.articleSources.add(await desk.curator(), article, others);
    await desk.editing.edit(curator, article, { expectedVersion: 1, title: 'How to set the clock anew' });
    await desk.publication.publish(curator, article);
    const [row] = await db.database.query<{ author: number }>(
      `select author_id as author from post where id = $1`,
      [others],
    );
    const about = [helper.accountId, curator.accountId, row!.author];
    expect(desk.promoted.filter((id) => about.includes(id))).toEqual([helper.accountId, row!.author]);
  });

  it('keeps the credit in step with the answer: gone while it is deleted, back when it is restored', async () => {
    const { article, answer, helper, curator } = await desk.publishedArticle();
    const moderator = await desk.make.member({ role: 'MODERATOR' });
    await desk.forum.deletion.remove(moderator, answer);
    expect(await desk.promotionCredit(helper)).toBe(0);
    await desk.forum.deletion.restore(moderator, answer);
    expect(await desk.promotionCredit(helper)).toBe(25);

    await desk.forum.deletion.remove(moderator, answer);
    await desk.publication.archive(curator, article);
    await desk.forum.deletion.restore(moderator, answer);
    expect(await desk.promotionCredit(helper)).toBe(0);
  });
});
