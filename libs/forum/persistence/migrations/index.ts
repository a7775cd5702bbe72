import { Forum1700000200000 } from './1700000200000-forum.js';
import { UnlistedVotes1700000200001 } from './1700000200001-unlisted-votes.js';
import { Applicability1700000710000 } from './1700000710000-applicability.js';
import { Affected1700000710001 } from './1700000710001-affected.js';
import { StatesOfAnswers1700000810000 } from './1700000810000-states-of-answers.js';
import { VoidVotes1700000850000 } from './1700000850000-void-votes.js';
import { AlsoSolvedByDate1700000890001 } from './1700000890001-also-solved-by-date.js';

export const forumMigrations = [
  Forum1700000200000,
  UnlistedVotes1700000200001,
  Applicability1700000710000,
  Affected1700000710001,
  StatesOfAnswers1700000810000,
  VoidVotes1700000850000,
  AlsoSolvedByDate1700000890001,
];
