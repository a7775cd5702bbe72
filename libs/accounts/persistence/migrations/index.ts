import { Accounts1700000100000 } from './1700000100000-accounts.js';
import { Erasure1700000880000 } from './1700000880000-erasure.js';

export const accountsMigrations = [Accounts1700000100000, Erasure1700000880000];
