import { AsyncLocalStorage } from 'node:async_hooks';

const counters = new AsyncLocalStorage<{ statements: number }>();

/** Counts the SQL statements that `work` causes, so that logs and tests can hold a screen to its number. */
export async function countingStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: number }> {
  const counter = { statements: 0 };
  const result = await counters.run(counter, work);
  return { result, statements: counter.statements };
}

export function countStatement(): void {
  const counter = counters.getStore();
  if (counter) counter.statements++;
}
