const FIRST_MS = 1_000;
/** Less than a minute: by then everything is to be well again once the engine is. */
const LONGEST_MS = 45_000;

/**
 * How long to leave an engine alone that failed: 1 s, doubled with every failure in a row up to 45 s, with
 * jitter, so that many processes do not come back at one moment.
 */
export class BackOff {
  private failures = 0;
  private until = 0;

  constructor(
    private readonly now: () => number = Date.now,
    private readonly random: () => number = Math.random,
  ) {}

  /** True while the engine should be left alone. */
  get isOpen(): boolean {
    return this.now() < this.until;
  }

  /** Gives the milliseconds until the next try. */
  failed(): number {
    const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures);
    const wait = full / 2 + (full / 2) * this.random();
    this.failures += 1;
    this.until = this.now() + wait;
    return wait;
  }

  succeeded(): void {
    this.failures = 0;
    this.until = 0;
  }
}
