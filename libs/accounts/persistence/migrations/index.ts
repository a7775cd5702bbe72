import { Accounts1700000100000 } from './1700000100000-accounts.js';

export const accountsMigrations = [Accounts1700000100000];
