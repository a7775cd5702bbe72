import type { HelpersPeriod } from '#lib/model/recognition.ts';

const periods: Record<string, HelpersPeriod> = { all: 'ALL', year: 'YEAR', month: 'MONTH', week: 'WEEK' };

/** The period that the address names; everything where it names none. */
export function periodOf({ searchParams }: URL): { period: string; wanted: HelpersPeriod } {
  const wish = searchParams.get('period') ?? '';
  const wanted = Object.hasOwn(periods, wish) ? periods[wish] : undefined;
  return wanted ? { period: wish, wanted } : { period: 'all', wanted: 'ALL' };
}
