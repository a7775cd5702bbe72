import { desk } from './en/desk.ts';
import { member } from './en/member.ts';
import { problems } from './en/problems.ts';
import { reading } from './en/reading.ts';
import { rulebook } from './en/rulebook.ts';

/**
 * What the pages say in English. Other languages are checked against this. A file for each part of the site stands in
 * `en/reading.ts`, in `en/member.ts` if only those meet it who take part, or in `en/desk.ts` if only staff do.
 * The rules of standing (`en/rulebook.ts`) are for those who read or make them.
 * What is wrong with an input (`en/problems.ts`) only the server says.
 */
export const en = { ...reading, ...member, ...desk, ...rulebook, ...problems } as const;
