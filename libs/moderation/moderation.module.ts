import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { ReputationModule } from '#libs/reputation';
import { Audit } from './application/audit.js';
import { Detection } from './application/detection.js';
import { Flags } from './application/flags.js';
import { Forgetting } from './application/forgetting.js';
import { FraudCases } from './application/fraud-cases.js';
import { FraudSettings } from './application/fraud-settings.js';
import { RecordedActs } from './application/recorded-acts.js';
import { Sanctions } from './application/sanctions.js';
import { Signals } from './application/signals.js';
import { AuditNodes } from './graphql/audit.nodes.js';
import { AuditFieldsResolver, AuditQueriesResolver } from './graphql/audit.resolvers.js';
import { WaitingFlagsLoader } from './graphql/flag.loaders.js';
import * as flagResolvers from './graphql/flag.resolvers.js';
import * as fraudFieldsResolvers from './graphql/fraud.fields.resolvers.js';
import * as fraudResolvers from './graphql/fraud.resolvers.js';
import { ModerationNodes } from './graphql/moderation.nodes.js';
import * as sanctionResolvers from './graphql/sanction.resolvers.js';
import { ModerationJobs } from './jobs/moderation-jobs.js';
import { AuditQueries } from './persistence/audit.queries.js';
import { FindingQueries } from './persistence/finding.queries.js';
import { FlagQueries } from './persistence/flag.queries.js';
import { FlagStore } from './persistence/flag.store.js';
import { FraudCaseQueries } from './persistence/fraud-case.queries.js';
import { FraudCaseStore } from './persistence/fraud-case.store.js';
import { SanctionQueries } from './persistence/sanction.queries.js';
import { SanctionStore } from './persistence/sanction.store.js';
import { SignalStore } from './persistence/signal.store.js';

export const moderationResolvers = [
  AuditQueriesResolver,
  AuditFieldsResolver,
  ...Object.values(flagResolvers),
  ...Object.values(sanctionResolvers),
  ...Object.values(fraudResolvers),
  ...Object.values(fraudFieldsResolvers),
];

const useCases = [Flags, Sanctions, FraudSettings, FraudCases, Detection, Signals];
const stores = [
  AuditQueries,
  FlagStore,
  FlagQueries,
  SanctionStore,
  SanctionQueries,
  SignalStore,
  FindingQueries,
  FraudCaseStore,
  FraudCaseQueries,
];

@Module({
  imports: [AccountsModule, ForumModule, ReputationModule],
  providers: [
    Audit,
    RecordedActs,
    Forgetting,
    ...useCases,
    ...stores,
    WaitingFlagsLoader,
    ModerationJobs,
    AuditNodes,
    ModerationNodes,
    ...moderationResolvers,
  ],
  exports: [Audit, Detection],
})
export class ModerationModule {}
