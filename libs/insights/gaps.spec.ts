import { randomUUID } from 'node:crypto';
import { globalId } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { GAP_STATES } from './domain/gap.js';
import { InsightsDesk, asked, opened, searched, solvedBy, suggested } from './testing/insights-desk.js';

let test: TestDatabase;
let desk: InsightsDesk;

beforeAll(async () => {
  test = await createTestDatabase();
  desk = new InsightsDesk(test);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.database.query(
    `truncate intent, intent_event, intent_day, intent_subject_day, knowledge_gap cascade`,
  );
  // Questions cannot be truncated away from below the ledger; old ones are no needs of today.
  await test.database.query(`update post set created_at = created_at - interval '2 years'`);
});

async function found() {
  await desk.settle();
  await desk.finder.find();
  return (await desk.gaps.page(GAP_STATES, { first: 100 })).rows;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000 - 3_600_000);

async function article(slug: string): Promise<number> {
  const row = await test.database.one<{ id: number }>(
    `insert into article (slug, status, locale, version, latest_version, title, body, body_html, excerpt, tags, published_at)
     values ($1, 'PUBLISHED', 'en', 1, 1, 'Descaling the kettle', 'Use vinegar.', '<p>Use vinegar.</p>', 'Use vinegar.', '{}', now())
     returning id`,
    [slug],
  );
  return row?.id ?? 0;
}

