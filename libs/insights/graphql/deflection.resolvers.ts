import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UserInputError, authorise, permits } from '#libs/kernel';
import { Article } from '#libs/knowledge';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { InsightsConfiguration } from '../application/insights-configuration.js';
import { insightsPolicies } from '../application/policies.js';
import { DEFLECTION_FORMULA, LEAST_PEOPLE, askedShare, deflectionOf } from '../domain/deflection.js';
import type { Arm } from '../domain/deflection.js';
import { DeflectionQueries } from '../persistence/deflection.queries.js';
import type { Days } from '../persistence/deflection.queries.js';
import {
  ArticleDeflection,
  Deflection,
  DeflectionGroup,
  Insights,
  InsightsSettings,
  InsightsSettingsPayload,
  SearchActivity,
  UpdateInsightsSettingsInput,
} from './deflection.types.js';
import { ArticleDeflectionLoader } from './insights.loaders.js';

const DAY_MS = 86_400_000;
/** A quarter shows a trend and forgets what was different then. */
const DAYS_SHOWN = 90;
const MOST_DAYS = 1_100;

@Resolver()
export class InsightsQueriesResolver {
  constructor(private readonly configuration: InsightsConfiguration) {}

  @Query(() => Insights, { description: 'For STAFF and ADMIN: whether people find what they look for.' })
  @Access(insightsPolicies.read)
  insights(@Context() { viewer }: RequestContext): Insights {
    authorise(insightsPolicies.read, viewer, undefined);
    return new Insights();
  }

  @Query(() => InsightsSettings, { description: 'For STAFF and ADMIN: how much of it is recorded.' })
  @Access(insightsPolicies.read)
  insightsSettings(@Context() { viewer }: RequestContext): Promise<InsightsSettings> {
    authorise(insightsPolicies.read, viewer, undefined);
    return this.configuration.current();
  }

  @Mutation(() => InsightsSettingsPayload, {
    description:
      'For ADMIN. Changes what is given and keeps the rest; what was there before is kept on record.',
  })
  @Access(insightsPolicies.configure)
  async updateInsightsSettings(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => UpdateInsightsSettingsInput, description: 'What is to change.' })
    input: UpdateInsightsSettingsInput,
  ): Promise<InsightsSettingsPayload> {
    await this.configuration.update(viewer, input);
    return { settings: await this.configuration.current() };
  }
}

@Resolver(() => Insights)
@AccessAsParent()
export class InsightsFieldsResolver {
  constructor(private readonly queries: DeflectionQueries) {}

  @ResolveField(() => Deflection, {
    description:
      'Of whole days in UTC, both included; the last 90 if nothing is said. BAD_USER_INPUT on `from` ' +
      'where it comes after `to`, or more than 1,100 days before it.',
  })
  async deflection(
    @Args('from', {
      type: () => Date,
      nullable: true,
      description: 'The first day, by any moment of it; 90 days up to `to` if left out.',
    })
    from?: Date | null,
    @Args('to', {
      type: () => Date,
      nullable: true,
      description: 'The last day, by any moment of it; today if left out.',
    })
    to?: Date | null,
  ): Promise<Deflection> {
    const days = daysOf(from, to);
    const { withSuggestions, withoutSuggestions } = await this.queries.sums(days);
    const deflection = deflectionOf(withSuggestions, withoutSuggestions);
    return {
      ...days,
      ...deflection,
      enough: deflection.rate !== null,
      withSuggestions: toGroup(withSuggestions),
      withoutSuggestions: toGroup(withoutSuggestions),
      leastPeople: LEAST_PEOPLE,
      formula: DEFLECTION_FORMULA,
    };
  }

  @ResolveField(() => SearchActivity, { description: 'Of the same days as `deflection`.' })
  activity(
    @Args('from', {
      type: () => Date,
      nullable: true,
      description: 'The first day, by any moment of it; 90 days up to `to` if left out.',
    })
    from?: Date | null,
    @Args('to', {
      type: () => Date,
      nullable: true,
      description: 'The last day, by any moment of it; today if left out.',
    })
    to?: Date | null,
  ): Promise<SearchActivity> {
    return this.queries.sums(daysOf(from, to));
  }
}

/** What insights add to an article. */
@Resolver(() => Article)
@AccessAsParent()
export class ArticleDeflectionResolver {
  constructor(private readonly deflections: ArticleDeflectionLoader) {}

  @ResolveField(() => ArticleDeflection, {
    nullable: true,
    description:
      'For STAFF and ADMIN; null for everybody else, and while nobody has opened it looking for something.',
  })
  @Access(insightsPolicies.record)
  async deflected(
    @Parent() { row }: Article,
    @Context() context: RequestContext,
  ): Promise<ArticleDeflection | null> {
    if (!permits(insightsPolicies.read, context.viewer, undefined)) return null;
    return this.deflections.load(context, row.articleId);
  }
}

function toGroup(arm: Arm): DeflectionGroup {
  const { share = null, low = 0, high = 0 } = askedShare(arm) ?? {};
  return {
    ...arm,
    notAsked: arm.people - arm.asked,
    askedShare: share,
    interval: share === null ? null : { low, high },
  };
}

/** @throws UserInputError on `from` where it comes after `to`, or lies years before it */
function daysOf(from: Date | null | undefined, to: Date | null | undefined): Days {
  const last = to ?? new Date();
  const first = from ?? new Date(last.getTime() - (DAYS_SHOWN - 1) * DAY_MS);
  const days = (last.getTime() - first.getTime()) / DAY_MS;
  if (days < 0 || days > MOST_DAYS) {
    throw UserInputError.field('from', `from must lie before to, by ${MOST_DAYS} days at most.`);
  }
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}
