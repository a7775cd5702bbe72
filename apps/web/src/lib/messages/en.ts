import { desk } from './en/desk.ts';
import { reading } from './en/reading.ts';

/**
 * What the pages say in English. Other languages are checked against this. A file for each part of the site stands in
 * `en/reading.ts` or, if only staff meet it, in `en/desk.ts`, which readers are spared.
 */
export const en = { ...reading, ...desk } as const;
