import type { Page, Person, TagLink } from '../model.ts';

export type BadgeTier = 'BRONZE' | 'SILVER' | 'GOLD';

/** A step of the ladder of ranks, by its name in the language of the page. */
export interface RankStep {
  level: number;
  name: string;
}

export interface Badge {
  id: string;
  key: string;
  path: string;
  tier: BadgeTier;
  name: string;
  description: string;
  isRetired: boolean;
  awardCount: number;
  viewerHas?: boolean;
}

export interface BadgeMeasure {
  name: string;
  per: 'ACCOUNT' | 'POST' | 'TAG';
  hasPosts: boolean;
  description: string;
}

export interface WholeBadge extends Badge {
  threshold: number;
  leastPosts: number;
  isRepeatable: boolean;
  /** Null for something that this version of the software does not count. */
  measure: BadgeMeasure | null;
  tag: TagLink | null;
}

/** As admins see it. */
export interface DefinedBadge extends WholeBadge {
  isOwn: boolean;
  names: LocalText[];
  descriptions: LocalText[];
}

export interface LocalText {
  locale: string;
  text: string;
}

export interface BadgeAward {
  awardedAt: string;
  tag: TagLink | null;
  /** Null where it is for none, or for one that the reader may not see. */
  post: { path: string; title?: string; question?: { title: string } } | null;
}

export interface HeldBadge extends BadgeAward {
  badge: Pick<Badge, 'id' | 'path' | 'tier' | 'name' | 'description'>;
}

export interface BadgeHolder extends BadgeAward {
  user: Person | null;
}

export interface BadgeCounts {
  bronze: number;
  silver: number;
  gold: number;
}

export interface Topic {
  solutions: number;
  place: number | null;
  tag: TagLink;
}

/** What somebody is known for. */
export interface Renown {
  badgeCounts: BadgeCounts;
  badgeAwards: { nodes: HeldBadge[] };
  topics: { nodes: Topic[] };
  languages: { locale: string; answers: number }[];
  articlesMade: { nodes: { id: string; path: string; title: string; locale: string }[] };
}

export interface TopHelper {
  user: Person;
  place: number;
  score: number;
  solutions: number;
}

export type HelpersPeriod = 'ALL' | 'YEAR' | 'MONTH' | 'WEEK';
export type TopHelpers = Page<TopHelper>;

export interface Spotlight {
  user: Person;
  solutions: number;
  topics: TagLink[];
}

export interface OwnRank {
  name: string;
  solutionCount: number;
  articleCount: number;
  next: {
    rank: { name: string; reputation: number; solutions: number; articles: number };
    reputationMissing: number;
    solutionsMissing: number;
    articlesMissing: number;
  } | null;
}
