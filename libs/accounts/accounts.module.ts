import { Module } from '@nestjs/common';
import { Accounts } from './application/accounts.js';
import { Erasure } from './application/erasure.js';
import { Login } from './application/login.js';
import { MentionRemoval } from './application/mention-removal.js';
import { PasswordReset } from './application/password-reset.js';
import { Registration } from './application/registration.js';
import { Sessions } from './application/sessions.js';
import { AccountLoader } from './graphql/account.loader.js';
import { ErasureResolver } from './graphql/erasure.resolver.js';
import { AccountMutationsResolver } from './graphql/account.mutations.resolver.js';
import { AccountQueriesResolver } from './graphql/account.queries.resolver.js';
import { UserFieldsResolver } from './graphql/user.fields.resolver.js';
import { AccountQueries } from './persistence/account.queries.js';
import { ErasureStore } from './persistence/erasure.store.js';
import { ViewerFacts } from './persistence/viewer-facts.js';

export const accountResolvers = [
  AccountQueriesResolver,
  AccountMutationsResolver,
  ErasureResolver,
  UserFieldsResolver,
];

const parts = [
  Accounts,
  Erasure,
  MentionRemoval,
  Login,
  PasswordReset,
  Registration,
  Sessions,
  AccountQueries,
  ErasureStore,
  AccountLoader,
  ViewerFacts,
];

@Module({ providers: [...parts, ...accountResolvers], exports: parts })
export class AccountsModule {}
