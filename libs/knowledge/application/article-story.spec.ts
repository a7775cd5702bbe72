import { GUEST } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { FaqDesk } from '../testing/faq-desk.js';

describe('an answer on its way into the FAQ', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  const guest = (name: string) => ({
    viewer: GUEST,
    guestKey: Buffer.from(name),
    address: name,
  });

  it('goes from candidate to draft, is edited, published, thanked for, rated and archived', async () => {
    const { helper, answer } = await desk.solvedQuestion({
      title: 'Where is the reset button of the router?',
      body: 'Under the rubber foot at the back. Hold it for five seconds.',
      tags: ['router', 'reset'],
    });
    const [curator, colleague] = [await desk.curator(), await desk.curator()];
    expect(await desk.candidateIds()).toContain(answer);

    // A draft takes everything from the question and the answer.
    const article = await desk.promotion.promote(curator, answer, {});
    expect(await desk.article(article)).toMatchObject({
      slug: 'where-is-the-reset-button-of-the-router',
      status: 'DRAFT',
      version: 1,
      title: 'Where is the reset button of the router?',
      tags: ['router', 'reset'],
      locale: 'en',
      publishedAt: null,
    });
    expect(await desk.candidateIds()).not.toContain(answer);

    // The draft's copy follows each edit; who edits an older version is shown the newer one.
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      title: 'Where is the reset button of my router?',
      reason: 'As people ask it',
    });
    expect(await desk.article(article)).toMatchObject({ version: 2, latestVersion: 2 });
    await expect(
      desk.editing.edit(colleague, article, { expectedVersion: 1, body: 'Look under the left foot of it.' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: {
        current: {
          version: 2,
          title: 'Where is the reset button of my router?',
          body: 'Under the rubber foot at the back. Hold it for five seconds.',
          tags: ['router', 'reset'],
        },
      },
    });

    // Publishing credits the author of the answer, once.
    await desk.publication.publish(colleague, article);
    await desk.publication.publish(colleague, article);
    expect(await desk.promotionCredit(helper)).toBe(25);
    const published = await desk.article(article);
    expect(published).toMatchObject({ status: 'PUBLISHED', version: 2 });
    expect(published.publishedAt).toBeInstanceOf(Date);

    // What readers see waits for the next publication.
    await desk.editing.edit(colleague, article, {
      expectedVersion: 2,
      body: 'Look under the left rubber foot at the back.',
    });
    expect(await desk.article(article)).toMatchObject({ version: 2, latestVersion: 3 });
    await desk.publication.publish(curator, article);
    expect(await desk.article(article)).toMatchObject({ version: 3, publishedAt: published.publishedAt });
    expect(await desk.promotionCredit(helper)).toBe(25);

    // Readers say whether it helped, and may think again.
    await desk.feedback.rate(guest('one'), article, { helpful: true });
    await desk.feedback.rate(guest('two'), article, { helpful: false });
    await desk.feedback.rate(guest('two'), article, { helpful: true });
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 2, notHelpfulCount: 0 });

    // Archiving takes the credit back, and makes the answer a candidate again.
    await desk.publication.archive(curator, article);
    expect(await desk.article(article)).toMatchObject({ status: 'ARCHIVED' });
    expect(await desk.promotionCredit(helper)).toBe(0);
    expect(await desk.candidateIds()).toContain(answer);

    await desk.publication.publish(curator, article);
    expect(await desk.promotionCredit(helper)).toBe(25);
    expect(await desk.article(article)).toMatchObject({
      slug: 'where-is-the-reset-button-of-the-router',
      publishedAt: published.publishedAt,
    });

    expect(desk.announced.filter((id) => id === article)).toHaveLength(4);
    const record = await db.database.query<{ action: string; actorId: number }>(
      `select action, actor_id as "actorId" from audit_record
        where subject_kind = 'article' and subject_id = $1 order by id`,
      [article],
    );
    expect(record).toEqual([
      { action: 'article.drafted', actorId: curator.accountId },
      { action: 'article.edited', actorId: curator.accountId },
      { action: 'article.published', actorId: colleague.accountId },
      { action: 'article.edited', actorId: colleague.accountId },
      { action: 'article.published', actorId: curator.accountId },
      { action: 'article.archived', actorId: curator.accountId },
      { action: 'article.published', actorId: curator.accountId },
    ]);
  });

  it('keeps every version with its author, its reason and what was before', async () => {
    const { answer } = await desk.solvedQuestion();
    const curator = await desk.curator();
    const article = await desk.promotion.promote(curator, answer, { tags: ['clock', 'battery'] });
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      tags: ['clock'],
      reason: ' Not  the battery ',
    });

    const { rows } = await desk.versions.ofArticle(article, { first: 20 });
    expect(rows.map(({ number, reason, authorId }) => ({ number, reason, authorId }))).toEqual([
      { number: 2, reason: 'Not the battery', authorId: curator.accountId },
      { number: 1, reason: null, authorId: curator.accountId },
    ]);
    expect(rows[0]).toMatchObject({ tags: ['clock'], before: { tags: ['clock', 'battery'] } });
    expect(rows[1]?.before).toBeNull();
  });

  it('makes no version of an edit that changes nothing', async () => {
    const { article, curator } = await desk.publishedArticle();
    const { title } = await desk.article(article);
    await desk.editing.edit(curator, article, { expectedVersion: 1, title });
    expect(await desk.article(article)).toMatchObject({ latestVersion: 1 });
  });

  it('thanks the author of the answer first, then those who improved it, then the editors', async () => {
    const { answer, helper } = await desk.solvedQuestion();
    const [superuser, curator] = [await desk.make.member({ role: 'SUPERUSER' }), await desk.curator()];
    await desk.forum.answers.edit(superuser, answer, {
      body: 'Hold the button for ten seconds, then turn the wheel.',
    });
    const article = await desk.promotion.promote(curator, answer, {});
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      title: 'How to set the clock of the oven',
    });

    const people = await desk.articles.contributors([article]);
    expect(people.map((person) => person.accountId)).toEqual([
      helper.accountId,
      superuser.accountId,
      curator.accountId,
    ]);
  });

  it('tells curators when the answer has changed since, until they have looked', async () => {
    const { article, answer, helper, curator } = await desk.publishedArticle();
    expect(await desk.candidateIds()).not.toContain(answer);

    await desk.forum.answers.edit(helper, answer, {
      body: 'With the new firmware: hold the button for one second.',
    });
    expect(await desk.candidateIds()).toContain(answer);

    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      body: 'Hold the button for one second (new firmware).',
    });
    expect(await desk.candidateIds()).not.toContain(answer);
  });
});
