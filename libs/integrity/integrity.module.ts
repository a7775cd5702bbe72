import { Module } from '@nestjs/common';
import { ReputationModule } from '#libs/reputation';
import { SearchModule } from '#libs/search';
import { Integrity } from './integrity.js';
import { LedgerRepair } from './ledger-repair.js';

@Module({
  imports: [ReputationModule, SearchModule],
  providers: [Integrity, LedgerRepair],
  exports: [Integrity],
})
export class IntegrityModule {}
