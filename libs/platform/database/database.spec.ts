import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Database } from './database.js';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  await database.query('create table jotting (text text not null check (text <> $$wrong$$))');
});

afterAll(() => test.drop());

describe('A transaction whose statements are asked for at once', () => {
  it('keeps all of them', async () => {
    await database.transaction(() => Promise.all(['one', 'two', 'three'].map(jot)));

    expect(await jottings()).toEqual(['one', 'three', 'two']);
  });

  it('keeps none of them when the first one fails', async () => {
    const attempt = database.transaction(() => Promise.all(['wrong', 'late', 'later', 'last'].map(jot)));

    await expect(attempt).rejects.toThrow('jotting_text_check');
    expect(await settledJottings()).toEqual(['one', 'three', 'two']);
  });

  it('keeps nothing of what goes on after it has failed', async () => {
    const goesOn = async () => {
      for (const text of ['slow', 'slower', 'slowest']) await jot(text);
    };
    const refuses = async () => {
      await jot('refused');
      throw new Error('No.');
    };

    await expect(database.transaction(() => Promise.all([goesOn(), refuses()]))).rejects.toThrow('No.');
    expect(await settledJottings()).toEqual(['one', 'three', 'two']);
  });
});

async function jot(text: string): Promise<void> {
  await database.query('insert into jotting (text) values ($1)', [text]);
}

/** Also of what ends later than what was waited for. */
async function settledJottings(): Promise<string[]> {
  await sleep(100);
  return jottings();
}

async function jottings(): Promise<string[]> {
  const rows = await database.query<{ text: string }>('select text from jotting order by text');
  return rows.map(({ text }) => text);
}
