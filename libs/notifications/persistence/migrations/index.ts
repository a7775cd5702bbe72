import { Notices1700000820000 } from './1700000820000-notices.js';

export const notificationsMigrations = [Notices1700000820000];
