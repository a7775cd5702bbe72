import { Knowledge1700000500000 } from './1700000500000-knowledge.js';
import { Candidates1700000510000 } from './1700000510000-candidates.js';
import { CandidateDesk1700000720000 } from './1700000720000-candidate-desk.js';
import { ArticleLife1700000720001 } from './1700000720001-article-life.js';
import { TrueOverTime1700000730000 } from './1700000730000-true-over-time.js';
import { LanguagesAndStructure1700000740000 } from './1700000740000-languages-and-structure.js';
import { WrittenArticles1700000771000 } from './1700000771000-written-articles.js';
import { SourceOrder1700000772000 } from './1700000772000-source-order.js';
import { SupersededCandidates1700000810100 } from './1700000810100-superseded-candidates.js';

export const knowledgeMigrations = [
  Knowledge1700000500000,
  Candidates1700000510000,
  CandidateDesk1700000720000,
  ArticleLife1700000720001,
  TrueOverTime1700000730000,
  LanguagesAndStructure1700000740000,
  WrittenArticles1700000771000,
  SourceOrder1700000772000,
  SupersededCandidates1700000810100,
];
