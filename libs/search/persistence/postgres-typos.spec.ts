import { createTestDatabase, type TestDatabase } from '#libs/testing';
import { readQuery } from '../domain/query.js';
import { RuleBook } from '../domain/rules.js';
import { document } from '../testing/documents.js';
import { PostgresEngine } from './postgres-engine.js';
import { PostgresIndex } from './postgres-index.js';

/** People write titles as they remember them, and misspell the small words as often as the telling ones. */
describe('searching in PostgreSQL with a typo anywhere', () => {
  let test: TestDatabase;
  let engine: PostgresEngine;

  beforeAll(async () => {
    test = await createTestDatabase();
    engine = new PostgresEngine(test.database);
    await new PostgresIndex(test.database).apply({ upserts: DOCUMENTS, deletes: [] });
  });

  afterAll(() => test.drop());

  const found = async (text: string) =>
    (await engine.search(readQuery({ text, first: 5 }), new RuleBook())).hits.map(({ id }) => id);

  it.each([
    ['a telling word', 'Which size has the gaskte for the boiler', 'q_1'],
    ['a word that tells nothing', 'Whcih size has the gasket for the boiler', 'q_1'],
    ['the same in German', 'Welhe Größe hat die Dichtung', 'q_2'],
    ['a word of five letters that lost one', 'splt the valve of the pump', 'q_3'],
    ['a word that is like no other, before the others', 'zzyxqq valve of the pump', 'q_3'],
    ['one of two words without a space between', 'Where to put cleaning/mantenance plans', 'q_4'],
    ['the word that is still typed, of two without a space', 'Where to put cleaning/maint', 'q_4'],
  ])('finds it in spite of %s: %s', async (_, text, id) => {
    expect(await found(text)).toContain(id);
  });

  it('does not ask for what a small word may become while it is typed', async () => {
    expect(await found('what do I need the valve for')).toContain('q_3');
  });

  it('goes on completing inside a quote that is not closed', async () => {
    expect(await found('"maintenance pla')).toEqual(['q_4']);
    expect(await found('"plans mainten')).toEqual([]);
  });

  it('does not take one short word for another', async () => {
    expect(await found('pumq')).toEqual([]);
  });
});

const DOCUMENTS = [
  document({ id: 'q_1', title: 'Which size has the gasket for the boiler' }),
  document({ id: 'q_2', locale: 'de', title: 'Welche Größe hat die Dichtung für den Kessel' }),
  document({
    id: 'q_3',
    title: 'How to split the valve of the pump',
    text: 'What do I need the valve for? I have some whichever.',
  }),
  document({
    id: 'q_4',
    title: 'Where to put cleaning/maintenance plans',
    text: 'The force of fork and form.',
  }),
  document({ id: 'q_5', title: 'Which grinder do you use', text: 'A grinder.' }),
  document({ id: 'q_6', locale: 'de', title: 'Welche Mühle ist gut' }),
];
