import { encodeCursor } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { fuse } from '../domain/fusion.js';
import { Library } from '../testing/library.js';

describe('the FAQ in its order', () => {
  let db: TestDatabase;
  let library: Library;
  let curator: Actor;
  let made = 0;
  beforeAll(async () => {
    db = await createTestDatabase();
    library = new Library(db);
    curator = await library.curator();
  });
  afterAll(() => db.drop());

  const category = () => library.categories.create(curator, { name: `Pairing ${++made}` });
  const shelf = async (categoryId: number, preferring: string | null = null) =>
    (await library.faq.shelves([categoryId], { preferring, first: 5 })).map((row) => row.title);
  const pagesOf = async (categoryIds: number[], preferring: string, after?: string) => {
    const pages = await library.faq.pagesOfCategories(categoryIds, { preferring, first: 2, after });
    return pages.map(({ rows }) => rows.map((row) => row.title)) as [string[], string[]];
  };
  const countIn = async (categoryId: number) =>
    (await library.faq.countsByCategory([categoryId]))[0]?.count ?? 0;

  it('shows each article once, in the reader’s language where it can', async () => {
    const tags = ['once'];
    const both = await library.article({ title: 'How to pair the valve', tags });
    await library.translation(both, 'de', 'So koppelst du das Ventil');
    await library.article({ title: 'How to pair the bridge', tags });
    await library.article({ title: 'Die Brücke im Keller', locale: 'de', tags });

    expect(await library.titles({ tags, preferring: 'de' })).toEqual([
      'Die Brücke im Keller',
      'How to pair the bridge',
      'So koppelst du das Ventil',
    ]);
    expect((await library.titles({ tags, preferring: 'en-GB' })).sort()).toEqual([
      'Die Brücke im Keller',
      'How to pair the bridge',
      'How to pair the valve',
    ]);
    // Readers of a third language see the original.
    expect(await library.titles({ tags, preferring: 'fr' })).toContain('How to pair the valve');
    expect(await library.titles({ tags, writtenIn: 'de' })).toEqual([
      'Die Brücke im Keller',
      'So koppelst du das Ventil',
    ]);
    expect(await library.titles({ tags })).toHaveLength(4);
  });

  it('shows the original while the translation is a draft, and the translation if the original is gone', async () => {
    const tags = ['drafted'];
    const original = await library.article({ title: 'How to reset the valve', tags });
    const translation = await library.translation(original, 'de', 'So setzt du das Ventil zurück');
    await library.setStatus(translation, 'DRAFT');
    expect(await library.titles({ tags, preferring: 'de' })).toEqual(['How to reset the valve']);

    await library.setStatus(translation, 'PUBLISHED');
    await library.setStatus(original, 'ARCHIVED');
    expect(await library.titles({ tags, preferring: 'en' })).toEqual(['So setzt du das Ventil zurück']);
  });

  it('turns its pages without losing or repeating an article', async () => {
    const tags = ['paged'];
    for (let n = 1; n <= 5; n++) {
      const id = await library.article({ title: `How to turn page ${n}`, tags });
      if (n % 2) await library.translation(id, 'de', `Wie man Seite ${n} umblättert`);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { rows, hasNextPage } = await library.faq.page(
        { statuses: ['PUBLISHED'], tags, preferring: 'de' },
        { first: 2, after },
      );
      seen.push(...rows.map((row) => row.title));
      const last = rows.at(-1);
      after =
        hasNextPage && last ? encodeCursor('articles', [last.updatedAt.toISOString(), last.articleId]) : null;
    } while (after);
    expect(seen.sort()).toEqual([
      'How to turn page 2',
      'How to turn page 4',
      'Wie man Seite 1 umblättert',
      'Wie man Seite 3 umblättert',
      'Wie man Seite 5 umblättert',
    ]);
  });

  it('puts an article with its translations on shelves, which count it once', async () => {
    const [pairing, power] = [await category(), await category()];
    const article = await library.article({ title: 'How to pair with the phone' });
    const translation = await library.translation(article, 'de', 'So koppelst du das Handy');
    await library.shelving.put(curator, article, [pairing, power]);
    expect(await shelf(pairing, 'de')).toEqual(['So koppelst du das Handy']);
    expect(await shelf(pairing, 'en')).toEqual(['How to pair with the phone']);
    expect(await countIn(pairing)).toBe(1);
    const [[inPower], [inPairing]] = await pagesOf([power, pairing], 'de');
    expect([inPower, inPairing]).toEqual(['So koppelst du das Handy', 'So koppelst du das Handy']);

    // Who moves the translation moves the article.
    await library.shelving.put(curator, translation, [power]);
    expect(await countIn(pairing)).toBe(0);
    expect(await countIn(power)).toBe(1);
  });

  it('turns the pages of several shelves at once', async () => {
    const [full, other] = [await category(), await category()];
    const ids: number[] = [];
    for (let n = 1; n <= 3; n++) {
      const id = await library.article({ title: `How to fill shelf ${n}` });
      await library.shelving.put(curator, id, n === 3 ? [full] : [full, other]);
      ids.push(id);
    }
    const query = { preferring: 'de', first: 2 };
    const [ofOther, ofFull] = await library.faq.pagesOfCategories([other, full], query);
    expect([ofOther?.hasNextPage, ofFull?.hasNextPage]).toEqual([false, true]);
    expect(ofOther?.rows.map((row) => row.articleId)).toEqual([ids[1], ids[0]]);
    expect(ofFull?.rows.map((row) => row.articleId)).toEqual([ids[2], ids[1]]);
    const last = ofFull!.rows[1]!;
    const after = encodeCursor('articles', [last.updatedAt.toISOString(), last.articleId]);
    expect((await pagesOf([full], 'de', after))[0]).toEqual(['How to fill shelf 1']);
    expect(await pagesOf([await category()], 'de')).toEqual([[]]);
  });

  it('leaves what stands on no shelf to be found below', async () => {
    const [shelved, tags] = [await category(), ['loose']];
    const article = await library.article({ title: 'How to store the valve', tags });
    expect(await library.titles({ tags, isUncategorised: true })).toEqual(['How to store the valve']);
    await library.shelving.put(curator, article, [shelved]);
    expect(await library.titles({ tags, isUncategorised: true })).toEqual([]);
    // A category that is no longer offered is a shelf that nobody sees.
    await library.categories.setArchived(curator, shelved, true);
    expect(await library.titles({ tags, isUncategorised: true })).toEqual(['How to store the valve']);
  });

  it('refuses categories that are not offered, and more than five', async () => {
    const article = await library.article();
    const gone = await category();
    await library.categories.setArchived(curator, gone, true);
    const refused = { fields: [{ path: 'categoryIds' }] };
    await expect(library.shelving.put(curator, article, [gone])).rejects.toMatchObject(refused);
    await expect(library.shelving.put(curator, article, [987_654])).rejects.toMatchObject(refused);
    const six = await Promise.all([1, 2, 3, 4, 5, 6].map(category));
    await expect(library.shelving.put(curator, article, six)).rejects.toMatchObject(refused);
  });

  it('keeps drafts off the shelves', async () => {
    const there = await category();
    const draft = await library.article({ status: 'DRAFT' });
    await library.shelving.put(curator, draft, [there]);
    expect(await shelf(there)).toEqual([]);
    expect(await countIn(there)).toBe(0);
  });

  describe('related articles', () => {
    it('share tags or a category, in the reader’s language, never the article itself', async () => {
      const tags = ['boiler', 'pressure'];
      const article = await library.article({ title: 'Der Druck des Kessels fällt', locale: 'de', tags });
      await library.translation(article, 'en', 'The pressure of the boiler drops');
      const close = await library.article({ title: 'The boiler loses pressure at night', tags });
      await library.translation(close, 'de', 'Der Kessel verliert nachts Druck');
      await library.article({ title: 'The boiler makes a noise', tags: ['boiler'] });
      const together = await category();
      const neighbour = await library.article({ title: 'The expansion vessel explained' });
      await library.shelving.put(curator, article, [together]);
      await library.shelving.put(curator, neighbour, [together]);
      await library.article({ title: 'The boiler that nobody sees yet', tags, status: 'DRAFT' });
      await library.article({ title: 'Something else entirely', tags: ['garden'] });

      const titles = (await library.related.of(await library.row(article), 5)).map((row) => row.title);
      expect(titles[0]).toBe('Der Kessel verliert nachts Druck');
      expect(titles.slice(1).sort()).toEqual(['The boiler makes a noise', 'The expansion vessel explained']);
    });

    it('are also those whose text is alike, and do without them when search is away', async () => {
      const related = new Library(db).related;
      const article = await library.row(await library.article({ tags: ['alone'] }));
      const alike = await library.article({ title: 'Something that reads alike' });
      related.compareBy(() => Promise.resolve([article.articleId, alike]));
      expect((await related.of(article, 5)).map((row) => row.articleId)).toEqual([alike]);
      related.compareBy(() => Promise.reject(new Error('search is away')));
      expect(await related.of(article, 5)).toEqual([]);
    });

    it('come first where both lists agree', () => {
      expect(
        fuse([
          ['shelf', 'both'],
          ['likeness', 'both'],
        ])[0],
      ).toBe('both');
      expect(fuse([['a', 'b'], []])).toEqual(['a', 'b']);
    });
  });
});
