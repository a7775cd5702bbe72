import type { Language } from './i18n.ts';

/** A share as people read it: 0.1234 is 12.3 %. No finer, for nothing that pages show is known any better. */
export function percentIn(language: Language): (share: number) => string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (share) => format.format(share);
}
