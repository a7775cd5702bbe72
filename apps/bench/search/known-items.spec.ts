import { generatedDocuments } from './corpus.js';
import { KnownItems, type QuerySet, type Titled } from './known-items.js';
import { Random } from './random.js';

describe('looking for things that are known to be there', () => {
  const things: Titled[] = [
    { id: 'q_1', locale: 'en', title: 'Grinder jams after cleaning' },
    { id: 'q_2', locale: 'en', title: 'Pump is loud' },
    { id: 'q_3', locale: 'en', title: 'pump is LOUD!' },
    { id: 'q_4', locale: 'de', title: 'Mühle klemmt nach dem Reinigen' },
  ];
  const setOf = (sets: QuerySet[], kind: string, locale: string) =>
    sets.find((set) => set.kind === kind && set.locale === locale)?.items;

  it('asks in each language, and never for a title that two things have', () => {
    const sets = new KnownItems(things, new Random(1)).sets(10);
    expect(setOf(sets, 'exact title', 'en')).toEqual([{ id: 'q_1', query: 'Grinder jams after cleaning' }]);
    expect(setOf(sets, 'exact title', 'de')?.map(({ id }) => id)).toEqual(['q_4']);
    expect(setOf(sets, 'prefix of the last word', 'en')?.[0]?.query).toBe('Grinder jams after clean');
  });

  it('misspells one long word by one letter, and leaves the rest as it is', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const [item] = setOf(new KnownItems(things, new Random(seed)).sets(1), 'one typo', 'en') ?? [];
      const words = item?.query.split(' ') ?? [];
      const wrong = words.filter((word, turn) => word !== 'Grinder jams after cleaning'.split(' ')[turn]);
      expect(words).toHaveLength(4);
      expect(wrong).toHaveLength(1);
      expect(
        ['grinder', 'after', 'cleaning'].some((word) => Math.abs(word.length - (wrong[0]?.length ?? 0)) <= 1),
      ).toBe(true);
    }
  });

  it('asks for the two rarest words in their order, unless too many titles have them', () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      id: `q_${n + 10}`,
      locale: 'en',
      title: `Boiler leaks ${'very '.repeat(n)}`,
    }));
    const items =
      setOf(new KnownItems([...things, ...many], new Random(1)).sets(20), 'two words', 'en') ?? [];
    const query = items.find(({ id }) => id === 'q_1')?.query.split(' ') ?? [];
    expect(query).toHaveLength(2);
    expect(
      [...query].sort(
        (a, b) => things[0]!.title.toLowerCase().indexOf(a) - things[0]!.title.toLowerCase().indexOf(b),
      ),
    ).toEqual(query);
    expect(items.map(({ query: asked }) => asked)).not.toContain('boiler leaks');
  });
});

describe('the generated corpus', () => {
  it('is the same every time, in two languages, with few frequent words and many rare ones', () => {
    const documents = [...generatedDocuments(2_000)];
    expect(documents).toEqual([...generatedDocuments(2_000)]);
    const german = documents.filter(({ locale }) => locale === 'de').length;
    expect(german / documents.length).toBeCloseTo(0.4, 1);

    const counts = new Map<string, number>();
    for (const { paragraphs } of documents) {
      for (const word of paragraphs
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    const falling = [...counts.values()].sort((a, b) => b - a);
    const total = falling.reduce((sum, count) => sum + count, 0);
    const most = falling.slice(0, 100).reduce((sum, count) => sum + count, 0);
    expect(most / total).toBeGreaterThan(0.5);
    expect(falling.filter((count) => count <= 2).length).toBeGreaterThan(falling.length / 3);
  });
});
