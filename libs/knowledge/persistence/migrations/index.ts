import { Knowledge1700000500000 } from './1700000500000-knowledge.js';

export const knowledgeMigrations = [Knowledge1700000500000];
