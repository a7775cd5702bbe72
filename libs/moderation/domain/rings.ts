/** Somebody often votes for what somebody else wrote. */
export interface StrongEdge {
  readonly from: number;
  readonly to: number;
}

/** People who vote for each other in a circle, by number, with the edges of the circles. */
export interface Ring {
  readonly members: readonly number[];
  readonly edges: readonly StrongEdge[];
}

/** Longer circles are chance: everybody reaches everybody by some more steps. */
const LONGEST = 4;
/** Steps after which the search ends, with what it has found; a graph of strong edges that needs more is no forum. */
const MOST_STEPS = 500_000;
/** More people than that are a community. */
const MOST_MEMBERS = 50;

/**
 * The circles of two to four people in a graph of strong edges, those that share an edge taken together: of four friends
 * who all vote for each other, there are twenty circles and one ring.
 */
export function ringsIn(edges: readonly StrongEdge[]): Ring[] {
  const rings = new Rings();
  for (const circle of circlesIn(edges)) rings.add(circle);
  return rings.all().filter(({ members }) => members.length <= MOST_MEMBERS);
}

/** Each once, beginning with its lowest number. */
function* circlesIn(edges: readonly StrongEdge[]): Generator<number[]> {
  const next = new Map<number, number[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  let steps = 0;

  function* onwards(path: readonly number[]): Generator<number[]> {
    const [first = NaN] = path;
    for (const person of next.get(path.at(-1) ?? NaN) ?? []) {
      if (++steps > MOST_STEPS) return;
      if (person === first && path.length > 1) yield [...path];
      else if (person > first && path.length < LONGEST && !path.includes(person)) {
        yield* onwards([...path, person]);
      }
    }
  }

  for (const first of [...next.keys()].sort((one, other) => one - other)) yield* onwards([first]);
}

/** Circles put together by the edges that they share. */
class Rings {
  private readonly byEdge = new Map<string, Set<string>>();

  add(circle: readonly number[]): void {
    const edges = circle.map((from, place) => `${from} ${circle[(place + 1) % circle.length]}`);
    const ring = new Set(edges);
    for (const edge of edges) for (const other of this.byEdge.get(edge) ?? []) ring.add(other);
    for (const edge of ring) this.byEdge.set(edge, ring);
  }

  all(): Ring[] {
    return [...new Set(this.byEdge.values())].map((ring) => {
      const edges = [...ring].map((edge) => {
        const [from = NaN, to = NaN] = edge.split(' ').map(Number);
        return { from, to };
      });
      const members = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
      return { members: members.sort((one, other) => one - other), edges };
    });
  }
}
