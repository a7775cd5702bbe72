/** Spellings that mean the same, each as its stems. */
export type Meaning = readonly (readonly string[])[];

interface Spelling {
  stems: readonly string[];
  /** The spelling of the same meaning that stands for all of them. */
  chosen: readonly string[];
}

/** Synonyms may lead on to others; in a circle they must not lead for ever. */
const MOST_ROUNDS = 5;

/**
 * What curators say means the same. Meanings that share a spelling are one; the spelling with the fewest stems, the first
 * in the alphabet, stands for all, so that the same synonyms choose the same whatever their order.
 */
export class Meanings {
  /** Without the chosen ones. Those of more words first: “washing machine” is no kind of machine. */
  private readonly spellings: readonly Spelling[];

  constructor(meanings: readonly Meaning[]) {
    this.spellings = joined(meanings)
      .flatMap((spellings) => {
        const [chosen = [], ...others] = [...spellings].sort(shortestFirst);
        return others.map((stems) => ({ stems, chosen }));
      })
      .sort((one, other) => shortestFirst(other.stems, one.stems));
  }

  /** The stems with the chosen spelling in place of others, each once, sorted. Words of a spelling may stand apart. */
  of(stems: readonly string[]): string[] {
    const meant = new Set(stems);
    for (let round = 0; round < MOST_ROUNDS && this.exchange(meant); round += 1);
    return [...meant].sort();
  }

  private exchange(meant: Set<string>): boolean {
    const fitting = this.spellings.find(({ stems }) => stems.every((stem) => meant.has(stem)));
    if (!fitting) return false;
    for (const stem of fitting.stems) meant.delete(stem);
    for (const stem of fitting.chosen) meant.add(stem);
    return true;
  }
}

function joined(meanings: readonly Meaning[]): (readonly string[])[][] {
  const groups: Map<string, readonly string[]>[] = [];
  for (const meaning of meanings) {
    const group = new Map(
      meaning.filter((stems) => stems.length > 0).map((stems) => [stems.join(' '), stems]),
    );
    for (const other of groups.filter((known) => [...known.keys()].some((key) => group.has(key)))) {
      for (const [key, stems] of other) group.set(key, stems);
      groups.splice(groups.indexOf(other), 1);
    }
    groups.push(group);
  }
  return groups.map((group) => [...group.values()]);
}

function shortestFirst(one: readonly string[], other: readonly string[]): number {
  return one.length - other.length || (one.join(' ') < other.join(' ') ? -1 : 1);
}
