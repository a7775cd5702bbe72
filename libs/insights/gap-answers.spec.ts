import { globalId } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { ArticleBegun, ArticlePublished } from '#libs/knowledge';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { GAP_STATES } from './domain/gap.js';
import { InsightsDesk, opened, searched } from './testing/insights-desk.js';

let test: TestDatabase;
let desk: InsightsDesk;
let curator: Actor;
let made = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = new InsightsDesk(test);
  curator = await desk.make.member({ username: 'curator-one', role: 'STAFF' });
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.query(
    `truncate intent, intent_event, intent_day, intent_subject_day, knowledge_gap cascade`,
  );
  // Questions cannot be truncated away from below the ledger; old ones are no needs of today.
  await test.database.query(`update post set created_at = created_at - interval '2 years'`);
});

const HOURS_AGO_2 = `interval '2 hours'`;

async function found() {
  await desk.settle();
  await desk.finder.find();
  return (await desk.gaps.page(GAP_STATES, { first: 100 })).rows;
}

/** Two visits look for the same in vain. */
async function need(): Promise<number> {
  await desk.visit([searched('descale kettle')]);
  await desk.visit([searched('kettle descaling')]);
  const [gap] = await found();
  if (!gap) throw new Error('no gap was found');
  return gap.gapId;
}

async function article(status: 'DRAFT' | 'PUBLISHED'): Promise<number> {
  const row = await test.database.one<{ id: number }>(
    `insert into article (slug, status, locale, title, body, body_html, published_at)
     values ($1, $2, 'en', 'Descaling the kettle', 'Use vinegar.', '<p>Use vinegar.</p>', now()) returning id`,
    [`descaling-${++made}`, status],
  );
  return row?.id ?? 0;
}

/** As the FAQ does it: what follows is in the same transaction. */
const write = async (gapId: number, by = curator) => {
  const articleId = await article('DRAFT');
  await test.database.transaction(() => desk.events.publish(new ArticleBegun(articleId, by, gapId)));
  return articleId;
};
const publish = async (articleId: number) => {
  await test.database.query(`update article set status = 'PUBLISHED' where id = $1`, [articleId]);
  await test.database.transaction(() =>
    desk.events.publish(new ArticlePublished(articleId, curator.accountId)),
  );
};

const state = (gapId: number) => desk.gaps.byId(gapId);
const historyOf = async (gapId: number) =>
  (await desk.gaps.steps([gapId])).map(({ kind, articleId, needs }) => ({
    kind,
    ...(articleId !== null && { articleId }),
    ...(needs !== null && { needs }),
  }));
const actsOf = (gapId: number) =>
  test.database.query(
    `select action, actor_id as by from audit_record where details->>'gap' = $1 order by id`,
    [String(gapId)],
  );

/** It was answered two hours ago; what is looked for in specs, is an hour old. */
async function answered(): Promise<{ gapId: number; articleId: number }> {
  const gapId = await need();
  const articleId = await article('PUBLISHED');
  await desk.tasks.resolve(curator, gapId, articleId);
  await test.database.query(`update intent_event set created_at = created_at - interval '1 day'`);
  await test.database.query(
    `update knowledge_gap set answered_at = answered_at - ${HOURS_AGO_2} where id = $1`,
    [gapId],
  );
  return { gapId, articleId };
}

