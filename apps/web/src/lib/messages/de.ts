import { desk } from './de/desk.ts';
import { member } from './de/member.ts';
import { problems } from './de/problems.ts';
import { reading } from './de/reading.ts';
import { rulebook } from './de/rulebook.ts';
import type { Messages } from './types.ts';

/** Was die Seiten auf Deutsch sagen. */
export const de: Messages = { ...reading, ...member, ...desk, ...rulebook, ...problems };
