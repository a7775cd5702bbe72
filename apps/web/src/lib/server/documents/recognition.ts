import type { Page, TagLink } from '#lib/model.ts';
import type {
  Badge,
  BadgeHolder,
  BadgeMeasure,
  BadgeTier,
  DefinedBadge,
  HelpersPeriod,
  LocalText,
  TopHelpers,
  WholeBadge,
} from '#lib/model/recognition.ts';
import { document } from '../document.ts';
import { person, tagLink } from './fragments.ts';

/** Takes `$locale: String`, as everything here whose words admins choose. */
const badge = `
fragment Badge on BadgeDefinition {
  id key path tier name(locale: $locale) description(locale: $locale) isRetired awardCount
}`;

/** Takes `$locale: String`. */
export const heldBadge = `
fragment HeldBadge on BadgeAward {
  awardedAt
  badge { id path tier name(locale: $locale) description(locale: $locale) }
  tag { ...TagLink }
  post { path ... on Question { title } ... on Answer { question { id title } } }
}
${tagLink}`;

export const badgeList = document<
  { badges: Page<Badge> },
  { locale: string; tier: BadgeTier | null; after: string | null }
>(
  `
query Badges($locale: String, $tier: BadgeTier, $after: String) {
  badges(first: 100, after: $after, tier: $tier) {
    nodes { ...Badge viewerHas }
    pageInfo { hasNextPage endCursor }
  }
}`,
  badge,
);

export const badgePage = document<
  { badge: (WholeBadge & { awards: Page<BadgeHolder> }) | null },
  { key: string; locale: string; after: string | null }
>(
  `
query BadgePage($key: String!, $locale: String, $after: String) {
  badge(key: $key) {
    ...Badge viewerHas threshold leastPosts isRepeatable
    measure { name per hasPosts description(locale: $locale) }
    tag { ...TagLink }
    awards(first: 30, after: $after) {
      nodes {
        awardedAt
        user { ...Person }
        tag { ...TagLink }
        post { path ... on Question { title } ... on Answer { question { id title } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  badge,
  person,
  tagLink,
);

export const topHelpers = document<
  { topHelpers: TopHelpers },
  { period: HelpersPeriod; after: string | null }
>(
  `
query TopHelpers($period: HelpersPeriod, $after: String) {
  topHelpers(first: 30, after: $after, period: $period) {
    nodes { place score solutions user { ...Person } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

export const tagHelpers = document<
  { tag: TagLink | null; topHelpers: TopHelpers },
  { name: string; period: HelpersPeriod; after: string | null }
>(
  `
query TagHelpers($name: String!, $period: HelpersPeriod, $after: String) {
  tag(name: $name) { ...TagLink }
  topHelpers(first: 30, after: $after, tag: $name, period: $period) {
    nodes { place score solutions user { ...Person } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
  tagLink,
);

export const spotlight = `
fragment Spotlight on SpotlightView { solutions user { ...Person } topics { ...TagLink } }
${person}
${tagLink}`;

export const ownRank = `
fragment OwnRank on PersonalRank {
  name(locale: $locale) solutionCount articleCount
  next {
    rank { name(locale: $locale) reputation solutions articles }
    reputationMissing solutionsMissing articlesMissing
  }
}`;

export const ownSpotlight = document<{ viewer: { isWillingForSpotlight: boolean } | null }>(`
query OwnSpotlight { viewer { id isWillingForSpotlight } }`);

export const setSpotlight = document<unknown, { input: { isWilling: boolean } }>(`
mutation SetSpotlight($input: SetSpotlightInput!) { setSpotlight(input: $input) { user { id } } }`);

export interface BadgeInput {
  tier: BadgeTier;
  names: LocalText[];
  descriptions: LocalText[];
  measure: string;
  threshold: number;
  leastPosts: number;
  isRepeatable: boolean;
  tag: string | null;
}

export const badgeDesk = document<
  { badges: Page<DefinedBadge>; badgeMeasures: BadgeMeasure[]; badge?: DefinedBadge | null },
  { locale: string; after: string | null; key: string; isEditing: boolean }
>(
  `
fragment DefinedBadge on BadgeDefinition {
  ...Badge isOwn threshold leastPosts isRepeatable
  names { locale text } descriptions { locale text }
  measure { name per hasPosts description(locale: $locale) }
  tag { ...TagLink }
}
query BadgeDesk($locale: String, $after: String, $key: String!, $isEditing: Boolean!) {
  badges(first: 100, after: $after, withRetired: true) {
    nodes { ...DefinedBadge }
    pageInfo { hasNextPage endCursor }
  }
  badge(key: $key) @include(if: $isEditing) { ...DefinedBadge }
  badgeMeasures { name per hasPosts description(locale: $locale) }
}`,
  badge,
  tagLink,
);

export const previewBadge = document<{ previewBadge: { people: number } }, { input: BadgeInput }>(`
query PreviewBadge($input: BadgeInput!) { previewBadge(badge: $input) { people } }`);

export const createBadge = document<unknown, { input: BadgeInput }>(`
mutation CreateBadge($input: CreateBadgeInput!) { createBadge(input: $input) { badge { id } } }`);

export const editBadge = document<unknown, { input: BadgeInput & { badgeId: string } }>(`
mutation EditBadge($input: EditBadgeInput!) { editBadge(input: $input) { badge { id } } }`);

export const retireBadge = document<unknown, { input: { badgeId: string; retire: boolean } }>(`
mutation RetireBadge($input: RetireBadgeInput!) { retireBadge(input: $input) { badge { id } } }`);