describe('an article that is written for a gap', () => {
  it('makes it the task of its author, and answers it once it is published; then it shows what it deflected', async () => {
    const gapId = await need();
    const articleId = await write(gapId);
    expect(await state(gapId)).toMatchObject({
      state: 'TAKEN',
      assigneeId: curator.accountId,
      articleId,
      answeredAt: null,
    });
    expect(await found()).toMatchObject([{ gapId, state: 'TAKEN', articleId }]);
    const id = globalId('article', articleId);
    await desk.visit([searched('old', 3), opened(id)], { at: new Date(Date.now() - 5 * 86_400_000) });
    await desk.settle();

    // Written for ten days.
    await test.database.query(`update knowledge_gap_step set at = at - interval '10 days'`);
    await publish(articleId);
    expect(await state(gapId)).toMatchObject({
      state: 'DONE',
      assigneeId: null,
      articleId,
      answeredAt: expect.any(Date) as Date,
    });
    expect(await historyOf(gapId)).toEqual([
      { kind: 'ARTICLE_BEGUN', articleId },
      { kind: 'ANSWERED', articleId },
    ]);
    expect(await actsOf(gapId)).toEqual([
      { action: 'site.gap-begun', by: curator.accountId },
      { action: 'site.gap-answered', by: curator.accountId },
    ]);
    expect(await desk.deflection.ofArticles([articleId])).toMatchObject([{ opened: 0 }]);
    await desk.visit([searched('descale kettle', 3), opened(id)], { at: new Date(Date.now() + 60_000) });
    await desk.settle(new Date(Date.now() + 7_200_000));
    expect(await desk.deflection.ofArticles([articleId])).toMatchObject([{ opened: 1 }]);
  });

  it('is written by one curator at a time, and not for what is finished or is no gap', async () => {
    const gapId = await need();
    const other = await desk.make.member({ role: 'STAFF' });
    const first = await write(gapId);
    const slug = `descaling-${made}`;
    await expect(write(gapId, other)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { assignee: 'curator-one' },
    });
    await expect(write(gapId)).rejects.toMatchObject({ code: 'CONFLICT', details: { article: { slug } } });
    await publish(first);
    await expect(write(gapId)).rejects.toMatchObject({ code: 'CONFLICT', details: { state: 'DONE' } });
    await expect(write(999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('may also be named while it is a draft, and is let go with the task', async () => {
    const gapId = await need();
    const draft = await article('DRAFT');
    await desk.tasks.resolve(curator, gapId, draft);
    expect(await state(gapId)).toMatchObject({ state: 'TAKEN', articleId: draft });
    await desk.tasks.reopen(curator, gapId);
    expect(await state(gapId)).toMatchObject({ state: 'OPEN', articleId: null });
    await publish(draft);
    expect(await state(gapId)).toMatchObject({ state: 'OPEN' });
    expect((await historyOf(gapId)).map(({ kind }) => kind)).toEqual(['ARTICLE_BEGUN', 'GIVEN_BACK']);
  });

  it('leaves gaps alone where it is for none', async () => {
    const gapId = await need();
    const articleId = await article('DRAFT');
    await desk.events.publish(new ArticleBegun(articleId, curator, null));
    await publish(articleId);
    expect(await state(gapId)).toMatchObject({ state: 'OPEN', articleId: null });
  });
});

describe('a gap that was answered', () => {
  it('is open again once as many look in vain as make a gap, says so, and remembers what happened', async () => {
    const { gapId, articleId } = await answered();
    await desk.visit([searched('descale kettle', 4)]);
    expect(await found()).toMatchObject([{ gapId, state: 'DONE', needs: 3 }]);
    await desk.visit([searched('kettle descaling with vinegar', 4)]);
    expect(await found()).toMatchObject([
      { gapId, state: 'OPEN', articleId, missedAgainAt: expect.any(Date) as Date },
    ]);
    expect(await historyOf(gapId)).toEqual([
      { kind: 'ANSWERED', articleId },
      { kind: 'MISSED_AGAIN', articleId, needs: 2 },
    ]);
    expect((await actsOf(gapId)).at(-1)).toEqual({ action: 'site.gap-reopened', by: null });
    expect((await found()).map((gap) => gap.state)).toEqual(['OPEN']);
    expect(await historyOf(gapId)).toHaveLength(2);
  });

  it('stays so where people find it, where one person comes back, and for what was looked for before', async () => {
    const { gapId, articleId } = await answered();
    const findsIt = opened(globalId('article', articleId));
    for (let n = 0; n < 3; n += 1) await desk.visit([searched('descale kettle', 4), findsIt]);
    const session = '6f3c3f0e-7a27-4a9e-9a55-0a4a2f7f0a11';
    await desk.visit([searched('descale kettle')], { session });
    await desk.visit([searched('kettle descaling')], { session });
    for (let n = 0; n < 3; n += 1) {
      await desk.visit([searched('descale kettle')], { at: new Date(Date.now() - 4 * 3_600_000) });
    }
    await desk.make.question({ title: 'How do I descale my kettle?' });
    expect(await found()).toMatchObject([{ gapId, state: 'DONE' }]);
    await desk.make.question({ title: 'Descaling a kettle, but how?' });
    expect(await found()).toMatchObject([{ gapId, state: 'OPEN' }]);
    expect((await historyOf(gapId)).at(-1)).toMatchObject({ kind: 'MISSED_AGAIN', needs: 3 });
  });

  it('and is missed again, is a task like any other: taken, given back, and answered anew', async () => {
    const { gapId, articleId } = await answered();
    for (let n = 0; n < 2; n += 1) await desk.visit([searched('descale kettle')]);
    await found();
    await test.database.query(`truncate intent cascade`);
    expect(await found()).toMatchObject([{ gapId, state: 'OPEN', needs: 0 }]);

    await desk.tasks.take(curator, gapId);
    const second = await write(gapId);
    await desk.tasks.reopen(curator, gapId);
    expect(await state(gapId)).toMatchObject({
      state: 'OPEN',
      articleId,
      missedAgainAt: expect.any(Date) as Date,
    });
    await desk.tasks.take(curator, gapId);
    await publish(articleId);
    expect(await state(gapId)).toMatchObject({ state: 'DONE', articleId, missedAgainAt: null });
    expect((await historyOf(gapId)).map(({ kind }) => kind)).toEqual([
      'ANSWERED',
      'MISSED_AGAIN',
      'TAKEN',
      'ARTICLE_BEGUN',
      'GIVEN_BACK',
      'TAKEN',
      'ANSWERED',
    ]);
    expect(second).not.toBe(articleId);
  });
});

describe('synonyms of the curators', () => {
  const saySynonyms = (locale: string, synonyms: object[]) =>
    test.database.query(
      `insert into search_rule_set (locale, version, synonyms, stop_words, pinned, boosts)
       values ($1, (select coalesce(max(version), 0) + 1 from search_rule_set where locale = $1), $2, '{}', '[]', '[]')`,
      [locale, JSON.stringify(synonyms)],
    );

  // No version of the rules is ever taken away; a newer one without synonyms is.
  beforeEach(async () => {
    for (const locale of ['de', 'en', 'und']) await saySynonyms(locale, []);
  });

  it('put searches together that share no word, whatever their endings', async () => {
    await saySynonyms('en', [{ words: ['boiler', 'kettle', 'water heater'], oneWay: false }]);
    await desk.visit([searched('descale kettle')]);
    await desk.visit([searched('descaling boilers')]);
    await desk.visit([searched('how to descale the water heater')]);
    const [gap, ...others] = await found();
    expect(gap).toMatchObject({ needs: 3 });
    expect(gap?.words.toSorted()).toEqual(['boilers', 'descale']);
    expect(others).toEqual([]);
  });

  it('of one language are none in another, and one-way ones do not mean the same', async () => {
    await saySynonyms('de', [{ words: ['boiler', 'kettle'], oneWay: false }]);
    await saySynonyms('en', [{ words: ['appliance', 'kettle'], oneWay: true }]);
    await desk.visit([searched('how do I descale the kettle')]);
    await desk.visit([searched('how do I descale the boiler')]);
    await desk.visit([searched('how do I descale the appliance')]);
    expect(await found()).toEqual([]);
  });

  it('for all languages hold in each', async () => {
    await saySynonyms('und', [{ words: ['boiler', 'kettle'], oneWay: false }]);
    await desk.visit([searched('how do I descale the kettle')]);
    await desk.visit([searched('how do I descale the boiler')]);
    expect(await found()).toMatchObject([{ needs: 2 }]);
  });

  it('that come later make what means the same join the gap that is there, which stays the same task', async () => {
    const gapId = await need();
    await desk.tasks.take(curator, gapId);
    await saySynonyms('en', [{ words: ['boiler', 'kettle'], oneWay: false }]);
    await desk.visit([searched('descale boiler')]);
    expect(await found()).toMatchObject([{ gapId, state: 'TAKEN', needs: 3 }]);
  });
});
