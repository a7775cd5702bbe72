import { UserInputError } from '#libs/kernel';
import { ENGINES, type EngineUnderTest } from './testing/engines.js';
import { document } from './testing/documents.js';
import type { Draft } from './domain/engine.js';
import { readQuery, type SearchQuery } from './domain/query.js';
import { RuleBook } from './domain/rules.js';

const NO_BOOK = new RuleBook();

/** What both engines owe the people who search, whichever the operator chose. Invariants, not exact order. */
describe.each(Object.entries(ENGINES))('searching with %s', (_name, start) => {
  let under: EngineUnderTest;

  beforeAll(async () => {
    under = await start();
    await under.index.apply({ upserts: COFFEE_CORNER, deletes: [] });
  });

  afterAll(() => under.stop());

  const search = (text: string, options: Partial<SearchQuery> = {}) =>
    under.engine.search(readQuery({ text, first: 20, ...options }), NO_BOOK);
  const found = async (text: string, options: Partial<SearchQuery> = {}) =>
    (await search(text, options)).hits.map(({ id }) => id);

  describe('what is found', () => {
    it('shows the thing with exactly this title first', async () => {
      expect((await found('Grinder jams'))[0]).toBe('q_2');
      expect((await found('grinder jams'))[0]).toBe('q_2');
    });

    it('finds words wherever they stand: title, tags, text', async () => {
      expect(await found('descaling')).toContain('k_1');
      expect(await found('vinegar')).toContain('k_1');
      expect(await found('burr')).toContain('q_2');
    });

    it('needs all words when there is enough, and gives up words from the right when there is not', async () => {
      expect((await found('pressure gauge zeppelin'))[0]).toBe('q_4');
      expect(await found('grinder jams zeppelin unicorn')).toContain('q_2');
    });

    it('forgives one typo from five letters on', async () => {
      expect(await found('gruje')).not.toContain('q_4');
      expect(await found('gaage')).toContain('q_4');
      expect(await found('guage')).toContain('q_4');
      expect(await found('presure')).toContain('q_4');
    });

    it('forgives two typos from nine letters on', async () => {
      expect(await found('desacling')).toContain('k_1');
      expect(await found('descalngg')).toContain('k_1');
    });

    it('forgives none in short words', async () => {
      expect(await found('bsrr')).not.toContain('q_2');
    });

    it('takes the last word as a beginning too, for the person may still be typing', async () => {
      expect(await found('descalin')).toContain('k_1');
      expect(await found('pressure gau')).toContain('q_4');
    });

    it('does not care for accents, nor for upper and lower case', async () => {
      expect(await found('cafe creme')).toContain('q_5');
      expect(await found('CAFÉ CRÈME')).toContain('q_5');
      expect(await found('Überdruck')).toContain('q_6');
      expect(await found('uberdruck')).toContain('q_6');
    });

    it('keeps a quoted phrase together', async () => {
      expect(await found('"hot water"')).toEqual(expect.arrayContaining(['q_7']));
      expect(await found('"hot water"')).not.toContain('q_8');
      expect(await found('"water hot"')).not.toContain('q_7');
    });

    it('leaves out what has an excluded word', async () => {
      const withMilk = await found('frother');
      expect(withMilk).toEqual(expect.arrayContaining(['q_9', 'q_10']));
      const without = await found('frother -steam');
      expect(without).toContain('q_10');
      expect(without).not.toContain('q_9');
    });

    it('finds names of code and files by their parts', async () => {
      expect(await found('node.js')).toContain('q_11');
      expect(await found('brew_timer')).toContain('q_11');
      expect(await found('E1042')).toContain('q_11');
    });
  });

  describe('in other languages', () => {
    it('finds German, Russian and French words', async () => {
      expect(await found('Wassertank')).toContain('q_6');
      expect(await found('кофемашина')).toContain('q_12');
      expect(await found('moulin')).toContain('q_5');
    });

    it('finds words of languages that write no spaces', async () => {
      expect(await found('コーヒー')).toContain('q_13');
      expect(await found('咖啡')).toContain('q_14');
      expect(await found('กาแฟ')).toContain('q_15');
    });
  });

  describe('what comes first', () => {
    it('puts the FAQ before questions of like relevance', async () => {
      const ids = await found('clean the drip tray');
      expect(ids.indexOf('k_20')).toBeLessThan(ids.indexOf('q_20'));
    });

    it('puts official and helpful things before others of like relevance', async () => {
      const ids = await found('replace the gasket');
      expect(ids.indexOf('q_22')).toBeLessThan(ids.indexOf('q_21'));
      expect(ids.indexOf('q_23')).toBeLessThan(ids.indexOf('q_21'));
    });

    it('scores between 0 and 1, falling along the list', async () => {
      for (const text of ['coffee', 'coffee machine leaks', 'grinder zeppelin', '"hot water" tank']) {
        const scores = (await search(text)).hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      }
    });

    it('gives short lists that are the beginnings of long ones', async () => {
      for (const text of ['coffee', 'coffee machine zeppelin', 'filter']) {
        const long = await found(text, { first: 20 });
        expect(await found(text, { first: 3 })).toEqual(long.slice(0, 3));
        expect(await found(text, { first: 20 })).toEqual(long);
      }
    });
  });

  describe('narrowing', () => {
    it('keeps to the FAQ or to questions', async () => {
      const faq = await found('coffee', { kind: 'article' });
      expect(faq.length).toBeGreaterThan(0);
      expect(faq.every((id) => id.startsWith('k_'))).toBe(true);
      expect((await found('coffee', { kind: 'question' })).every((id) => id.startsWith('q_'))).toBe(true);
    });

    it('keeps to things with all of the tags', async () => {
      expect(await found('filter', { tags: ['paper', 'size-4'] })).toEqual(['q_31']);
      expect(await found('filter', { tags: ['paper', 'unknown'] })).toEqual([]);
    });

    it('keeps to a language, or to a region of it', async () => {
      expect(await found('espresso', { locale: 'de' })).toEqual(expect.arrayContaining(['q_40', 'q_41']));
      expect(await found('espresso', { locale: 'de' })).not.toContain('q_42');
      expect(await found('espresso', { locale: 'de-AT' })).toEqual(['q_41']);
    });

    it('keeps to what has an accepted answer, and does not count the rest', async () => {
      const solved = await search('kettle', { accepted: true });
      expect(solved.hits.map(({ id }) => id)).toEqual(['q_50']);
      expect(solved.estimatedTotal).toBe(1);
      expect(await found('kettle', { accepted: false })).toEqual(['q_51']);
    });

    it('takes tags for names, never for conditions', async () => {
      for (const tag of [`paper" OR audience = "x`, `') or 1=1 --`, '\\', '"', `'`]) {
        expect(await found('filter', { tags: [tag] })).toEqual([]);
        expect(await found('filter', { locale: tag })).toEqual([]);
      }
    });
  });

  describe('showing', () => {
    it('marks the words that were found', async () => {
      const { hits } = await search('grinder jam');
      const hit = hits.find(({ id }) => id === 'q_2');
      expect(hit?.titleHtml).toMatch(/<mark>Grinder<\/mark> <mark>jam/);
      const [article] = (await search('vinegar')).hits;
      expect(article?.excerptHtml).toContain('<mark>vinegar</mark>');
    });

    it('escapes everything else, so that nobody writes into the page', async () => {
      const { hits } = await search('scripting');
      const hit = hits.find(({ id }) => id === 'q_60');
      const shown = `${hit?.titleHtml}${hit?.excerptHtml}`.replace(/<\/?mark>/g, '');
      expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(shown).not.toMatch(/[<>]/);
    });
  });

  describe('whatever is typed', () => {
    const ODD = [
      '',
      '   ',
      '-',
      '--',
      '""',
      '"',
      '-"',
      '"unclosed phrase',
      '& | ! ( ) : * <->',
      "'; drop table search_document; --",
      "coffee':* & !'machine",
      'coffee\u0000machine',
      '\ud800 lone surrogate',
      '\u202Etxet desrever',
      'مرحبا بالعالم',
      '-coffee',
      '*:*',
      '%_\\',
      '{{7*7}} ${x}',
      'a'.repeat(1_000),
      'word '.repeat(200),
      '🙂 ☕ 👩‍👩‍👧',
      'the and of to',
    ];

    it.each(ODD.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
      '%s is answered',
      async (_, text) => {
        const { hits, estimatedTotal } = await search(text);
        expect(estimatedTotal).toBeGreaterThanOrEqual(hits.length);
      },
    );

    it('says what to do when it is too long', async () => {
      const refused = async () => search('x'.repeat(10_000));
      await expect(refused()).rejects.toBeInstanceOf(UserInputError);
      await expect(refused()).rejects.toMatchObject({ fields: [{ path: 'query' }] });
    });
  });

  describe('suggesting while a question is written', () => {
    const suggest = async (draft: Partial<Draft> & { title: string }) =>
      (await under.engine.suggest([{ first: 5, ...draft }], NO_BOOK))[0] ?? [];
    const suggested = async (title: string, more: Partial<Draft> = {}) =>
      (await suggest({ title, ...more })).map(({ id }) => id);

    it('finds what was asked in other words, the FAQ first', async () => {
      const ids = await suggested('How can I clean that drip tray of mine?');
      expect(ids[0]).toBe('k_20');
      expect(ids).toContain('q_20');
    });

    it('takes a misspelled word for each word that it may be, not only for the most frequent one', async () => {
      const ids = await suggested('My chanring');
      expect(ids).toContain('q_100');
      expect(ids).toEqual(expect.arrayContaining([expect.stringMatching(/^q_10[1-3]$/)]));
      // What else was written tells which one was meant.
      expect((await suggested('Which bolts for a chanring'))[0]).toBe('q_100');
      expect((await suggested('A chanring bag'))[0]).toBe('q_103');
    });

    it('keeps quiet when nothing is alike', async () => {
      expect(await suggested('Zeppelin unicorn')).toEqual([]);
      expect(await suggested('')).toEqual([]);
      expect(await suggested('\u0000 " \' ( & ')).toEqual([]);
    });

    it('gives no more than was asked for', async () => {
      expect(await suggested('coffee machine', { first: 2 })).toHaveLength(2);
    });

    it('shows first, of what is as much alike, what is written in the language of the asker', async () => {
      expect((await suggested('Bitter espresso', { preferLocale: 'de-CH' }))[0]).toBe('q_40');
      expect((await suggested('Bitter espresso', { preferLocale: 'en' }))[0]).toBe('q_43');
      // What fits better stays first.
      expect((await suggested('Weak espresso', { preferLocale: 'de' }))[0]).toBe('q_42');
    });

    it('finds an article that answers in its text, after what is alike by its title', async () => {
      const ids = await suggested('How do I get limescale out of my boiler?');
      expect(ids).toContain('k_90');
      expect(ids.at(-1)).toBe('k_90');
      expect(ids).toContain('q_91');
      const scores = (await suggest({ title: 'How do I get limescale out of my boiler?' })).map(
        ({ score }) => score,
      );
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    });

    it('keeps the last place for it where questions alone would fill the list', async () => {
      const ids = await suggested('Boiler and limescale', { first: 2 });
      expect(ids).toHaveLength(2);
      expect(ids.at(-1)).toBe('k_90');
    });

    it('finds it by what the asker wrote below the title, too', async () => {
      const body = 'There is limescale in the boiler.';
      expect(await suggested('Crusts everywhere', { body })).toContain('k_90');
    });

    it('does not take every article for an answer that has one of the words', async () => {
      expect(await suggested('My boiler whistles and rattles at night')).not.toContain('k_90');
    });

    it('compares several drafts at once as it does one after the other', async () => {
      const drafts: Draft[] = [
        { title: 'Grinder jams', first: 3 },
        { title: 'Zeppelin unicorn', first: 5 },
        { title: 'How do I get limescale out of my boiler?', first: 4, except: 'q_91' },
        { title: 'Grinder jams', first: 3, except: 'q_2' },
      ];
      const alone = await Promise.all(drafts.map((draft) => suggest(draft)));
      expect(await under.engine.suggest(drafts, NO_BOOK)).toEqual(alone);
      expect(alone.map((hits) => hits.length > 0)).toEqual([true, false, true, true]);
      expect(alone[3]?.map(({ id }) => id)).not.toContain('q_2');
    });
  });

  describe('writing', () => {
    it('may be repeated without harm', async () => {
      const one = document({ id: 'q_70', title: 'Percolator whistles' });
      await under.index.apply({ upserts: [one], deletes: [] });
      await under.index.apply({ upserts: [one], deletes: [] });
      expect(await found('percolator')).toEqual(['q_70']);
    });

    it('lets no older revision overwrite a newer one', async () => {
      const newer = document({ id: 'q_71', title: 'Siphon cracked', rev: 1_000_005 });
      const older = document({ id: 'q_71', title: 'Siphon chipped', rev: 1_000_004 });
      await under.index.apply({ upserts: [newer], deletes: [] });
      await under.index.apply({ upserts: [older], deletes: [] });
      expect(await found('siphon cracked')).toContain('q_71');
      expect((await search('siphon')).hits[0]?.titleHtml).toContain('cracked');
    });

    it('forgets the old words of what changed, and everything of what is deleted', async () => {
      await under.index.apply({
        upserts: [document({ id: 'q_72', title: 'Thermoblock fails' })],
        deletes: [],
      });
      await under.index.apply({ upserts: [document({ id: 'q_72', title: 'Boiler fails' })], deletes: [] });
      expect(await found('thermoblock')).not.toContain('q_72');
      expect(await found('boiler')).toContain('q_72');
      await under.index.apply({ upserts: [], deletes: ['q_72', 'q_999999'] });
      expect(await found('boiler')).not.toContain('q_72');
    });

    it('moves what was filed under the wrong language', async () => {
      await under.index.apply({
        upserts: [document({ id: 'q_73', title: 'Mahlwerk quietscht' })],
        deletes: [],
      });
      const corrected = document({ id: 'q_73', title: 'Mahlwerk quietscht', locale: 'de' });
      await under.index.apply({ upserts: [corrected], deletes: [] });
      expect(await found('Mahlwerk')).toEqual(['q_73']);
      expect(await found('Mahlwerk', { locale: 'en' })).toEqual([]);
    });

    it('takes very long and very odd texts', async () => {
      const odd = document({
        id: 'q_74',
        title: 'Aeropress',
        text: `${'lorem '.repeat(1_300)} ${'x'.repeat(5_000)}`.slice(0, 8_000),
        tags: ['c++', 'größe', '日本'],
      });
      await under.index.apply({ upserts: [odd], deletes: [] });
      expect(await found('aeropress')).toEqual(['q_74']);
    });

    it('tells what it holds, in the order of the numbers', async () => {
      const states = await under.index.states('article', 1, 2);
      expect(states.map(({ id }) => id)).toEqual(['k_20', 'k_80']);
      expect(states[0]?.digest).toBe(COFFEE_CORNER.find(({ id }) => id === 'k_20')?.digest);
    });
  });
});

