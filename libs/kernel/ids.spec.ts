import { globalId, idOrNull, parseGlobalId, requireId } from './ids.js';

describe('global ids', () => {
  it('lead back to the thing they were made for', () => {
    expect(parseGlobalId(globalId('question', 12))).toEqual({ kind: 'question', id: 12 });
    expect(requireId(globalId('answer', 7), ['question', 'answer'])).toBe(7);
  });

  it.each([
    '',
    'q_',
    'q_0',
    'q_01',
    'q_-1',
    'q_1.5',
    'q_1 ',
    'x_1',
    'Q_1',
    'q_9999999999999999',
    "q_1' or 1=1",
  ])('refuse %j', (id) => {
    expect(parseGlobalId(id)).toBeNull();
    expect(idOrNull(id, 'question')).toBeNull();
  });

  it('of another kind lead to nothing that could be acted on', () => {
    expect(() => requireId(globalId('comment', 3), ['question', 'answer'])).toThrow(
      'This question or answer was not found.',
    );
  });
});