describe('searches in vain', () => {
  it('become one gap, whatever the order of words, their endings and small words, and a typo', async () => {
    await desk.visit([searched('descale kettle')]);
    await desk.visit([searched('How do I descale my kettle?')]);
    await desk.visit([searched('kettles descaling')]);
    await desk.visit([searched('descale ketle')]);
    await desk.visit([searched('paper invoice')]);
    await desk.visit([searched('invoice on paper')]);
    const gaps = await found();
    expect(gaps.map(({ words, needs }) => [[...words].sort(), needs])).toEqual([
      [['descale', 'kettle'], 4],
      [['invoice', 'paper'], 2],
    ]);
  });

  it('in German are told by the text, not by the language of the page', async () => {
    await desk.visit([searched('Wasserkocher entkalken')], { locale: 'de' });
    await desk.visit([searched('wie kann ich den Wasserkocher entkalken')], { locale: 'en' });
    await desk.visit([searched('Waserkocher entkalken')], { locale: 'de' });
    await desk.visit([searched('Entkalkung Geschirrspüler')], { locale: 'de' });
    await test.database.query(`update search_language set used = true where language = 'de'`);
    const [gap, ...others] = await found();
    expect(gap).toMatchObject({ needs: 3, searchesWithoutResults: 3 });
    expect([...(gap?.words ?? [])].sort()).toEqual(['entkalken', 'wasserkocher']);
    expect(others).toEqual([]);
  });

  it('by one person however often are one need, and one need is no gap', async () => {
    const session = randomUUID();
    await desk.visit([searched('descale kettle')], { session, at: daysAgo(3) });
    await desk.visit([searched('descale kettle')], { session });
    expect(await found()).toEqual([]);
  });

  it('say of each need what it was, and whether it grows', async () => {
    await desk.visit([searched('descale kettle', 0)], { at: daysAgo(20) });
    await desk.visit([searched('descale kettle', 7)]);
    await desk.visit([searched('descale kettle', 7), opened('q_1')]);
    await desk.visit([suggested('How do I descale this kettle?'), asked('q_1')]);
    await desk.visit([suggested('How to descale the kettle?'), asked('q_2')], { holdout: true });
    const [gap] = await found();
    expect(gap).toMatchObject({
      searchesWithoutResults: 1,
      searchesWithoutClick: 1,
      failedSuggestions: 1,
      needs: 3,
      before: 1,
      recent: 2,
    });
  });

  it('with conditions are told by what is looked for', async () => {
    await desk.visit([searched('tag:kitchen descale kettle -is:answered')]);
    await desk.visit([searched('descale kettle')]);
    expect((await found())[0]?.words.toSorted()).toEqual(['descale', 'kettle']);
  });

  it.each(['', 'the', '???', '🔧🔧', 'ab'.repeat(100), "'; drop table intent; --", '日本語のケトル'])(
    'such as %j harm nothing',
    async (query) => {
      if (query === '') return expect(await found()).toEqual([]);
      await desk.visit([searched(query)]);
      await desk.visit([searched(query)]);
      expect((await found()).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('questions that repeat', () => {
  it('become a gap, and one among searches does not count', async () => {
    for (const title of [
      'How do I descale the kettle?',
      'Descaling a kettle, but how?',
      'Where is my invoice?',
    ]) {
      await desk.make.question({ title });
    }
    await desk.visit([searched('invoice where')]);
    const gaps = await found();
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ repeatedQuestions: 2, needs: 2 });
    expect(await desk.gaps.examples([gaps[0]?.gapId ?? 0])).toHaveLength(2);
  });

  it('count once, as a question or as a suggestion that failed before it', async () => {
    const question = await desk.make.question({ title: 'How do I descale the kettle?' });
    await desk.visit([suggested('How do I descale the kettle?'), asked(globalId('question', question))]);
    await desk.visit([searched('descale kettle')]);
    expect((await found())[0]).toMatchObject({ needs: 2, failedSuggestions: 1, repeatedQuestions: 0 });
  });
});

describe('a gap', () => {
  const need = async () => {
    await desk.visit([searched('descale kettle')]);
    await desk.visit([searched('kettle descaling')]);
    const [gap] = await found();
    if (!gap) throw new Error('no gap was found');
    return gap.gapId;
  };
  const state = async (gapId: number) => desk.gaps.byId(gapId);

  it('stays the same one the next night, with what has come since', async () => {
    const gapId = await need();
    for (let n = 0; n < 5; n += 1) await desk.visit([searched('vinegar to descale kettle')]);
    const [gap] = await found();
    expect(gap).toMatchObject({ gapId, needs: 7 });
  });

  it('that nobody works on goes when nobody needs it any more', async () => {
    await need();
    await test.database.query(`truncate intent cascade`);
    expect(await found()).toEqual([]);
  });

  it('is taken by one curator; another is told by whom, and may take it over', async () => {
    const [gapId, one, other] = [
      await need(),
      await desk.make.member({ username: 'curator-one', role: 'STAFF' }),
      await desk.make.member({ role: 'STAFF' }),
    ];
    await desk.tasks.take(one, gapId);
    await desk.tasks.take(one, gapId);
    await expect(desk.tasks.take(other, gapId)).rejects.toThrow('curator-one has taken this gap');
    await desk.tasks.take(other, gapId, { force: true });
    expect(await state(gapId)).toMatchObject({ state: 'TAKEN', assigneeId: other.accountId });
    await test.database.query(`truncate intent cascade`);
    expect(await found()).toMatchObject([{ gapId, needs: 0 }]);
  });

  it('is closed by an article, which then shows what it deflected, from that day on', async () => {
    const [gapId, curator, articleId] = [
      await need(),
      await desk.make.member({ role: 'STAFF' }),
      await article('descaling'),
    ];
    const id = globalId('article', articleId);
    await desk.visit([searched('old', 3), opened(id)], { at: daysAgo(5) });
    await desk.settle();
    expect(await desk.deflection.ofArticles([articleId])).toMatchObject([{ opened: 1 }]);
    await desk.tasks.resolve(curator, gapId, articleId);
    expect(await desk.deflection.ofArticles([articleId])).toMatchObject([{ opened: 0, solved: 0 }]);

    const now = new Date(Date.now() + 60_000);
    await desk.visit([searched('descale kettle', 3), opened(id), solvedBy(id)], { at: now });
    await desk.visit([suggested('descale?'), opened(id), asked('q_1')], { at: now });
    await desk.settle(new Date(Date.now() + 7_200_000));
    expect(await desk.deflection.ofArticles([articleId])).toMatchObject([{ opened: 2, solved: 1, asked: 1 }]);
    await expect(desk.tasks.resolve(curator, gapId, articleId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(desk.tasks.resolve(curator, 999_999, articleId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is dismissed with a reason, keeps catching what is like it, and can be opened again', async () => {
    const [gapId, curator] = [await need(), await desk.make.member({ role: 'STAFF' })];
    await expect(desk.tasks.dismiss(curator, gapId, '  ')).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    await desk.tasks.dismiss(curator, gapId, 'We sell no kettles.');
    await desk.visit([searched('kettle descale vinegar')]);
    expect(await found()).toMatchObject([
      { gapId, state: 'DISMISSED', reason: 'We sell no kettles.', needs: 3 },
    ]);
    await desk.tasks.reopen(curator, gapId);
    expect(await state(gapId)).toMatchObject({ state: 'OPEN', reason: null });
  });

  it('leaves on record who did what about it, once each', async () => {
    const [gapId, curator] = [await need(), await desk.make.member({ role: 'STAFF' })];
    await desk.tasks.take(curator, gapId);
    await desk.tasks.take(curator, gapId);
    await desk.tasks.dismiss(curator, gapId, 'We sell no kettles.');
    await desk.tasks.reopen(curator, gapId);
    await desk.tasks.reopen(curator, gapId);
    const articleId = await article('descaling-on-record');
    await desk.tasks.resolve(curator, gapId, articleId);
    await expect(desk.tasks.dismiss(curator, gapId, 'Too late.')).rejects.toMatchObject({ code: 'CONFLICT' });
    const acts = await test.database.query(
      `select action, details from audit_record where actor_id = $1 order by id`,
      [curator.accountId],
    );
    expect(acts).toEqual([
      { action: 'site.gap-taken', details: { gap: gapId } },
      { action: 'site.gap-dismissed', details: { gap: gapId, reason: 'We sell no kettles.' } },
      { action: 'site.gap-reopened', details: { gap: gapId, was: 'DISMISSED' } },
      { action: 'site.gap-answered', details: { gap: gapId, article: articleId } },
    ]);
  });

  it('is for curators alone to work on', async () => {
    const [gapId, member] = [await need(), await desk.make.member({ role: 'MODERATOR' })];
    await expect(desk.tasks.take(member, gapId)).rejects.toMatchObject({ requires: 'STAFF' });
  });
});

describe('candidates', () => {
  it('learn how many searched for what their question answers', async () => {
    const helper = await desk.make.member();
    const [kettle, lid] = [
      await desk.make.question({ title: 'How do I descale the kettle?' }),
      await desk.make.question({ title: 'Where can I buy a new lid?' }),
    ];
    for (const question of [kettle, lid]) {
      const answer = await desk.make.answer({ question, author: helper });
      await test.database.query(
        `update post set official_at = now(), official_by = $2, official_revision = 1 where id = $1`,
        [answer, helper.accountId],
      );
    }
    await desk.indexing.drain();
    for (let n = 0; n < 3; n += 1) await desk.visit([searched('descale kettle', 1), opened('q_1')]);
    await desk.hits.count();
    const hits = () =>
      test.database.query(
        `select a.question_id as question, h.searches from candidate_search_hits h join post a on a.id = h.answer_id`,
      );
    expect(await hits()).toEqual([{ question: kettle, searches: 3 }]);
    await desk.visit([searched('new lid', 1)]);
    await test.database.query(
      `delete from intent where id in (select intent_id from intent_event where query like 'descale%')`,
    );
    await desk.hits.count();
    expect(await hits()).toEqual([{ question: lid, searches: 1 }]);
  });
});
