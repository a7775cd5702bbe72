/** Why something counts as a need that was not met. */
export const NEED_KINDS = [
  'SEARCH_WITHOUT_RESULT',
  'SEARCH_WITHOUT_CLICK',
  'SUGGESTION_FAILED',
  'REPEATED_QUESTION',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** The same words, looked for or asked in vain. */
export interface Need {
  kind: NeedKind;
  text: string;
  language: string;
  /** What tells this need from others: its words as stems, typos mended, each once, without words like “how” and “the”. */
  stems: readonly string[];
  /** How many sessions, or questions. */
  count: number;
  /** Of the last fortnight, and of the one before. */
  recent: number;
  before: number;
  firstAt: Date;
  lastAt: Date;
  questionId: number | null;
}

export interface NeedGroup {
  /** The stems by which the group is known from one night to the next, sorted. */
  stems: readonly string[];
  /** What they mean by the synonyms of today: with these all others were compared. */
  meant: readonly string[];
  members: Need[];
}

/** A group of the nights before. Synonyms that came since change what it means, but not which one it is. */
export interface KnownGroup {
  stems: readonly string[];
  meant: readonly string[];
}

/** Alike: what two needs share weighs at least half of what they have together. */
const ALIKE = 0.5;
/** Or: nearly all of the shorter one, two words at least, is in the longer one. A search is shorter than a title. */
const CONTAINED = 0.8;
const LEAST_SHARED_IF_CONTAINED = 2;
/** Words that lead to more groups than this tell nothing; they still count, but are not followed. */
const MOST_GROUPS_FOLLOWED = 200;

/**
 * Puts needs that share their telling words together. Each group has a leader, known gaps first, then the most frequent
 * needs; whoever is like a leader joins the one that is most like it, and nobody joins a member: so every need in a group
 * shares words with the leader, which can be shown, and groups do not grow into each other by way of what lies between.
 * Rare words weigh more, by ln(1 + N / n) for one that n of N needs have.
 *
 * The same needs give the same groups, in whatever order they come. Each need is compared only with leaders that share
 * a word with it.
 *
 * @param known the gaps that there are, the oldest first: what is like one of them joins it, so that a task stays the
 * same from one night to the next
 */
export function groupNeeds(needs: readonly Need[], known: readonly KnownGroup[] = []): NeedGroup[] {
  const leaders = new Leaders(
    weights([...needs.map(({ stems }) => stems), ...known.map(({ meant }) => meant)]),
  );
  for (const { stems, meant } of known) leaders.add(stems, meant);
  const same = Map.groupBy(
    needs.filter(({ stems }) => stems.length > 0),
    ({ stems }) => keyOf(stems),
  );
  const inOrder = [...same].sort(
    ([oneKey, one], [otherKey, other]) => total(other) - total(one) || (oneKey < otherKey ? -1 : 1),
  );
  for (const [, members] of inOrder) {
    const stems = members[0]?.stems ?? [];
    (leaders.mostLike(stems) ?? leaders.add(stems)).members.push(...members);
  }
  return leaders.groups.filter(({ members }) => members.length > 0);
}

class Leaders {
  readonly groups: NeedGroup[] = [];
  private readonly byStem = new Map<string, NeedGroup[]>();

  constructor(private readonly weigh: (stem: string) => number) {}

  add(stems: readonly string[], meant = stems): NeedGroup {
    const group: NeedGroup = { stems: [...new Set(stems)].sort(), meant: [...new Set(meant)], members: [] };
    this.groups.push(group);
    for (const stem of group.meant) {
      const groups = this.byStem.get(stem);
      if (groups) groups.push(group);
      else this.byStem.set(stem, [group]);
    }
    return group;
  }

  mostLike(stems: readonly string[]): NeedGroup | undefined {
    const near = new Set(
      stems
        .map((stem) => this.byStem.get(stem) ?? [])
        .filter((groups) => groups.length <= MOST_GROUPS_FOLLOWED)
        .flat(),
    );
    let best: { group: NeedGroup; likeness: number } | undefined;
    for (const group of near) {
      const likeness = this.likeness(stems, group.meant);
      if (likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
    return best?.group;
  }

  /** 0 for those that are not alike. */
  private likeness(one: readonly string[], other: readonly string[]): number {
    const inOther = new Set(other);
    const shared = one.filter((stem) => inOther.has(stem));
    const [common, first, second] = [this.weight(shared), this.weight(one), this.weight(other)];
    const likeness = common / (first + second - common);
    if (likeness >= ALIKE) return likeness;
    const isContained =
      shared.length >= LEAST_SHARED_IF_CONTAINED && common / Math.min(first, second) >= CONTAINED;
    return isContained ? likeness : 0;
  }

  private weight(stems: readonly string[]): number {
    return stems.reduce((sum, stem) => sum + this.weigh(stem), 0);
  }
}

function weights(holders: readonly (readonly string[])[]): (stem: string) => number {
  const distinct = new Set(holders.map(keyOf));
  const holdersOf = new Map<string, number>();
  for (const key of distinct) {
    for (const stem of key.split(' ')) holdersOf.set(stem, (holdersOf.get(stem) ?? 0) + 1);
  }
  return (stem) => Math.log(1 + distinct.size / (holdersOf.get(stem) ?? 1));
}

function keyOf(stems: readonly string[]): string {
  return [...new Set(stems)].sort().join(' ');
}

function total(needs: readonly Need[]): number {
  return needs.reduce((sum, { count }) => sum + count, 0);
}

/** The stems that at least half of the needs of a group have, the most common first: what the group is about. */
export function sharedStems({ members }: NeedGroup): string[] {
  const holders = new Map<string, number>();
  for (const { stems, count } of members) {
    for (const stem of new Set(stems)) holders.set(stem, (holders.get(stem) ?? 0) + count);
  }
  const all = total(members);
  return [...holders]
    .filter(([, count]) => count * 2 >= all)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([stem]) => stem);
}
