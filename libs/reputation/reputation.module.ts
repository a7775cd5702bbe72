import { Module } from '@nestjs/common';
import { ForumCredits } from './application/forum-credits.js';
import { Ledger } from './application/ledger.js';
import { StandingAwards } from './persistence/standing-awards.js';

const parts = [Ledger, ForumCredits, StandingAwards];

@Module({ providers: parts, exports: parts })
export class ReputationModule {}
