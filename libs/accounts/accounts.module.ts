import { Module } from '@nestjs/common';
import { Accounts } from './application/accounts.js';
import { Login } from './application/login.js';
import { PasswordReset } from './application/password-reset.js';
import { Registration } from './application/registration.js';
import { Sessions } from './application/sessions.js';
import { AccountLoader } from './graphql/account.loader.js';
import { AccountMutationsResolver } from './graphql/account.mutations.resolver.js';
import { AccountQueriesResolver } from './graphql/account.queries.resolver.js';
import { UserFieldsResolver } from './graphql/user.fields.resolver.js';
import { AccountQueries } from './persistence/account.queries.js';
import { ViewerFacts } from './persistence/viewer-facts.js';

export const accountResolvers = [AccountQueriesResolver, AccountMutationsResolver, UserFieldsResolver];

const parts = [
  Accounts,
  Login,
  PasswordReset,
  Registration,
  Sessions,
  AccountQueries,
  AccountLoader,
  ViewerFacts,
];

@Module({ providers: [...parts, ...accountResolvers], exports: parts })
export class AccountsModule {}
