import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NotFoundError, requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { BadgeDesk } from '../application/badge-desk.js';
import { recognitionPolicies } from '../application/policies.js';
import { BadgeQueries } from '../persistence/badge.queries.js';
import * as types from './badge.types.js';

@Resolver()
export class BadgeMutationsResolver {
  constructor(
    private readonly desk: BadgeDesk,
    private readonly queries: BadgeQueries,
  ) {}

  @Query(() => types.BadgePreview, {
    description:
      'By ADMIN: what such a badge would do now. Keeps nothing. BAD_USER_INPUT as making it would give.',
  })
  @Access(recognitionPolicies.manageBadges)
  async previewBadge(
    @Context() { viewer }: RequestContext,
    @Args('badge', { type: () => types.BadgeInput, description: 'What is to be tried.' })
    badge: types.BadgeInput,
  ): Promise<types.BadgePreview> {
    return { people: await this.desk.preview(viewer, badge) };
  }

  @Mutation(() => types.BadgePayload, {
    description:
      'By ADMIN: a badge of one’s own, given within moments to whoever reaches it already. BAD_USER_INPUT by field, ' +
      'also on `key` for an address that is taken.',
  })
  @Access(recognitionPolicies.manageBadges)
  async createBadge(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.CreateBadgeInput, description: 'What it is to be.' })
    input: types.CreateBadgeInput,
  ): Promise<types.BadgePayload> {
    return this.payload(await this.desk.create(viewer, input));
  }

  @Mutation(() => types.BadgePayload, {
    description:
      'By ADMIN: changes a badge; whoever does not reach it any more loses it. Also one that came along, which updates ' +
      'of the software leave alone from then on. BAD_USER_INPUT by field.',
  })
  @Access(recognitionPolicies.manageBadges)
  async editBadge(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.EditBadgeInput, description: 'Which one, and what it is to be.' })
    { badgeId, ...badge }: types.EditBadgeInput,
  ): Promise<types.BadgePayload> {
    const id = requireId(badgeId, 'badge');
    await this.desk.edit(viewer, id, badge);
    return this.payload(id);
  }

  @Mutation(() => types.BadgePayload, {
    description:
      'By ADMIN: nobody is given the badge any more, and whoever has it keeps it; or brings it back.',
  })
  @Access(recognitionPolicies.manageBadges)
  async retireBadge(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.RetireBadgeInput, description: 'Which one.' })
    { badgeId, retire }: types.RetireBadgeInput,
  ): Promise<types.BadgePayload> {
    const id = requireId(badgeId, 'badge');
    await this.desk.retire(viewer, id, retire ?? true);
    return this.payload(id);
  }

  private async payload(id: number): Promise<types.BadgePayload> {
    const [row] = await this.queries.byIds([id]);
    if (!row) throw new NotFoundError('This badge');
    return { badge: types.toBadge(row) };
  }
}
