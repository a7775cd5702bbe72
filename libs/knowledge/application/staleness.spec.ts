import { globalId } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { DEFAULT_STALE_RULES } from '../domain/staleness.js';
import { FaqDesk } from '../testing/faq-desk.js';

describe('articles that may not be true any more', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterAll(() => db.drop());

  const sql = (statement: string, ...parameters: unknown[]) => db.database.query(statement, parameters);
  const statusOf = async (article: number) => (await desk.article(article)).status;
  const reasonsOf = async (article: number) =>
    (await desk.freshness.reasons([article])).map(({ kind, detail }) => ({ kind, ...detail }));
  const kindsOf = async (article: number) => (await reasonsOf(article)).map(({ kind }) => kind);
  /** Turns an article back in time, so that nobody seems to have looked at it since. */
  const age = (article: number, months: number) =>
    sql(
      `with old as (update article_version set created_at = created_at - make_interval(months => $2) where article_id = $1)
       update article set updated_at = updated_at - make_interval(months => $2),
              confirmed_at = confirmed_at - make_interval(months => $2) where id = $1`,
      article,
      months,
    );
  const admin = () => desk.make.member({ role: 'ADMIN' });
  /** What the nightly job does. */
  const night = () => desk.staleness.look({});
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  describe('by a new version of a product', () => {
    const release = async (productId: number, name: string) => {
      const id = await desk.catalogue.versions.add(await desk.curator(), { productId, name });
      // What the event asked the job to do.
      await desk.staleness.look({ productId });
      return id;
    };
    const articleFor = async (range: { from?: string; to?: string } = {}) => {
      const { productId, versionIds } = await desk.make.product({ versions: ['1.0', '2.0'] });
      const { article, curator } = await desk.publishedArticle();
      const idOf = (name?: string) =>
        name ? globalId('productVersion', versionIds[Number(name[0]) - 1]!) : null;
      await desk.care.set(curator, article, {
        appliesTo: [
          {
            productId: globalId('product', productId),
            fromVersionId: idOf(range.from),
            toVersionId: idOf(range.to),
          },
        ],
      });
      return { article, curator, productId, versionIds };
    };

    it('asks to look at what says that it holds for all versions to come, and names the version', async () => {
      const { article, productId } = await articleFor({ from: '1.0' });
      expect(await statusOf(article)).toBe('PUBLISHED');
      const version = await release(productId, '3.0');
      expect(await statusOf(article)).toBe('STALE');
      expect(await reasonsOf(article)).toEqual([{ kind: 'VERSION', versionIds: [version] }]);
    });

    it('is content once a curator has looked, until the next version', async () => {
      const { article, curator, productId } = await articleFor();
      await release(productId, '3.0');
      await desk.confirmation.confirm(curator, article);
      expect([await statusOf(article), await reasonsOf(article)]).toEqual(['PUBLISHED', []]);
      await night();
      expect(await statusOf(article)).toBe('PUBLISHED');
      await release(productId, '4.0');
      expect(await kindsOf(article)).toEqual(['VERSION']);
    });

    it('can be told that the article ends with an earlier version; later ones then are no matter', async () => {
      const { article, curator, productId, versionIds } = await articleFor();
      await release(productId, '3.0');
      await desk.confirmation.confirm(curator, article, { toVersionId: versionIds[1] });
      expect(await desk.freshness.ranges([article])).toMatchObject([{ toVersionId: versionIds[1] }]);
      await release(productId, '4.0');
      expect(await statusOf(article)).toBe('PUBLISHED');
    });

    it('leaves alone what says that it is about old versions only, and other products', async () => {
      const closed = await articleFor({ to: '2.0' });
      const other = await articleFor();
      await release(closed.productId, '3.0');
      expect([await statusOf(closed.article), await statusOf(other.article)]).toEqual([
        'PUBLISHED',
        'PUBLISHED',
      ]);
    });

    it('is settled by a text that was written since, but not by one that was written before', async () => {
      const { article, curator, productId } = await articleFor();
      await desk.editing.edit(curator, article, {
        expectedVersion: 1,
        body: 'Written before: hold it for six seconds.',
      });
      await release(productId, '3.0');
      await desk.publication.publish(curator, article);
      expect(await kindsOf(article)).toEqual(['VERSION']);

      await desk.editing.edit(curator, article, {
        expectedVersion: 2,
        body: 'Written for 3.0: hold it seven seconds.',
      });
      expect(await statusOf(article)).toBe('STALE');
      await desk.publication.publish(curator, article);
      expect([await statusOf(article), await reasonsOf(article)]).toEqual(['PUBLISHED', []]);
    });

    it('lists accepted answers that claim to hold for it, until a curator says that they do', async () => {
      const { productId, versionIds } = await desk.make.product({ versions: ['1.0'] });
      const { answer } = await desk.solvedQuestion();
      const { answer: narrow } = await desk.solvedQuestion();
      await desk.make.applies(answer, { productId, fromVersionId: versionIds[0] });
      await desk.make.applies(narrow, {
        productId,
        fromVersionId: versionIds[0],
        toVersionId: versionIds[0],
      });
      const queue = async () => (await desk.freshness.answersToReview(productId, { first: 10 })).rows;
      await sql(`update post set created_at = now() - interval '1 year' where id = any($1)`, [
        answer,
        narrow,
      ]);
      await sql(
        `update product_version set announced_at = now() - interval '2 years' where id = $1`,
        versionIds[0],
      );
      expect(await queue()).toEqual([]);

      const version = await release(productId, '2.0');
      expect(await queue()).toEqual([{ answerId: answer, versionId: version }]);
      const curator = await desk.curator();
      await desk.answerChecks.confirm(curator, answer, version);
      expect(await queue()).toEqual([]);
      const next = await release(productId, '3.0');
      expect(await queue()).toEqual([{ answerId: answer, versionId: next }]);

      const { versionIds: foreign } = await desk.make.product();
      await expect(desk.answerChecks.confirm(curator, answer, foreign[0]!)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    });
  });

  describe('by an edited answer', () => {
    it('is compared again, or edited, and then content', async () => {
      const { article, answer, helper, curator } = await desk.publishedArticle();
      await desk.forum.answers.edit(helper, answer, {
        body: 'Since spring, hold it for ten seconds instead.',
      });
      expect(desk.drifted).toContain(article);
      await desk.staleness.look({ articleId: article });
      expect(await reasonsOf(article)).toEqual([{ kind: 'DRIFT', answers: 1 }]);

      await desk.articleSources.confirm(curator, article);
      expect(await statusOf(article)).toBe('PUBLISHED');
    });

    it('does not confirm a text of the answer that the curator has not seen', async () => {
      const { article, answer, helper, curator } = await desk.publishedArticle();
      await desk.forum.answers.edit(helper, answer, { body: 'First I said five, now I say ten seconds.' });
      await desk.forum.answers.edit(helper, answer, {
        body: 'And now I say that it takes a minute at least.',
      });
      await desk.staleness.look({ articleId: article });
      const seen = [{ answerId: answer, revision: 2 }];
      await expect(desk.confirmation.confirm(curator, article, { seen })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(await statusOf(article)).toBe('STALE');
    });
  });

  describe('by age', () => {
    it('comes up in the night after a year without a look, and a look starts the year anew', async () => {
      const { article, curator } = await desk.publishedArticle();
      await age(article, 11);
      await night();
      expect(await statusOf(article)).toBe('PUBLISHED');
      await age(article, 2);
      await night();
      expect(await kindsOf(article)).toEqual(['AGE']);
      await desk.confirmation.confirm(curator, article);
      await night();
      expect(await statusOf(article)).toBe('PUBLISHED');
    });

    it('waits for the day that somebody has set, however old the text is, and not longer', async () => {
      const { article, curator } = await desk.publishedArticle();
      await age(article, 30);
      await desk.care.set(curator, article, { reviewDueOn: inDays(40) });
      await night();
      expect(await statusOf(article)).toBe('PUBLISHED');
      await sql(`update article set review_due_on = current_date - 1 where id = $1`, article);
      await night();
      expect(await reasonsOf(article)).toMatchObject([{ kind: 'AGE', dueOn: inDays(-1) }]);

      await desk.confirmation.confirm(curator, article, { reviewDueOn: inDays(90) });
      expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED', reviewDueOn: inDays(90) });
    });

    it.each([['2027-02-31'], ['tomorrow'], ['2020-01-01'], ['2090-01-01']])(
      'does not take %s',
      async (day) => {
        const { article, curator } = await desk.publishedArticle();
        await expect(desk.care.set(curator, article, { reviewDueOn: day })).rejects.toMatchObject({
          fields: [{ path: 'reviewDueOn' }],
        });
      },
    );
  });

  describe('by a curator', () => {
    it('is marked with a remark, and settled by a new text or a second look', async () => {
      const { article, curator } = await desk.publishedArticle();
      await desk.care.markStale(curator, article, '  The button   is gone. ');
      expect(await reasonsOf(article)).toEqual([{ kind: 'MANUAL', remark: 'The button is gone.' }]);
      await desk.editing.edit(curator, article, {
        expectedVersion: 1,
        body: 'There is no button any more, turn the wheel.',
      });
      expect(await statusOf(article)).toBe('STALE');
      await desk.publication.publish(curator, article);
      expect(await statusOf(article)).toBe('PUBLISHED');

      await desk.care.markStale(curator, article, 'The wheel is gone too.');
      await desk.confirmation.confirm(curator, article);
      expect(await statusOf(article)).toBe('PUBLISHED');
    });

    it('is not for moderators, nor without a word, nor for what readers do not see', async () => {
      const { article, curator } = await desk.publishedArticle();
      const moderator = await desk.make.member({ role: 'MODERATOR' });
      await expect(desk.care.markStale(moderator, article, 'Wrong.')).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(desk.confirmation.confirm(moderator, article)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(desk.care.markStale(curator, article, ' ')).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
      await desk.publication.archive(curator, article);
      await expect(desk.care.markStale(curator, article, 'Wrong.')).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      await expect(desk.confirmation.confirm(curator, article)).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });

  describe('rules', () => {
    it('are changed by admins; what a rule no longer says is gone after the next look', async () => {
      const { article, curator } = await desk.publishedArticle();
      await age(article, 13);
      await night();
      expect(await statusOf(article)).toBe('STALE');
      await expect(desk.staleRules.update(curator, { ageMonths: null })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await desk.staleRules.update(await admin(), { ageMonths: null });
      await night();
      expect(await statusOf(article)).toBe('PUBLISHED');
      await desk.staleRules.update(await admin(), { ageMonths: DEFAULT_STALE_RULES.ageMonths });
      await night();
      expect(await statusOf(article)).toBe('STALE');
    });

    it('say which number does not make sense', async () => {
      const update = desk.staleRules.update(await admin(), {
        feedback: { isOn: true, minVotes: 0, share: 1.5 },
        ageMonths: 0,
      });
      await expect(update).rejects.toMatchObject({
        fields: [{ path: 'feedback.minVotes' }, { path: 'feedback.share' }, { path: 'ageMonths' }],
      });
    });
  });

  it('wait in a queue, the longest first, and can be narrowed to their owner and the reason', async () => {
    const [first, second] = [await desk.publishedArticle(), await desk.publishedArticle()];
    await desk.care.markStale(first.curator, first.article, 'Check the second step.');
    await desk.care.markStale(second.curator, second.article, 'Check the third step.');
    await desk.care.set(second.curator, second.article, { ownerId: null });
    const queue = async (filter: Parameters<typeof desk.freshness.stale>[0]) => {
      const { rows } = await desk.freshness.stale(filter, { first: 100 });
      return rows
        .map(({ articleId }) => articleId)
        .filter((id) => [first.article, second.article].includes(id));
    };
    expect(await queue({})).toEqual([first.article, second.article]);
    // Whoever made an article looks after it until somebody else does.
    expect(await queue({ ownerId: first.curator.accountId })).toEqual([first.article]);
    expect(await queue({ isUnowned: true })).toEqual([second.article]);
    expect(await queue({ kind: 'AGE' })).toEqual([]);
    expect(await queue({ kind: 'MANUAL' })).toEqual([first.article, second.article]);
  });

  it('keep apart a confirmation and a publication at the same moment: the newer text decides', async () => {
    const { article, curator } = await desk.publishedArticle();
    await desk.care.markStale(curator, article, 'The button is gone.');
    await desk.editing.edit(curator, article, {
      expectedVersion: 1,
      body: 'There is no button any more, turn the wheel.',
    });
    const [, confirmed] = await Promise.allSettled([
      desk.publication.publish(curator, article),
      desk.confirmation.confirm(await desk.curator(), article, { expectedVersion: 1 }),
    ]);
    expect(await desk.article(article)).toMatchObject({ status: 'PUBLISHED', version: 2 });
    if (confirmed.status === 'rejected') {
      expect(confirmed.reason).toMatchObject({ code: 'CONFLICT', details: { current: { version: 2 } } });
    }
  });

  it('know what they apply to from the answers that they are made of', async () => {
    const { productId, versionIds } = await desk.make.product({ versions: ['1.0', '2.0', '3.0'] });
    const [one, other] = [await desk.solvedQuestion(), await desk.solvedQuestion()];
    // One asker uses 2.0; the other answer says of itself that it holds for 1.0 only.
    await desk.make.applies(one.question, {
      productId,
      fromVersionId: versionIds[1],
      toVersionId: versionIds[1],
    });
    await desk.make.applies(other.answer, {
      productId,
      fromVersionId: versionIds[0],
      toVersionId: versionIds[0],
    });
    const curator = await desk.curator();
    const draft = await desk.promotion.promote(curator, one.answer, {});
    expect(await desk.freshness.ranges([draft])).toEqual([
      { originalId: draft, productId, fromVersionId: versionIds[1], toVersionId: null },
    ]);
    expect(await desk.article(draft)).toMatchObject({ ownerId: curator.accountId });

    const third = await desk.solvedQuestion();
    await desk.make.applies(third.question, {
      productId,
      fromVersionId: versionIds[1],
      toVersionId: versionIds[1],
    });
    const merged = await desk.promotion.promoteAll(curator, [other.answer, third.answer], {});
    expect(await desk.freshness.ranges([merged])).toEqual([
      { originalId: merged, productId, fromVersionId: versionIds[0], toVersionId: null },
    ]);
  });
});
