import { GUEST, globalId } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { ReaderWord } from '../domain/feedback.js';
import { FaqDesk } from '../testing/faq-desk.js';

describe('what readers say of an article', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  let article: number;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  beforeEach(async () => {
    ({ article } = await desk.publishedArticle());
  });
  afterAll(() => db.drop());

  const say = (browser: string, word: ReaderWord, of = article) =>
    desk.feedback.rate({ viewer: GUEST, guestKey: Buffer.from(browser), address: browser }, of, word);
  const remarks = async (isResolved = false) =>
    (await desk.readerRemarks.page({ articleId: article, isResolved }, { first: 50 })).rows;
  const statusOf = async () => (await desk.article(article)).status;
  /** Five readers, of whom so many were not helped. */
  const fiveReaders = async (notHelped: number) => {
    for (let i = 0; i < 5; i++) await say(`reader ${i}`, { helpful: i >= notHelped });
  };

  it('is kept with its reason for curators, who learn the version but not the person', async () => {
    await say('a', { helpful: false, reason: 'OUTDATED', comment: '  The menu is\r\ngone. ' });
    await say('b', { helpful: true });
    const [remark, ...others] = await remarks();
    expect(others).toEqual([]);
    expect(remark).toMatchObject({
      reason: 'OUTDATED',
      comment: 'The menu is\ngone.',
      version: 1,
      helpful: false,
    });
    expect(Object.keys(remark ?? {})).not.toEqual(expect.arrayContaining(['guestKey']));
  });

  it('may come in two steps, as on a page without JavaScript: no, and then why', async () => {
    await say('a', { helpful: false });
    await say('a', { helpful: false, reason: 'UNCLEAR' });
    await say('a', { helpful: false, comment: 'Which wheel?' });
    expect(await remarks()).toMatchObject([{ reason: 'UNCLEAR', comment: 'Which wheel?' }]);
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 0, notHelpfulCount: 1 });
  });

  it('is taken back whole by whoever thinks again', async () => {
    await say('a', { helpful: false, reason: 'WRONG', comment: 'It does not work.' });
    await say('a', { helpful: true });
    expect(await remarks()).toEqual([]);
    expect(await desk.article(article)).toMatchObject({ helpfulCount: 1, notHelpfulCount: 0 });
  });

  it('has no reason where it helped, and takes 500 characters of comment', async () => {
    await expect(say('a', { helpful: true, reason: 'WRONG' })).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    await expect(say('a', { helpful: false, comment: '語'.repeat(501) })).rejects.toMatchObject({
      fields: [{ path: 'comment' }],
    });
    await say('a', { helpful: false, comment: '語'.repeat(500) });
    expect(await remarks()).toHaveLength(1);
  });

  it('makes the article stale when half of five readers were not helped, not before', async () => {
    await say('reader 0', { helpful: false });
    await say('reader 1', { helpful: false });
    await say('reader 2', { helpful: false });
    await say('reader 3', { helpful: true });
    expect(await statusOf()).toBe('PUBLISHED');
    await say('reader 4', { helpful: false });
    expect(await statusOf()).toBe('STALE');
    expect(await desk.freshness.reasons([article])).toMatchObject([
      { kind: 'FEEDBACK', detail: { votes: 5, notHelpful: 4 } },
    ]);
  });

  it('is heard, and no reason any more, when enough others were helped', async () => {
    await fiveReaders(3);
    expect(await statusOf()).toBe('STALE');
    await say('reader 5', { helpful: true });
    await say('reader 6', { helpful: true });
    expect(await statusOf()).toBe('PUBLISHED');
  });

  it('is not held against a new text, nor against one that a curator has confirmed', async () => {
    await fiveReaders(5);
    const curator = await desk.curator();
    await desk.confirmation.confirm(curator, article);
    expect(await statusOf()).toBe('PUBLISHED');
    await say('one more', { helpful: false });
    expect(await statusOf()).toBe('PUBLISHED');
    expect(await desk.article(article)).toMatchObject({ notHelpfulCount: 6 });
  });

  it('is settled by a curator one by one, can be reopened, and comes back when it is said again', async () => {
    await fiveReaders(0);
    for (const browser of ['a', 'b', 'c', 'd', 'e'])
      await say(browser, { helpful: false, reason: 'INCOMPLETE' });
    expect(await statusOf()).toBe('STALE');
    const curator = await desk.curator();
    const [newest] = await remarks();
    await desk.remarks.resolve(curator, newest!.id, true);
    await desk.remarks.resolve(curator, newest!.id, true);
    expect([await statusOf(), (await remarks()).length, (await remarks(true)).length]).toEqual([
      'PUBLISHED',
      4,
      1,
    ]);

    await desk.remarks.resolve(curator, newest!.id, false);
    expect([await statusOf(), (await remarks()).length]).toEqual(['STALE', 5]);
    await desk.remarks.resolve(curator, newest!.id, true);
    await say('e', { helpful: false, comment: 'And the last step is missing too.' });
    expect(await remarks()).toMatchObject([{ id: newest!.id, reason: 'INCOMPLETE' }, {}, {}, {}, {}]);
    await expect(desk.remarks.resolve(await desk.make.member(), newest!.id, true)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('of twenty readers at once, all that counts is what they said', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => say(`r${i}`, { helpful: i % 2 === 0, comment: 'So it is.' })),
    );
    expect(await desk.freshness.reasons([article])).toMatchObject([
      { detail: { votes: 20, notHelpful: 10 } },
    ]);
    expect(await remarks()).toHaveLength(20);
  });

  describe('by asking all the same', () => {
    const ask = async (articleId: string) => {
      const id = await desk.forum.questions.ask(await desk.make.member({ reputation: 500 }), {
        title: 'The wheel turns but the clock does not move',
        body: 'I have done what the article says, and nothing happens at all.',
        tags: ['clock'],
        articleId,
      });
      return (await desk.freshness.articlesBefore([id])).map((row) => row.articleId);
    };

    it('remembers which article had been read', async () => {
      expect(await ask(globalId('article', article))).toEqual([article]);
      expect((await desk.freshness.questionsAfter(article, { first: 10 })).rows).toHaveLength(1);
    });

    it('keeps nobody from asking because the article is gone, a draft, or no article', async () => {
      const { answer } = await desk.solvedQuestion();
      const draft = await desk.promotion.promote(await desk.curator(), answer, {});
      expect(await ask(globalId('article', draft))).toEqual([]);
      expect(await ask(globalId('article', 999_999))).toEqual([]);
      expect(await ask('nonsense')).toEqual([]);
    });
  });
});
