import { Importer1700000800000 } from './1700000800000-importer.js';

export const importerMigrations = [Importer1700000800000];
