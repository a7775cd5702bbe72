import { Audit1700000400000 } from './1700000400000-audit.js';

export const moderationMigrations = [Audit1700000400000];
