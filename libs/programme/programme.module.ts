import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ModerationModule } from '#libs/moderation';
import { NotificationsModule } from '#libs/notifications';
import { ReputationModule } from '#libs/reputation';
import { SuperuserCriteria } from './application/criteria.js';
import { Forgetting } from './application/forgetting.js';
import { Invitations } from './application/invitations.js';
import { Nominations } from './application/nominations.js';
import { ProgrammeRecord } from './application/programme-record.js';
import { Terms } from './application/terms.js';
import { NominatedLoader } from './graphql/programme.loaders.js';
import { ProgrammeMutationsResolver } from './graphql/programme.mutations.resolver.js';
import { PersonProgrammeResolver, ProgrammeQueriesResolver } from './graphql/programme.queries.resolver.js';
import { ProgrammeJobs } from './jobs/programme-jobs.js';
import { ProgrammeQueries } from './persistence/programme.queries.js';
import { ProgrammeStore } from './persistence/programme.store.js';
import { SuperuserStandingStore } from './persistence/standing.store.js';

export const programmeResolvers = [
  ProgrammeQueriesResolver,
  PersonProgrammeResolver,
  ProgrammeMutationsResolver,
];

const parts = [Nominations, Invitations, Terms, SuperuserCriteria];

@Module({
  imports: [AccountsModule, ReputationModule, ModerationModule, NotificationsModule],
  providers: [
    ...parts,
    ProgrammeRecord,
    Forgetting,
    ProgrammeStore,
    SuperuserStandingStore,
    ProgrammeQueries,
    NominatedLoader,
    ProgrammeJobs,
    ...programmeResolvers,
  ],
  exports: parts,
})
export class ProgrammeModule {}
