import {
  Args,
  Context,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { authorise } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { AUTO_PROMOTION_MODES, KnowledgeSettings } from '../application/knowledge-settings.js';
import type { AutoPromotionMode } from '../application/knowledge-settings.js';
import { knowledgePolicies } from '../application/policies.js';

export const AutoPromotionModeEnum = Object.fromEntries(AUTO_PROMOTION_MODES.map((mode) => [mode, mode])) as {
  [Mode in AutoPromotionMode]: Mode;
};
registerEnumType(AutoPromotionModeEnum, {
  name: 'AutoPromotionMode',
  valuesMap: {
    OFF: { description: 'Articles are made by curators only.' },
    DRAFT: { description: 'The site makes drafts, which curators look through and publish.' },
    PUBLISH: { description: 'The site publishes; where a review is required, it asks for one instead.' },
  },
  description: 'How far the site goes without a curator.',
});

@ObjectType({ description: 'When the site makes articles by itself.' })
export class AutoPromotionSettings {
  @Field(() => AutoPromotionModeEnum, { description: 'How far the site goes.' })
  mode: AutoPromotionMode;

  @Field(() => Int, { description: 'An accepted answer qualifies from this score on.' })
  minScore: number;

  @Field(() => Boolean, { description: 'An official answer qualifies whatever its score.' })
  onOfficial: boolean;
}

@ObjectType('KnowledgeSettings', { description: 'How the FAQ of this site is run.' })
export class KnowledgeSettingsView {
  @Field(() => Boolean, {
    description: 'Readers see only versions that somebody other than their author has approved.',
  })
  requireReview: boolean;

  @Field(() => AutoPromotionSettings, { description: 'Which answers become articles without a curator.' })
  autoPromotion: AutoPromotionSettings;
}

@InputType({ description: 'The rule as a whole.' })
export class AutoPromotionInput {
  @Field(() => AutoPromotionModeEnum, { description: 'How far the site goes.' })
  mode: AutoPromotionMode;

  @Field(() => Int, { description: 'An accepted answer qualifies from this score on, 0 to 1,000.' })
  minScore: number;

  @Field(() => Boolean, { description: 'Whether an official answer qualifies whatever its score.' })
  onOfficial: boolean;
}

@InputType({ description: 'What is to change; what is left out or null stays.' })
export class UpdateKnowledgeSettingsInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether readers see only versions that somebody other than their author has approved.',
  })
  requireReview?: boolean | null;

  @Field(() => AutoPromotionInput, {
    nullable: true,
    description: 'Which answers become articles without a curator.',
  })
  autoPromotion?: AutoPromotionInput | null;
}

@ObjectType({ description: 'The settings after the change.' })
export class KnowledgeSettingsPayload {
  @Field(() => KnowledgeSettingsView, { description: 'As they are now.' })
  settings: KnowledgeSettingsView;
}

@Resolver()
export class KnowledgeSettingsResolver {
  constructor(private readonly settings: KnowledgeSettings) {}

  @Query(() => KnowledgeSettingsView, { description: 'For STAFF and ADMIN: how the FAQ is run.' })
  @Access(knowledgePolicies.curate)
  knowledgeSettings(@Context() { viewer }: RequestContext): Promise<KnowledgeSettingsView> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    return this.settings.current();
  }

  @Mutation(() => KnowledgeSettingsPayload, {
    description: 'For ADMIN. Changes what is given and keeps the rest.',
  })
  @Access(knowledgePolicies.configure)
  async updateKnowledgeSettings(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => UpdateKnowledgeSettingsInput, description: 'What is to change.' })
    input: UpdateKnowledgeSettingsInput,
  ): Promise<KnowledgeSettingsPayload> {
    await this.settings.update(viewer, input);
    return { settings: await this.settings.current() };
  }
}
