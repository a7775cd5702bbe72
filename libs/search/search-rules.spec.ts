import { setTimeout as wait } from 'node:timers/promises';
import { Accounts, Sessions } from '#libs/accounts';
import type { Actor } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { DomainEvents } from '#libs/platform';
import { Builders } from '#libs/testing';
import { RuleDesk } from './application/rule-desk.js';
import type { GivenRules } from './domain/rule-checks.js';
import type { SearchQuery } from './domain/query.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** A curator's morning: what the site's search calls things, what it passes over, and what comes first. */
describe.each([
  ['PostgreSQL', { meilisearch: false }],
  ['Meilisearch', { meilisearch: true }],
])('the search words of a site with %s', (name, options) => {
  let site: SiteUnderTest;
  let desk: RuleDesk;
  let builders: Builders;
  let curator: Actor;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    site = await siteUnderTest(options);
    const { database } = site.test;
    builders = new Builders(database);
    const accounts = new Accounts(database, new DomainEvents(), new Sessions(database));
    desk = new RuleDesk({
      database,
      accounts,
      audit: new Audit(database),
      store: site.rules,
      search: site.search,
    });
    curator = await builders.member({ role: 'STAFF' });
    const ask = async (key: string, title: string, tags?: string[]) => {
      ids[key] = `q_${await builders.question({ title, ...(tags ? { tags } : {}) })}`;
    };
    await ask('wlan', 'The WLAN of my router is slow');
    await ask('wireless', 'My wireless network drops every hour');
    await ask('cable', 'Which network cable should I buy', ['hardware']);
    await ask('invoice', 'Where do I find the invoice');
    await ask('invoiceTwo', 'Where do I find the invoice', ['archive']);
    await ask('handbook', 'Handbook for the router', ['hardware']);
    await site.indexing.start();
    await upToDate();
  });

  afterAll(() => site.stop());

  // Every story begins without rules.
  afterEach(() => save({}));

  const found = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await site.search.search({ text, first: 20, ...more })).hits.map(({ id }) => id);

  async function save(rules: Partial<GivenRules>, locale = 'und'): Promise<void> {
    const { version } = await desk.current(curator, locale);
    await desk.save(curator, { ...allOf(rules), locale, expectedVersion: version });
    await upToDate();
  }

  async function upToDate(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const statuses = await site.indexing.status();
      if (statuses.every(({ ready, dirty }) => ready && dirty === 0)) return;
      await wait(25);
    }
    throw new Error('the index did not catch up');
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 2400; tries += 1) {
      if (await isSo()) return;
      await wait(25);
    }
    throw new Error('it did not happen within a minute');
  }

  it('synonyms find each other', async () => {
    expect(await found('wifi')).toEqual([]);
    await save({ synonyms: [{ words: ['wifi', 'WLAN', 'wireless network'] }] });
    await until(async () => (await found('wifi')).length === 2);
    expect((await found('wifi')).sort()).toEqual([ids['wlan'], ids['wireless']].sort());
    expect(await found('wlan')).toContain(ids['wireless']);
    expect(await found('wireless network')).toContain(ids['wlan']);
  });

  it('one-way synonyms are found one way only', async () => {
    await save({ synonyms: [{ words: ['bill', 'invoice'], oneWay: true }] });
    await until(async () => (await found('bill')).length === 2);
    await save({ synonyms: [{ words: ['invoice', 'handbook'], oneWay: true }] });
    await until(async () => (await found('invoice')).includes(ids['handbook'] ?? ''));
    expect(await found('handbook')).not.toContain(ids['invoice']);
  });

  it('stop words are passed over, unless nothing else was asked', async () => {
    expect((await found('buy invoice'))[0]).not.toBe(ids['invoice']);
    await save({ stopWords: ['buy'] });
    await until(
      async () =>
        (await found('buy invoice'))[0] === ids['invoiceTwo'] ||
        (await found('buy invoice'))[0] === ids['invoice'],
    );
    expect(await found('buy invoice')).not.toContain(ids['cable']);
  });

  it('what is pinned comes first, once, also where it has none of the words', async () => {
    await save({ pinned: [{ query: 'slow internet', ids: [ids['handbook'] ?? '', ids['wlan'] ?? ''] }] });
    await until(async () => (await found('slow internet'))[0] === ids['handbook']);
    const all = await found('Slow  INTERNET');
    expect(all.slice(0, 2)).toEqual([ids['handbook'], ids['wlan']]);
    expect(new Set(all).size).toBe(all.length);
    expect(await found('slow')).not.toContain(ids['handbook']);
  });

  it('pages go through a list with pinned things once', async () => {
    await save({ pinned: [{ query: 'router', ids: [ids['cable'] ?? '', ids['handbook'] ?? ''] }] });
    await until(async () => (await found('router'))[0] === ids['cable']);
    const all = await found('router');
    for (const first of [1, 2, 3]) {
      const walked: string[] = [];
      for (let offset = 0, more = true; more;) {
        const page = await site.search.search({ text: 'router', first, offset });
        expect(page.hits.length).toBeLessThanOrEqual(first);
        walked.push(...page.hits.map(({ id }) => id));
        offset = page.nextOffset;
        more = page.hasMore;
      }
      expect(walked).toEqual(all);
    }
  });

  it('what is pinned obeys filters, and is not shown to those who may not see it', async () => {
    await save({ pinned: [{ query: 'router', ids: [ids['cable'] ?? '', 'q_999999'] }] });
    await until(async () => (await found('router'))[0] === ids['cable']);
    expect(await found('router', { tags: ['clock'] })).not.toContain(ids['cable']);
    expect(await found('router')).not.toContain('q_999999');
    const number = Number(ids['cable']?.slice(2));
    await site.test.database.query('update post set deleted_at = now() where id = $1', [number]);
    expect(await found('router')).not.toContain(ids['cable']);
    await site.test.database.query('update post set deleted_at = null where id = $1', [number]);
    await upToDate();
  });

  it('raises and lowers what has a tag', async () => {
    await save({ boosts: [{ field: 'tag', value: 'archive', factor: 3 }] });
    await until(async () => (await found('invoice'))[0] === ids['invoiceTwo']);
    await save({ boosts: [{ field: 'tag', value: 'archive', factor: 0.2 }] });
    await until(async () => (await found('invoice'))[0] === ids['invoice']);
    expect(await found('invoice')).toEqual([ids['invoice'], ids['invoiceTwo']]);
    const { estimatedTotal, facets } = await site.search.search({
      text: 'invoice',
      first: 1,
      withFacets: true,
    });
    expect(estimatedTotal).toBe(2);
    expect(facets?.kinds).toEqual([{ value: 'question', count: 2 }]);
  });

  it('rules of one language leave the others alone', async () => {
    await save({ synonyms: [{ words: ['wifi', 'wlan'] }] }, 'de');
    expect(await found('wifi')).toEqual([]);
    await save({ synonyms: [{ words: ['wifi', 'wlan'] }] }, 'en');
    await until(async () => (await found('wifi')).includes(ids['wlan'] ?? ''));
    await save({}, 'de');
    await save({}, 'en');
  });

  it('shows what rules would do before they are saved', async () => {
    const rules = allOf({
      synonyms: [{ words: ['wifi', 'wlan'] }],
      pinned: [{ query: 'wifi', ids: [ids['cable'] ?? ''] }],
    });
    const { before, after } = await desk.preview(curator, 'wifi', { ...rules, locale: 'und' });
    expect(before).toEqual([]);
    expect(after.map(({ id }) => id)).toEqual([ids['cable'], ids['wlan']]);
    expect(await found('wifi')).toEqual([]);
  });

  if (name === 'PostgreSQL') {
    it('keeps every version, and brings an earlier one back', async () => {
      await save({ stopWords: ['please'] }, 'fr');
      await save({ stopWords: ['merci'] }, 'fr');
      const restored = await desk.restore(curator, {
        locale: 'fr',
        version: 1,
        expectedVersion: 2,
        reason: 'Too much was gone.',
      });
      expect(restored).toMatchObject({ version: 3, stopWords: ['please'], reason: 'Too much was gone.' });
      const versions = await desk.history(curator, 'fr', { limit: 10 });
      expect(versions.map(({ version, stopWords }) => [version, stopWords])).toEqual([
        [3, ['please']],
        [2, ['merci']],
        [1, ['please']],
      ]);
      await expect(
        site.test.database.query(`update search_rule_set set stop_words = '{}' where locale = 'fr'`),
      ).rejects.toThrow();
    });

    it('is on record, with who changed them and why', async () => {
      const editor = await builders.member({ role: 'STAFF' });
      const given = { locale: 'pt', expectedVersion: 0 };
      await desk.save(editor, { ...allOf({ stopWords: ['por'] }), ...given, reason: 'It is everywhere.' });
      await expect(desk.save(editor, { ...allOf({}), ...given })).rejects.toMatchObject({ code: 'CONFLICT' });
      await desk.restore(editor, { locale: 'pt', version: 0, expectedVersion: 1 });
      const acts = await site.test.database.query(
        `select action, details from audit_record where actor_id = $1 order by id`,
        [editor.accountId],
      );
      expect(acts).toEqual([
        {
          action: 'site.search-rules-saved',
          details: { name: 'pt', version: 1, reason: 'It is everywhere.' },
        },
        { action: 'site.search-rules-restored', details: { name: 'pt', version: 2, reason: null } },
      ]);
    });

    it('lets nobody overwrite what they have not seen', async () => {
      const { version } = await desk.current(curator, 'es');
      const mine = { ...allOf({ stopWords: ['hola'] }), locale: 'es', expectedVersion: version };
      const results = await Promise.allSettled([desk.save(curator, mine), desk.save(curator, mine)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(desk.save(curator, mine)).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { current: version + 1 },
      });
    });

    it('says all that is wrong with rules, by its place', async () => {
      const wrong = allOf({
        synonyms: [{ words: ['alone'] }, { words: ['a b c d', 'e'] }],
        stopWords: ['two words', ''],
        pinned: [{ query: '--', ids: ['u_1'] }],
        boosts: [{ field: 'author', value: '', factor: Number.NaN }],
      });
      await expect(desk.save(curator, { ...wrong, locale: 'en', expectedVersion: 0 })).rejects.toMatchObject({
        fields: [
          'synonyms.0.words',
          'synonyms.1.words',
          'stopWords.0',
          'stopWords.1',
          'pinned.0.query',
          'pinned.0.ids',
          'boosts.0.factor',
          'boosts.0.value',
          'boosts.0.field',
        ].map((path) => expect.objectContaining({ path }) as unknown),
      });
      await expect(desk.current(curator, 'klingon')).rejects.toMatchObject({ fields: [{ path: 'locale' }] });
    });

    it('is for curators', async () => {
      const member = await builders.member({ role: 'MODERATOR' });
      await expect(
        desk.save(member, { ...allOf({}), locale: 'it', expectedVersion: 0 }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN', requires: 'STAFF' });
      const refused = { code: 'FORBIDDEN' };
      await expect(desk.current(member, 'it')).rejects.toMatchObject(refused);
      await expect(desk.history(member, 'it', { limit: 1 })).rejects.toMatchObject(refused);
      await expect(desk.languages(member)).rejects.toMatchObject(refused);
      await expect(desk.preview(member, 'x', { ...allOf({}), locale: 'it' })).rejects.toMatchObject(refused);
    });
  }
});

function allOf(rules: Partial<GivenRules>): GivenRules {
  return { synonyms: [], stopWords: [], pinned: [], boosts: [], ...rules };
}
