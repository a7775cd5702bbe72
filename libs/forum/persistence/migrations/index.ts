import { Forum1700000200000 } from './1700000200000-forum.js';

export const forumMigrations = [Forum1700000200000];
