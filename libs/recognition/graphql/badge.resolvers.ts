import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User, accountFromJson, toUser } from '#libs/accounts';
import { Post, PostLoader, Tag } from '#libs/forum';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { recognitionPolicies } from '../application/policies.js';
import { BadgeQueries } from '../persistence/badge.queries.js';
import { MEASURES, measureOf } from '../persistence/measures/index.js';
import * as types from './badge.types.js';
import { ReadersWords } from './readers-words.js';
import { RenownLoader, TagLoader, ViewerHasBadgeLoader } from './recognition.loaders.js';
import { LocalText, localTexts } from './recognition.types.js';

const IN_WHICH = {
  type: () => String,
  nullable: true,
  description: 'In which language; English where there is no such text, and that of the site if left out.',
} as const;

@Resolver()
export class BadgeQueriesResolver {
  constructor(private readonly queries: BadgeQueries) {}

  @Query(() => types.BadgeDefinitionConnection, {
    description: 'What badges there are: those that came along, then those made here.',
  })
  @Access(recognitionPolicies.read)
  async badges(
    @Args() { first, after, tier, withRetired }: types.BadgesArgs,
  ): Promise<Connection<types.BadgeDefinition>> {
    const filter = { tier: tier ?? null, withRetired: withRetired ?? false };
    const page = await this.queries.page(filter, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.badgeCursor(row),
      node: types.toBadge,
    });
  }

  @Query(() => types.BadgeDefinition, { nullable: true, description: 'By its key; null if there is none.' })
  @Access(recognitionPolicies.read)
  async badge(
    @Args('key', { type: () => String, description: 'The last part of its address.' }) key: string,
  ): Promise<types.BadgeDefinition | null> {
    const row = await this.queries.byKey(key);
    return row ? types.toBadge(row) : null;
  }

  @Query(() => [types.BadgeMeasure], { description: 'Everything that badges can be given for.' })
  @Access(recognitionPolicies.read)
  badgeMeasures(): types.BadgeMeasure[] {
    return MEASURES.map(({ name, per, hasPieces }) => ({ name, per, hasPosts: hasPieces }));
  }
}

@Resolver(() => types.BadgeMeasure)
@AccessAsParent()
export class BadgeMeasureFieldsResolver {
  constructor(private readonly words: ReadersWords) {}

  @ResolveField(() => String, { description: 'What is counted, in words that “, 10 or more” could follow.' })
  description(
    @Parent() { name }: types.BadgeMeasure,
    @Args('locale', IN_WHICH) locale?: string | null,
  ): Promise<string> {
    return this.words.of(measureOf(name)?.words ?? { en: name }, locale);
  }
}

@Resolver(() => types.BadgeDefinition)
@AccessAsParent()
export class BadgeFieldsResolver {
  constructor(
    private readonly queries: BadgeQueries,
    private readonly words: ReadersWords,
    private readonly tags: TagLoader,
    private readonly viewers: ViewerHasBadgeLoader,
  ) {}

  @ResolveField(() => String, { description: 'What it is called.' })
  name(
    @Parent() { row }: types.BadgeDefinition,
    @Args('locale', IN_WHICH) locale?: string | null,
  ): Promise<string> {
    return this.words.of(row.names, locale);
  }

  @ResolveField(() => String, { description: 'What it is given for.' })
  description(
    @Parent() { row }: types.BadgeDefinition,
    @Args('locale', IN_WHICH) locale?: string | null,
  ): Promise<string> {
    return this.words.of(row.descriptions, locale);
  }

  @ResolveField(() => [LocalText], { description: 'What it is called, in each language it has a name in.' })
  names(@Parent() { row }: types.BadgeDefinition): LocalText[] {
    return localTexts(row.names);
  }

  @ResolveField(() => [LocalText], { description: 'What it is given for, in each language that says so.' })
  descriptions(@Parent() { row }: types.BadgeDefinition): LocalText[] {
    return localTexts(row.descriptions);
  }

  @ResolveField(() => types.BadgeMeasure, {
    nullable: true,
    description: 'What is measured; null for something that this version does not know and award.',
  })
  measure(@Parent() { row }: types.BadgeDefinition): types.BadgeMeasure | null {
    const measure = measureOf(row.measure);
    return measure ? { name: measure.name, per: measure.per, hasPosts: measure.hasPieces } : null;
  }

  @ResolveField(() => Tag, {
    nullable: true,
    description: 'The only tag that it is about, if it is about one.',
  })
  tag(
    @Parent() { row }: types.BadgeDefinition,
    @Context() context: RequestContext,
  ): Promise<Tag | null> | null {
    return row.tagId === null ? null : this.tags.load(context, row.tagId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has it; false for guests.' })
  viewerHas(@Parent() { row }: types.BadgeDefinition, @Context() context: RequestContext): Promise<boolean> {
    return this.viewers.load(context, row.badgeId);
  }

  @ResolveField(() => types.BadgeAwardConnection, {
    description: 'Who has it, and for what; the latest first.',
  })
  async awards(
    @Parent() { row }: types.BadgeDefinition,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.BadgeAward>> {
    const page = await this.queries.holders(row.badgeId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (award) => this.queries.awardCursor(award),
      node: types.toAward,
    });
  }
}

@Resolver(() => types.BadgeAward)
@AccessAsParent()
export class BadgeAwardFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly posts: PostLoader,
    private readonly tags: TagLoader,
  ) {}

  @ResolveField(() => User, { nullable: true, description: 'Who has it; null once the account was erased.' })
  user(@Parent() { row }: types.BadgeAward, @Context() context: RequestContext): Promise<User | null> | User {
    return row.holder ? toUser(accountFromJson(row.holder)) : this.accounts.load(context, row.accountId);
  }

  @ResolveField(() => Post, {
    nullable: true,
    description: 'What it was given for, where it is given for each post and the viewer may see it.',
  })
  post(@Parent() { row }: types.BadgeAward, @Context() context: RequestContext): Promise<Post | null> | null {
    return row.postId === null ? null : this.posts.load(context, row.postId);
  }

  @ResolveField(() => Tag, {
    nullable: true,
    description: 'In which tag it was earned; null for most badges.',
  })
  tag(@Parent() { row }: types.BadgeAward, @Context() context: RequestContext): Promise<Tag | null> | null {
    return row.tagId === null ? null : this.tags.load(context, row.tagId);
  }
}

@Resolver(() => User)
@AccessAsParent()
export class PersonBadgesResolver {
  constructor(
    private readonly queries: BadgeQueries,
    private readonly renown: RenownLoader,
  ) {}

  @ResolveField(() => types.BadgeCounts, {
    description: 'How many badges they have, without those brought along.',
  })
  badgeCounts(@Parent() { accountId }: User, @Context() context: RequestContext): Promise<types.BadgeCounts> {
    return this.renown.load(context, accountId);
  }

  @ResolveField(() => types.BadgeAwardConnection, {
    description: 'Badges that they were given here, the latest first; see `badges` for those brought along.',
  })
  async badgeAwards(
    @Parent() { accountId }: User,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.BadgeAward>> {
    const page = await this.queries.ofPerson(accountId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (award) => this.queries.awardCursor(award),
      node: types.toAward,
    });
  }
}
