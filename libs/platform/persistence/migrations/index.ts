import { Foundation1700000000000 } from './1700000000000-foundation.js';

export const platformMigrations = [Foundation1700000000000];
