import { Reputation1700000300000 } from './1700000300000-reputation.js';

export const reputationMigrations = [Reputation1700000300000];
