/** Random numbers that are the same on every machine: the generator mulberry32, whose state is 32 bits. */
export class Random {
  constructor(private state: number) {}

  /** 0 to 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** 0 to `limit`, without `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const keyed = items.map((item) => ({ item, key: this.next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }
}

/** How steeply words of natural languages fall off: the share of the n-th word is about 1 / (n + 2.7) (Mandelbrot). */
const OFFSET = 2.7;

/** Picks the first items often and the last ones hardly ever, as texts pick their words. */
export class Zipf<Item> {
  private readonly upTo: number[] = [];

  constructor(private readonly items: readonly Item[]) {
    let sum = 0;
    for (const position of items.keys()) this.upTo.push((sum += 1 / (position + 1 + OFFSET)));
  }

  pick(random: Random): Item {
    const wanted = random.next() * (this.upTo.at(-1) ?? 0);
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const item = this.items[low];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }
}
