import { Superusers1700000870000 } from './1700000870000-superusers.js';

export const programmeMigrations = [Superusers1700000870000];
