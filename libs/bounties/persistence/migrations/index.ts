import { Bounties1700000840000 } from './1700000840000-bounties.js';

export const bountiesMigrations = [Bounties1700000840000];