const COFFEE_CORNER = [
  document({
    id: 'k_1',
    title: 'Descaling your coffee machine',
    text: 'Use citric acid. Never use vinegar.',
  }),
  document({ id: 'q_2', title: 'Grinder jams', text: 'It stops after a few beans.', tags: ['burr'] }),
  document({ id: 'q_3', title: 'Grinder jams with oily beans from the shop', text: 'Since last week.' }),
  document({ id: 'q_4', title: 'Pressure gauge shows nothing', text: 'The needle stays at zero.' }),
  document({ id: 'q_5', title: 'Moulin pour un café crème', locale: 'fr', text: 'Lequel choisir ?' }),
  document({ id: 'q_6', title: 'Überdruck im Wassertank', locale: 'de', text: 'Es zischt und dampft.' }),
  document({ id: 'q_7', title: 'No more hot water', text: 'The lamp is on.' }),
  document({ id: 'q_8', title: 'Water is never hot enough', text: 'I measured it.' }),
  document({ id: 'q_9', title: 'Milk frother without steam', text: 'Nothing comes out.' }),
  document({ id: 'q_10', title: 'Milk frother is too slow', text: 'It takes minutes.' }),
  document({ id: 'q_11', title: 'Error E1042 from the node.js client', text: 'In brew_timer, line 3.' }),
  document({ id: 'q_12', title: 'Моя кофемашина не включается', locale: 'ru', text: 'Что делать?' }),
  document({
    id: 'q_13',
    title: '新しいコーヒーメーカーが動かない',
    locale: 'ja',
    text: '電源が入りません。',
  }),
  document({ id: 'q_14', title: '咖啡机漏水怎么办', locale: 'zh', text: '水箱下面有水。' }),
  document({ id: 'q_15', title: 'เครื่องชงกาแฟไม่ทำงาน', locale: 'th', text: 'ไฟไม่ติด' }),
  document({ id: 'k_20', title: 'How to clean the drip tray', text: 'Rinse it once a week.' }),
  document({ id: 'q_20', title: 'How to clean the drip tray', text: 'Rinse it once a week.' }),
  document({ id: 'q_21', title: 'How to replace the gasket', text: 'Mine is worn.' }),
  document({ id: 'q_22', title: 'How to replace the gasket', text: 'Mine is worn.', official: true }),
  document({ id: 'q_23', title: 'How to replace the gasket', text: 'Mine is worn.', helpfulness: 6 }),
  document({ id: 'q_30', title: 'Filter falls apart', tags: ['paper'] }),
  document({ id: 'q_31', title: 'Filter does not fit', tags: ['paper', 'size-4'] }),
  document({ id: 'q_32', title: 'Filter smells', tags: ['size-4'] }),
  document({ id: 'q_40', title: 'Espresso zu bitter', locale: 'de' }),
  document({ id: 'q_41', title: 'Espresso zu sauer', locale: 'de-AT' }),
  document({ id: 'q_42', title: 'Espresso too weak', locale: 'en' }),
  document({ id: 'q_43', title: 'Espresso so bitter', locale: 'en' }),
  document({ id: 'q_50', title: 'Kettle switches off early', accepted: true }),
  document({ id: 'q_51', title: 'Kettle will not switch off' }),
  document({
    id: 'q_60',
    title: 'Is <script>alert(1)</script> scripting allowed & "safe"?',
    text: `I wrote <img src=x onerror=alert(1)> about scripting \u0041 'and' </mark><b>bold</b>.`,
  }),
  document({ id: 'k_80', title: 'Which coffee beans to buy', text: 'Fresh ones.' }),
  document({
    id: 'k_90',
    title: 'Care for beginners',
    text: 'Once a month run citric acid through the boiler: it dissolves limescale. Then rinse twice.',
  }),
  document({ id: 'q_100', title: 'Chainring bolts come loose', createdAt: new Date('2020-01-01T00:00:00Z') }),
  document({ id: 'q_101', title: 'Changing brushes' }),
  document({ id: 'q_102', title: 'Changing gloves' }),
  document({ id: 'q_103', title: 'Changing the bag' }),
  document({ id: 'q_91', title: 'Is limescale in the boiler dangerous', text: 'I drink it every day.' }),
  document({ id: 'q_92', title: 'Limescale on the outside of the boiler', text: 'It looks ugly.' }),
  document({ id: 'q_81', title: 'Coffee machine leaks', text: 'From below.' }),
  document({ id: 'q_82', title: 'Coffee tastes of soap', text: 'After cleaning.' }),
  document({ id: 'q_83', title: 'Where does my coffee go', text: 'The cup stays empty.' }),
];
