import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

const HOUR_MS = 3_600_000;

describe('the life of an article', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  let admin: Actor;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
    admin = await desk.make.member({ role: 'ADMIN' });
  });
  afterAll(() => db.drop());
  afterEach(() => desk.settings.update(admin, { requireReview: false }));

  async function draft(by: Actor): Promise<number> {
    return desk.promotion.promote(by, (await desk.solvedQuestion()).answer, {});
  }
  const acts = async (article: number) =>
    (
      await db.database.query<{ action: string }>(
        `select action from audit_record where subject_kind = 'article' and subject_id = $1 order by id`,
        [article],
      )
    ).map(({ action }) => action);

  it('needs four eyes where the site wants them', async () => {
    await desk.settings.update(admin, { requireReview: true });
    const [author, reviewer] = [await desk.curator(), await desk.curator()];
    const article = await draft(author);
    const publish = () => desk.publication.publish(author, article);
    const refused = (message: string) => ({
      code: 'CONFLICT',
      message: expect.stringContaining(message),
      details: { missing: 'REVIEW' },
    });
    await expect(publish()).rejects.toMatchObject(refused('Ask for a review'));
    const approve = (by: Actor, expectedVersion = 1) =>
      desk.reviews.approve(by, article, { expectedVersion });
    await expect(approve(reviewer)).rejects.toMatchObject({ code: 'CONFLICT' });

    await desk.reviews.request(author, article);
    await desk.reviews.request(author, article);
    await expect(publish()).rejects.toMatchObject(refused('waits for its review'));
    await expect(approve(author)).rejects.toMatchObject({ code: 'FORBIDDEN', requires: 'ANOTHER_AUTHOR' });
    await desk.reviews.requestChanges(reviewer, article, { expectedVersion: 1, remark: 'Say which button.' });
    await expect(publish()).rejects.toMatchObject(refused('asked for changes'));

    // The new version starts without a review; what was said of the old one stays with that.
    await desk.editing.edit(author, article, { expectedVersion: 1, body: 'Hold the left button for long.' });
    await desk.reviews.request(author, article);
    await expect(approve(reviewer, 1)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'There is a newer version by now: 2.',
      details: { current: { version: 2 } },
    });
    await expect(approve(reviewer, 9)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'There is no version 9 of this article: its newest is version 2.',
    });
    await approve(reviewer, 2);
    await publish();
    expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED', version: 2 });
    expect(await acts(article)).toEqual([
      'article.drafted',
      'article.review-requested',
      'article.changes-requested',
      'article.edited',
      'article.review-requested',
      'article.approved',
      'article.published',
    ]);
  });

  it('loses its approval with the next edit, and the reader sees neither', async () => {
    await desk.settings.update(admin, { requireReview: true });
    const [author, reviewer] = [await desk.curator(), await desk.curator()];
    const article = await draft(author);
    await desk.reviews.request(author, article);
    await desk.reviews.approve(reviewer, article, { expectedVersion: 1 });
    await desk.editing.edit(author, article, { expectedVersion: 1, title: 'How to set the clock, at last' });
    await expect(desk.publication.publish(reviewer, article)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(desk.reviews.request(author, article)).resolves.toBeUndefined();
    // A review that still waits goes along with the next version, so that nobody has to ask twice.
    await desk.editing.edit(author, article, { expectedVersion: 2, title: 'How to set the clock, really' });
    await desk.reviews.approve(reviewer, article, { expectedVersion: 3, remark: 'Well put.' });
    await desk.publication.publish(author, article);
  });

  it('is published without anybody else where the site does not ask for it', async () => {
    const author = await desk.curator();
    const article = await draft(author);
    await desk.reviews.request(author, article);
    await desk.publication.publish(author, article);
    await expect(desk.reviews.request(author, article)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('goes out at the time that was set', async () => {
    const curator = await desk.curator();
    const article = await draft(curator);
    await expect(desk.scheduling.schedule(curator, article, new Date(Date.now() - 1))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'at' }],
    });
    const at = new Date(Date.now() + HOUR_MS);
    await desk.scheduling.schedule(curator, article, at);
    await desk.scheduling.publishDue(new Date(at.getTime() - 1));
    expect(await desk.article(article)).toMatchObject({ status: 'DRAFT' });
    await desk.scheduling.publishDue(at);
    await desk.scheduling.publishDue(at);
    expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED' });
    expect(await acts(article)).toEqual(['article.drafted', 'article.scheduled', 'article.published']);
  });

  it('waits, with the reason, when it is due but may not go out', async () => {
    const [author, reviewer] = [await desk.curator(), await desk.curator()];
    const [article, other] = [await draft(author), await draft(author)];
    const at = new Date(Date.now() + HOUR_MS);
    await desk.scheduling.schedule(author, article, at);
    await desk.settings.update(admin, { requireReview: true });
    await desk.scheduling.schedule(reviewer, other, at);
    await desk.reviews.request(author, other);
    await desk.reviews.approve(reviewer, other, { expectedVersion: 1 });
    await desk.scheduling.publishDue(at);
    expect(await desk.article(article)).toMatchObject({ status: 'DRAFT' });
    expect(await desk.article(other)).toMatchObject({ status: 'PUBLISHED' });
    const problems = () =>
      db.database.query(`select article_id as id, problem_kind as kind, problem from article_schedule`);
    const why = expect.stringContaining('approval of somebody other than its author') as string;
    expect(await problems()).toEqual([{ id: article, kind: 'REVIEW_MISSING', problem: why }]);
    await desk.scheduling.schedule(author, article, at);
    expect(await problems()).toEqual([{ id: article, kind: null, problem: null }]);
    await desk.reviews.request(author, article);
    await desk.reviews.approve(reviewer, article, { expectedVersion: 1 });
    await desk.scheduling.publishDue(at);
    expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED' });
    expect(await problems()).toEqual([]);
  });

  it('does not go out for somebody who curates no more', async () => {
    const curator = await desk.curator();
    const article = await draft(curator);
    const at = new Date(Date.now() + HOUR_MS);
    await desk.scheduling.schedule(curator, article, at);
    await db.database.query(`update account set role = 'MEMBER' where id = $1`, [curator.accountId]);
    await desk.scheduling.publishDue(at);
    expect(await desk.article(article)).toMatchObject({ status: 'DRAFT' });
    const [schedule] = await db.database.query(
      `select problem_kind as kind from article_schedule where article_id = $1`,
      [article],
    );
    expect(schedule).toEqual({ kind: 'NOT_A_CURATOR' });
  });

  it('takes no schedule while it is archived', async () => {
    const curator = await desk.curator();
    const article = await draft(curator);
    await desk.publication.archive(curator, article);
    const soon = new Date(Date.now() + HOUR_MS);
    await expect(desk.scheduling.schedule(curator, article, soon)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it.each(['cancelled', 'archived', 'published by hand'])('keeps no schedule when it is %s', async (how) => {
    const curator = await desk.curator();
    const article = await draft(curator);
    await desk.scheduling.schedule(curator, article, new Date(Date.now() + HOUR_MS));
    if (how === 'cancelled') await desk.scheduling.cancel(curator, article);
    if (how === 'archived') await desk.publication.archive(curator, article);
    if (how === 'published by hand') await desk.publication.publish(curator, article);
    expect(
      await db.database.query(`select 1 from article_schedule where article_id = $1`, [article]),
    ).toEqual([]);
  });

  it('can have the text of an earlier version again, without losing the later ones', async () => {
    const { article, curator } = await desk.publishedArticle();
    const { title } = await desk.article(article);
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      title: 'A title that misleads everybody',
    });
    await desk.editing.restore(curator, article, { number: 1, expectedVersion: 2 });
    expect(await desk.article(article)).toMatchObject({ version: 1, latestVersion: 3 });
    const { rows } = await desk.versions.ofArticle(article, { first: 5 });
    expect(rows[0]).toMatchObject({ number: 3, title, reason: 'Version 1 restored' });
    expect(rows).toHaveLength(3);

    // What is the newest text already makes no version.
    await desk.editing.restore(curator, article, { number: 1 });
    expect(await desk.article(article)).toMatchObject({ latestVersion: 3 });
    await expect(desk.editing.restore(curator, article, { number: 9 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      desk.editing.restore(curator, article, { number: 2, expectedVersion: 2 }),
    ).rejects.toMatchObject({ code: 'CONFLICT', details: { current: { version: 3 } } });
  });

  it('has an address that reads as its language is written', async () => {
    const author = await desk.curator();
    const text = { body: 'Warten, bis die Lampe grün leuchtet.', tags: ['lampe'] };
    const article = await desk.writing.write(author, { ...text, title: 'Zuverlässig löschen', locale: 'de' });
    expect(await desk.article(article)).toMatchObject({ slug: 'zuverlaessig-loeschen' });
    await desk.slugs.change(author, article, 'Früh übt sich');
    expect(await desk.article(article)).toMatchObject({ slug: 'frueh-uebt-sich' });
  });

  it('is found by all the addresses that it ever had, and no other article gets one of them', async () => {
    const [one, other] = [
      await desk.publishedArticle({ title: 'Why does the lamp flicker at night?' }),
      await desk.publishedArticle(),
    ];
    const old = 'why-does-the-lamp-flicker-at-night';
    await desk.slugs.change(one.curator, one.article, ' Flickering Lamp ');
    expect(await desk.article(one.article)).toMatchObject({ slug: 'flickering-lamp' });
    for (const slug of [old, 'flickering-lamp']) {
      expect(await desk.articles.bySlug(slug)).toMatchObject({
        articleId: one.article,
        slug: 'flickering-lamp',
      });
    }
    for (const slug of [old, 'flickering-lamp', 'drafts', '…']) {
      await expect(desk.slugs.change(other.curator, other.article, slug)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'slug' }],
      });
    }
    const third = await desk.publishedArticle({ title: 'Why does the lamp flicker at night?' });
    expect(await desk.article(third.article)).toMatchObject({ slug: `${old}-2` });
    // Its own old address is free for it.
    await desk.slugs.change(one.curator, one.article, old);
    expect(await desk.article(one.article)).toMatchObject({ slug: old });
  });
});
