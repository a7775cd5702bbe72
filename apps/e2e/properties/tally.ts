/** How often what was tried, for whoever wants to know what a long run has covered. */
const counts = new Map<string, { done: number; refused: number }>();

export function tell(acts: readonly { label: string }[], areDone: readonly boolean[]): void {
  for (const [place, { label }] of acts.entries()) {
    const name = label.replace(/\(.*/, '');
    const known = counts.get(name) ?? { done: 0, refused: 0 };
    if (areDone[place]) known.done += 1;
    else known.refused += 1;
    counts.set(name, known);
  }
}

/** A line for each. */
export function tally(): string {
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, { done, refused }]) => `${name}: ${done} done, ${refused} refused`)
    .join('\n');
}
