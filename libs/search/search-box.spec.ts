import { setTimeout as wait } from 'node:timers/promises';
import { Builders } from '#libs/testing';
import type { Actor } from '#libs/kernel';
import type { SearchQuery } from './domain/query.js';
import { siteUnderTest, type SiteUnderTest } from './testing/engines.js';

/** The search box of a whole site, with either engine: names as people write them, other spellings, what is alike. */
describe.each([
  ['PostgreSQL', { meilisearch: false }],
  ['Meilisearch', { meilisearch: true }],
])('the search box of a site with %s', (_name, options) => {
  let site: SiteUnderTest;
  let builders: Builders;
  let amelie: Actor;
  let printer: number;
  let scanner: number;

  beforeAll(async () => {
    site = await siteUnderTest(options);
    builders = new Builders(site.test.database);
    amelie = await builders.member({ username: 'Amelie' });
    printer = await builders.question({
      author: amelie,
      title: 'Printer jams with thick paper',
      tags: ['paper-jam'],
    });
    scanner = await builders.question({ title: 'Scanner leaves grey stripes on paper' });
    await builders.question({ title: 'Scanner does not wake up' });
    await sql(`insert into product (slug, name) values ('inkline', 'Inkline 500')`);
    await sql(`insert into product_version (product_id, name, ordinal)
               select product.id, v.name, v.ordinal from product, (values ('1.0', 1), ('2.0 Beta', 2), ('3.0', 3)) v (name, ordinal)`);
    await sql(
      `insert into post_applicability (post_id, product_id, from_version_id)
       select $1, p.id, v.id from product p join product_version v on v.product_id = p.id and v.ordinal = 2`,
      [printer],
    );
    await site.indexing.start();
    await upToDate();
  });

  afterAll(() => site.stop());

  const sql = (statement: string, parameters: unknown[] = []) =>
    site.test.database.query(statement, parameters);
  const search = (text: string, more: Partial<SearchQuery> = {}) =>
    site.search.search({ text, first: 20, ...more });
  const found = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await search(text, more)).hits.map(({ id }) => id);

  async function upToDate(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const statuses = await site.indexing.status();
      if (statuses.every(({ ready, dirty }) => ready && dirty === 0)) return;
      await wait(25);
    }
    throw new Error('the index did not catch up');
  }

  it('knows people by their user names, however they are written', async () => {
    expect(await found('author:Amelie')).toEqual([`q_${printer}`]);
    expect(await found('paper author:AMELIE')).toEqual([`q_${printer}`]);
    expect(await found('paper -author:amelie')).toEqual([`q_${scanner}`]);
    expect(await found('paper author:nobody')).toEqual([]);
    expect(await found('paper', { author: 'amelie' })).toEqual([`q_${printer}`]);
  });

  it('knows products and all versions that a range covers', async () => {
    expect(await found('product:Inkline')).toEqual([`q_${printer}`]);
    expect(await found('version:"2.0 beta"')).toEqual([`q_${printer}`]);
    expect(await found('version:3.0')).toEqual([`q_${printer}`]);
    expect(await found('version:1.0')).toEqual([]);
  });

  it('learns of a new version by itself', async () => {
    await sql(
      `insert into product_version (product_id, name, ordinal) select id, '4.0', 4 from product where slug = 'inkline'`,
    );
    await upToDate();
    expect(await found('version:4.0')).toEqual([`q_${printer}`]);
  });

  it('takes tags as people write them', async () => {
    expect(await found('tag:"Paper Jam"')).toEqual([`q_${printer}`]);
    expect(await found('paper', { tags: ['paper-jam'] })).toEqual([`q_${printer}`]);
  });

  it('says what it understood', async () => {
    const { asked } = await search('grey "thick paper" -ink tag:x');
    expect(asked.terms.map(({ words }) => words)).toEqual([['grey'], ['thick', 'paper']]);
    expect(asked.excluded).toEqual([['ink']]);
    expect(asked.conditions).toEqual([{ field: 'tag', value: 'x', wanted: true }]);
  });

  describe('when a word is misspelled', () => {
    it('offers what was probably meant, and leaves the rest as it is', async () => {
      expect((await search('scaner strypes -ink')).didYouMean).toEqual({
        query: 'scanner stripes -ink',
        html: '<mark>scanner</mark> <mark>stripes</mark> -ink',
      });
      expect((await search('tag:clock scaner ')).didYouMean?.query).toBe('tag:clock scanner');
    });

    it('writes it as people do, with its accents', async () => {
      await builders.question({ title: 'Mein Gerät druckt nicht' });
      await upToDate();
      expect((await search('gerrat druckt')).didYouMean?.query).toBe('Gerät druckt');
    });

    it('says nothing when all words are known, or nothing is like them', async () => {
      expect((await search('scanner stripes')).didYouMean).toBeUndefined();
      expect((await search('qwxzvkjh')).didYouMean).toBeUndefined();
      expect((await search('"scaner"')).didYouMean).toBeUndefined();
      expect((await search('')).didYouMean).toBeUndefined();
    });

    it('escapes what was typed', async () => {
      const { didYouMean } = await search('<scaner> & stripes');
      expect(didYouMean?.html).toBe('&lt;<mark>scanner</mark>&gt; &amp; stripes');
    });
  });

  it('shows what is like a question that is there already, but not itself', async () => {
    const draft = { title: 'Scanner leaves grey stripes on paper', first: 5 };
    const others = await site.search.suggest({ ...draft, except: `q_${scanner}` });
    expect(others.map(({ id }) => id)).not.toContain(`q_${scanner}`);
    expect((await site.search.suggest(draft)).map(({ id }) => id)).toContain(`q_${scanner}`);
  });

  it('goes no deeper than anybody would', async () => {
    await expect(search('paper', { offset: 1_001 })).rejects.toMatchObject({ fields: [{ path: 'after' }] });
    await expect(search('paper', { first: 101 })).rejects.toMatchObject({ fields: [{ path: 'first' }] });
  });

  it('knows votes that change no band after a while', async () => {
    await sql(`update post set up_count = 2 where id = $1`, [scanner]);
    await upToDate();
    await sql(`update post set up_count = 1 where id = $1`, [printer]);
    await upToDate();
    expect(await found('paper', { order: 'VOTES' })).toEqual([`q_${scanner}`, `q_${printer}`]);
    await sql(`update post set up_count = 3, last_activity_at = now() + interval '1 hour' where id = $1`, [
      printer,
    ]);
    await sql(`update post set up_count = 2 where id = $1`, [scanner]);
    await site.indexing.refreshOrder();
    await upToDate();
    expect(await found('paper', { order: 'VOTES' })).toEqual([`q_${printer}`, `q_${scanner}`]);
    expect((await found('paper', { order: 'ACTIVITY' }))[0]).toBe(`q_${printer}`);
  });
});
