import { Catalogue1700000700000 } from './1700000700000-catalogue.js';

export const catalogueMigrations = [Catalogue1700000700000];
