import { Standing1700000860000 } from './1700000860000-standing.js';
import { Badges1700000860001 } from './1700000860001-badges.js';
import { Expertise1700000860002 } from './1700000860002-expertise.js';
import { VoidSolutions1700000890002 } from './1700000890002-void-solutions.js';

export const recognitionMigrations = [
  Standing1700000860000,
  Badges1700000860001,
  Expertise1700000860002,
  VoidSolutions1700000890002,
];
