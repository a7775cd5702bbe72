import { UserInputError } from '#libs/kernel';
import { normaliseQuery, requireEvents, requireUuid } from './intent.js';
import type { GivenEvent } from './intent.js';

describe('what is kept of a search', () => {
  it.each([
    ['  Descale\tthe  KETTLE ', 'descale the kettle'],
    ['Ｅ１２ error', 'e12 error'],
    ['ristretto 3.2.1 update', 'ristretto 3.2.1 update'],
    ['model 2024 with 3.2.1', 'model 2024 with 3.2.1'],
    ['invoice for jane.doe@example.com please', 'invoice for … please'],
    ['call +49 (170) 555-01-23 back', 'call … back'],
    ['order 4006381333931', 'order …'],
    ['a\u0000b\u200fc', 'a b c'],
    ['ключ не подходит', 'ключ не подходит'],
  ])('%j is kept as %j', (typed, kept) => expect(normaliseQuery(typed)).toBe(kept));

  it('is never longer than 200 characters, nor half of one', () => {
    const kept = normaliseQuery('🔧'.repeat(500));
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept.isWellFormed()).toBe(true);
  });
});

describe('events', () => {
  it('are taken with what they need', () => {
    expect(
      requireEvents([
        { kind: 'SEARCHED', query: 'Kettle', hits: 3 },
        { kind: 'OPENED', subjectId: 'k_7', position: 2 },
        { kind: 'ABANDONED' },
      ]),
    ).toEqual([
      { kind: 'SEARCHED', query: 'kettle', hits: 3, subject: null, position: null },
      { kind: 'OPENED', query: null, hits: null, subject: { kind: 'article', id: 7 }, position: 2 },
      { kind: 'ABANDONED', query: null, hits: null, subject: null, position: null },
    ]);
  });

  it.each<[GivenEvent, string]>([
    [{ kind: 'SEARCHED', hits: 3 }, 'events.0.query'],
    [{ kind: 'SUGGESTED', query: 'kettle' }, 'events.0.hits'],
    [{ kind: 'SEARCHED', query: 'kettle', hits: -1 }, 'events.0.hits'],
    [{ kind: 'SOLVED' }, 'events.0.subjectId'],
    [{ kind: 'OPENED', subjectId: 'q_1', position: 0 }, 'events.0.position'],
  ])('%j names %s', (event, path) => {
    expect(() => requireEvents([event])).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path })] }),
    );
  });

  it('are 1 to 20, about questions and articles', () => {
    expect(() => requireEvents([])).toThrow(UserInputError);
    expect(() => requireEvents(Array<GivenEvent>(21).fill({ kind: 'ABANDONED' }))).toThrow(UserInputError);
    expect(() => requireEvents([{ kind: 'OPENED', subjectId: 'u_1' }])).toThrow('not found');
  });

  it('belong to an intent and a session that are random, not a name', () => {
    expect(requireUuid('9F1B6F0E-3A34-4C0A-9B43-0D8F2A5C6B11', 'session')).toBe(
      '9f1b6f0e-3a34-4c0a-9b43-0d8f2a5c6b11',
    );
    expect(() => requireUuid('jane.doe@example.com', 'session')).toThrow(UserInputError);
  });
});
