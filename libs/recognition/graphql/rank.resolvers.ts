import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import type { RuleSet } from '#libs/reputation';
import { recognitionPolicies } from '../application/policies.js';
import type { Words } from '../domain/badge.js';
import { ReadersWords } from './readers-words.js';
import { RenownLoader } from './recognition.loaders.js';
import { LocalText, NextRank, PersonalRank, Rank, localTexts } from './recognition.types.js';

/** The ladder of the rules in force, which are kept in memory: a rank at a name costs no statement. */
@Resolver()
export class RankQueriesResolver {
  constructor(private readonly ruleSets: RuleSets) {}

  @Query(() => [Rank], { description: 'The ladder of ranks, from the lowest up.' })
  @Access(recognitionPolicies.read)
  async ranks(): Promise<Rank[]> {
    return ladderOf((await this.ruleSets.current()).rules);
  }
}

@Resolver(() => User)
@AccessAsParent()
export class PersonRankResolver {
  constructor(private readonly ruleSets: RuleSets) {}

  @ResolveField(() => PersonalRank, { description: 'How far they came, as of a minute ago.' })
  async rank(@Parent() user: User): Promise<PersonalRank> {
    const { ranks } = (await this.ruleSets.current()).rules;
    // The ladder may have become shorter since.
    const level = Math.min(user.rankLevel, ranks.length - 1);
    return { user, level, rank: rankOf(ranks[level]!, level) };
  }
}

@Resolver(() => PersonalRank)
@AccessAsParent()
export class PersonalRankFieldsResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly facts: RenownLoader,
    private readonly words: ReadersWords,
  ) {}

  @ResolveField(() => String, { description: 'Such as “Helper”.' })
  name(
    @Parent() { rank }: PersonalRank,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description:
        'In which language; English where there is no such name, and that of the site if left out.',
    })
    locale?: string | null,
  ): Promise<string> {
    return this.words.of(rank.words, locale);
  }

  @ResolveField(() => Int, { description: 'Answers of theirs that solved a question or became official.' })
  async solutionCount(@Parent() { user }: PersonalRank, @Context() context: RequestContext): Promise<number> {
    return (await this.facts.load(context, user.accountId)).solutions;
  }

  @ResolveField(() => Int, {
    description: 'Published FAQ articles that somebody else made of their answers.',
  })
  async articleCount(@Parent() { user }: PersonalRank, @Context() context: RequestContext): Promise<number> {
    return (await this.facts.load(context, user.accountId)).articles;
  }

  @ResolveField(() => NextRank, { nullable: true, description: 'The step above; null on the highest.' })
  async next(
    @Parent() { user, level }: PersonalRank,
    @Context() context: RequestContext,
  ): Promise<NextRank | null> {
    const { rules } = await this.ruleSets.current();
    const rank = ladderOf(rules)[level + 1];
    if (!rank) return null;
    const { solutions, articles } = await this.facts.load(context, user.accountId);
    return {
      rank,
      reputationMissing: Math.max(0, rank.reputation - user.reputation),
      solutionsMissing: Math.max(0, rank.solutions - solutions),
      articlesMissing: Math.max(0, rank.articles - articles),
    };
  }
}

@Resolver(() => Rank)
@AccessAsParent()
export class RankFieldsResolver {
  constructor(private readonly words: ReadersWords) {}

  @ResolveField(() => String, { description: 'Such as “Helper”.' })
  name(
    @Parent() rank: Rank,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description:
        'In which language; English where there is no such name, and that of the site if left out.',
    })
    locale?: string | null,
  ): Promise<string> {
    return this.words.of(rank.words, locale);
  }

  @ResolveField(() => [LocalText], { description: 'What it is called in each language it has a name in.' })
  names(@Parent() rank: Rank): LocalText[] {
    return localTexts(rank.words);
  }
}

function ladderOf({ ranks }: RuleSet): Rank[] {
  return ranks.map(rankOf);
}

function rankOf({ names, reputation, solutions, articles }: RuleSet['ranks'][number], level: number): Rank {
  // Rules are refused without an English name.
  return { level, reputation, solutions, articles, words: names as Words };
}
