import { Module } from '@nestjs/common';
import { Accounts, AccountsModule } from '#libs/accounts';
import { CatalogueModule } from '#libs/catalogue';
import { ForumModule } from '#libs/forum';
import { KnowledgeModule } from '#libs/knowledge';
import { Audit, ModerationModule } from '#libs/moderation';
import { Database, ENVIRONMENT, LOGGER } from '#libs/platform';
import type { Environment, Logger } from '#libs/platform';
import { RelatedBySearch } from './application/related-by-search.js';
import { RuleDesk } from './application/rule-desk.js';
import { Search } from './application/search.js';
import { SearchIndexing } from './application/search-indexing.js';
import { SearchHealthResolver } from './graphql/health.resolver.js';
import { SearchHitFieldsResolver } from './graphql/hit.fields.resolver.js';
import { ReaderFitLoader, SimilarLoader } from './graphql/hit.loaders.js';
import { SimilarQuestionsResolver } from './graphql/question.fields.resolver.js';
import { SearchRulesResolver } from './graphql/rules.resolver.js';
import { SearchQueriesResolver } from './graphql/search.queries.resolver.js';
import { Subjects } from './graphql/subjects.js';
import { SearchSweep } from './jobs/search-sweep.js';
import { KnownNames } from './persistence/known-names.js';
import { ReaderFit } from './persistence/reader-fit.js';
import { assembleSearch } from './search.assembly.js';

export const searchResolvers = [
  SearchQueriesResolver,
  SearchHitFieldsResolver,
  SimilarQuestionsResolver,
  SearchRulesResolver,
  SearchHealthResolver,
];

const ASSEMBLY = Symbol('search assembly');
type Assembly = ReturnType<typeof assembleSearch>;

@Module({
  imports: [AccountsModule, CatalogueModule, ForumModule, ModerationModule, KnowledgeModule],
  providers: [
    {
      provide: ASSEMBLY,
      useFactory: (database: Database, logger: Logger, { meili }: Environment) =>
        assembleSearch({ database, logger, meili }),
      inject: [Database, LOGGER, ENVIRONMENT],
    },
    { provide: Search, useFactory: ({ search }: Assembly) => search, inject: [ASSEMBLY] },
    { provide: SearchIndexing, useFactory: ({ indexing }: Assembly) => indexing, inject: [ASSEMBLY] },
    {
      provide: RuleDesk,
      useFactory: (
        database: Database,
        accounts: Accounts,
        audit: Audit,
        { search, rules: store }: Assembly,
      ) => new RuleDesk({ database, accounts, audit, search, store }),
      inject: [Database, Accounts, Audit, ASSEMBLY],
    },
    { provide: KnownNames, useFactory: (database: Database) => new KnownNames(database), inject: [Database] },
    { provide: ReaderFit, useFactory: (database: Database) => new ReaderFit(database), inject: [Database] },
    ReaderFitLoader,
    SimilarLoader,
    Subjects,
    SearchSweep,
    RelatedBySearch,
    ...searchResolvers,
  ],
  exports: [Search, SearchIndexing],
})
export class SearchModule {}
