import { desk } from './de/desk.ts';
import { member } from './de/member.ts';
import { problems } from './de/problems.ts';
import { reading } from './de/reading.ts';
import type { Messages } from './types.ts';

/** Was die Seiten auf Deutsch sagen. */
export const de: Messages = { ...reading, ...member, ...desk, ...problems };
