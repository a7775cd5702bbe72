import { Context, Field, Float, Int, ObjectType, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { authorise } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { searchPolicies } from '../application/policies.js';
import { Search } from '../application/search.js';
import { SearchIndexing } from '../application/search-indexing.js';
import type { SearchEngineName } from '../domain/engine.js';
import { SearchEngineNameEnum } from './search.types.js';

export const SearchWriterStateEnum = {
  STOPPED: 'STOPPED',
  WAITING: 'WAITING',
  WRITING: 'WRITING',
  BACKING_OFF: 'BACKING_OFF',
  REFUSED: 'REFUSED',
} as const;
registerEnumType(SearchWriterStateEnum, {
  name: 'SearchWriterState',
  description: 'What this process does for an index.',
  valuesMap: {
    STOPPED: { description: 'Nothing: another process is there for the background work.' },
    WAITING: { description: 'Another process writes; this one takes over when that ends.' },
    WRITING: { description: 'It writes, or has nothing to write.' },
    BACKING_OFF: { description: 'The engine does not take changes; they are kept, and it is tried again.' },
    REFUSED: { description: 'The engine refuses the key: somebody has to mend it.' },
  },
});

@ObjectType({ description: 'How one search index stands.' })
export class SearchIndexHealth {
  @Field(() => SearchEngineNameEnum, { description: 'Whose index it is.' })
  engine: SearchEngineName;

  @Field(() => Boolean, { description: 'Whether it can answer: built, and within reach.' })
  ready: boolean;

  @Field(() => String, { nullable: true, description: 'What is wrong, in English; null while nothing is.' })
  problem: string | null;

  @Field(() => Int, { description: 'How many articles and questions are in it.' })
  documents: number;

  @Field(() => Int, { description: 'Things that changed and are not in the index yet.' })
  dirty: number;

  @Field(() => Float, { description: 'Age of the oldest such change, in seconds; 0 while there is none.' })
  lagSeconds: number;

  @Field(() => Int, {
    description: 'Things that the engine would not take; they are tried again every minute.',
  })
  setAside: number;

  @Field(() => SearchWriterStateEnum, { description: 'What this process does for it.' })
  writer: keyof typeof SearchWriterStateEnum;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last compared with the database, thing by thing, UTC; null if it never was.',
  })
  sweptAt: Date | null;
}

@ObjectType({ description: 'How search stands: which engine answers, and how true its index is.' })
export class SearchHealth {
  @Field(() => SearchEngineNameEnum, { description: 'Which engine answers searches at this moment.' })
  answering: SearchEngineName;

  @Field(() => Boolean, {
    description: 'The engine that should answer is left alone for some seconds, because it failed.',
  })
  breakerOpen: boolean;

  @Field(() => [SearchIndexHealth], {
    description: 'That of PostgreSQL, and that of Meilisearch where there is one.',
  })
  indexes: SearchIndexHealth[];
}

@Resolver()
export class SearchHealthResolver {
  constructor(
    private readonly finder: Search,
    private readonly indexing: SearchIndexing,
  ) {}

  @Query(() => SearchHealth, {
    description: 'By STAFF and ADMIN: how search stands, seen from this process.',
  })
  @Access(searchPolicies.seeHealth)
  async searchHealth(@Context() { viewer }: RequestContext): Promise<SearchHealth> {
    authorise(searchPolicies.seeHealth, viewer, undefined);
    const statuses = await this.indexing.status();
    const breakerOpen = this.finder.fallback?.isOpen ?? false;
    const hasMeilisearch = statuses.some(({ engine, ready }) => engine === 'MEILISEARCH' && ready);
    return {
      answering: hasMeilisearch && !breakerOpen ? 'MEILISEARCH' : 'POSTGRES',
      breakerOpen,
      indexes: statuses.map(({ problem, writer, ...status }) => ({
        ...status,
        problem: problem ?? null,
        writer: writer.toUpperCase().replace(' ', '_') as keyof typeof SearchWriterStateEnum,
      })),
    };
  }
}
