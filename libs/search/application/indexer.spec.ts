import { createTestDatabase, type TestDatabase } from '#libs/testing';
import type { SearchBatch, WritableIndex } from '../domain/engine.js';
import { DirtySet, markDirty } from '../persistence/dirty-set.js';
import { document } from '../testing/documents.js';
import { Indexer } from './indexer.js';

describe('bringing changes into an index', () => {
  let test: TestDatabase;
  beforeAll(async () => (test = await createTestDatabase()));
  afterAll(() => test.drop());

  it('brings the first change in at once, and lets those that follow share a round', async () => {
    const rounds: string[][] = [];
    const index: WritableIndex = {
      apply: ({ upserts }: SearchBatch) => {
        rounds.push(upserts.map(({ id }) => id));
        return Promise.resolve();
      },
      states: () => Promise.resolve([]),
    };
    const indexer = new Indexer({
      dirty: new DirtySet(test.database, 'postgres'),
      index,
      source: {
        read: (_, ids) => Promise.resolve(ids.map((id) => document({ id: `q_${id}` }))),
        page: () => Promise.resolve([]),
        last: () => Promise.resolve(undefined),
      },
      batchesInFlight: 1,
    });
    await markDirty(test.database, 'question', [1]);

    const voters = [2, 3, 4];
    await indexer.drain(
      () => false,
      async () => {
        for (const question of voters.splice(0)) await markDirty(test.database, 'question', [question]);
      },
    );

    expect(rounds).toEqual([['q_1'], ['q_2', 'q_3', 'q_4']]);
  });
});
