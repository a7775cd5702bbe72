import fc from 'fast-check';
import { ringsIn } from './rings.js';

const edges = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));
const membersOf = (pairs: [number, number][]) => ringsIn(edges(...pairs)).map(({ members }) => members);

describe('rings', () => {
  it('are two who vote for each other, and circles of three and four', () => {
    expect(
      membersOf([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual([[1, 2]]);
    expect(
      membersOf([
        [1, 2],
        [2, 3],
        [3, 1],
      ]),
    ).toEqual([[1, 2, 3]]);
    expect(
      membersOf([
        [9, 5],
        [5, 7],
        [7, 6],
        [6, 9],
      ]),
    ).toEqual([[5, 6, 7, 9]]);
  });

  it('are not people who are thanked by many, nor chains, nor circles of five', () => {
    expect(
      membersOf([
        [1, 9],
        [2, 9],
        [3, 9],
        [9, 4],
      ]),
    ).toEqual([]);
    expect(
      membersOf([
        [1, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toEqual([]);
    expect(
      membersOf([
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 1],
      ]),
    ).toEqual([]);
  });

  it('are one where circles share an edge, and two where they share but a person', () => {
    expect(
      membersOf([
        [1, 2],
        [2, 3],
        [3, 1],
        [2, 4],
        [4, 1],
      ]),
    ).toEqual([[1, 2, 3, 4]]);
    expect(
      membersOf([
        [1, 2],
        [2, 1],
        [2, 3],
        [3, 2],
      ]),
    ).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('leave out the edges that lead into them and out of them', () => {
    expect(ringsIn(edges([1, 2], [2, 1], [3, 1], [2, 4]))).toEqual([
      { members: [1, 2], edges: edges([1, 2], [2, 1]) },
    ]);
  });

  it('are found in whatever order the edges come, and every edge of one lies on a circle', () => {
    const graph = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).filter(([a, b]) => a !== b),
      { maxLength: 20, selector: String },
    );
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (pairs, shuffle) => {
        const shuffled = pairs
          .map((pair) => ({ pair, key: shuffle.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ pair }) => pair);
        const sorted = (list: number[][]) => list.map(String).sort();
        expect(sorted(membersOf(shuffled).map((m) => [...m]))).toEqual(
          sorted(membersOf(pairs).map((m) => [...m])),
        );
        for (const ring of ringsIn(edges(...pairs))) {
          for (const { from, to } of ring.edges) {
            expect(isBackWithin(3, to, from, pairs)).toBe(true);
          }
        }
      }),
    );
  });

  it('of a graph that is made to be long to search are found in bounded time', () => {
    const everybody = Array.from({ length: 120 }, (_, n) => n + 1);
    const complete = everybody.flatMap((a) =>
      everybody.filter((b) => b !== a).map((b): [number, number] => [a, b]),
    );
    const started = performance.now();
    ringsIn(edges(...complete));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

function isBackWithin(steps: number, from: number, to: number, pairs: readonly [number, number][]): boolean {
  if (from === to) return true;
  return steps > 0 && pairs.some(([a, b]) => a === from && isBackWithin(steps - 1, b, to, pairs));
}
