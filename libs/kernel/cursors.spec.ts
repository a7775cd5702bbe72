import { decodeCursor, encodeCursor } from './cursors.js';
import { UserInputError } from './errors.js';

describe('cursors', () => {
  const time = '2026-02-03T04:05:06.789Z';

  it('bring back the keys that they were made of', () => {
    const cursor = encodeCursor('questions.activity', [time, 42]);
    expect(decodeCursor('questions.activity', ['time', 'number'], cursor)).toEqual([time, 42]);
  });

  it.each([
    ['of another list', encodeCursor('users', [time, 42])],
    ['with a key too many', encodeCursor('questions.activity', [time, 42, 1])],
    ['with a key of another kind', encodeCursor('questions.activity', [time, '42'])],
    ['with a day that does not exist', encodeCursor('questions.activity', ['2026-02-31T00:00:00.000Z', 42])],
    [
      'with a year that no calendar shows',
      encodeCursor('questions.activity', ['+012345-01-01T00:00:00.000Z', 42]),
    ],
    ['with a number that is not whole', encodeCursor('questions.activity', [time, 4.2])],
    ['of another making', 'bm9uc2Vuc2U'],
    ['that is empty', ''],
  ])('refuse one %s', (_, cursor) => {
    expect(() => decodeCursor('questions.activity', ['time', 'number'], cursor)).toThrow(UserInputError);
  });
});
