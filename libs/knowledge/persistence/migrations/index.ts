import { Knowledge1700000500000 } from './1700000500000-knowledge.js';
import { Candidates1700000510000 } from './1700000510000-candidates.js';

export const knowledgeMigrations = [Knowledge1700000500000, Candidates1700000510000];
