import type { Role } from '#libs/kernel';

/** Someone of the sample community. Nobody can log in as one of them. */
export interface SamplePerson {
  readonly username: string;
  readonly displayName: string;
  readonly role?: Role;
  readonly about?: string;
  /** Days ago. */
  readonly joined: number;
}

/** A product of the company that does not exist. */
export interface SampleProduct {
  /** What questions of the sample call it by; also its slug. */
  readonly key: string;
  readonly name: string;
  /** The oldest first. */
  readonly versions: readonly {
    readonly name: string;
    /** Days ago. */
    readonly released: number;
  }[];
}

export interface SampleCategory {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** The key of the product; left out, of none in particular. */
  readonly product?: string;
}

/** Names of versions; left out, from the first or up to whatever comes. */
export interface SampleRange {
  readonly product: string;
  readonly from?: string;
  readonly to?: string;
}

interface Voted {
  /** How many vote for it, and against it. */
  readonly up?: number;
  readonly down?: number;
}

export interface SampleComment {
  readonly by: string;
  /** Hours after the post that it stands below. */
  readonly after: number;
  readonly body: string;
}

export interface SampleAnswer extends Voted {
  readonly by: string;
  /** Hours after the question. */
  readonly after: number;
  readonly body: string;
  readonly comments?: readonly SampleComment[];
  /** Hours after the answer until the asker accepts it. */
  readonly acceptedAfter?: number;
  /** Hours after the answer until somebody who moderates accepts it for an asker who kept silent. */
  readonly acceptedOnBehalf?: { readonly by: string; readonly after: number };
  /** Hours after the answer until the asker says that it solved it too. */
  readonly alsoSolvedAfter?: number;
  /** An older answer to the same question that this one replaces, by its author; who says so, and hours after this one. */
  readonly replaces?: {
    readonly answerOf: string;
    readonly by: string;
    readonly after: number;
    readonly reason: string;
  };
  readonly official?: { readonly by: string; readonly after: number };
  /** What the asker gives to the helper. */
  readonly stars?: { readonly given: number; readonly comment?: string };
  /** Where it holds, if that is known better than by the question. */
  readonly appliesTo?: SampleRange;
  /** Its first version, which was improved. */
  readonly before?: { readonly body: string; readonly reason: string; readonly editedAfter: number };
  readonly deleted?: { readonly by: string; readonly reason: string };
  readonly article?: SampleArticle;
}

export interface SampleArticle {
  /** Left out: the title of the question. */
  readonly title?: string;
  /** Left out: the text of the answer. */
  readonly body?: string;
  readonly by: string;
  /** Days ago; left out, it is a draft. */
  readonly published?: number;
  readonly helpful?: number;
  readonly notHelpful?: number;
  /** Slugs of the categories in which it stands. */
  readonly categories?: readonly string[];
  readonly translation?: SampleTranslation;
}

export interface SampleTranslation {
  readonly locale: string;
  readonly title: string;
  readonly body: string;
  /** Days ago. */
  readonly published: number;
}

export interface SampleQuestion extends Voted {
  /** What others of the sample call it by. */
  readonly key?: string;
  readonly by: string;
  /** Days ago. */
  readonly asked: number;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly locale?: string;
  readonly views: number;
  readonly appliesTo?: SampleRange;
  readonly answers?: readonly SampleAnswer[];
  readonly comments?: readonly SampleComment[];
  /** The key of the question that had been asked before. */
  readonly duplicateOf?: string;
  readonly relatedTo?: string;
}
