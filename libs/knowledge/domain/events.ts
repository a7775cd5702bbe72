import type { Actor } from '#libs/kernel';

/**
 * What readers see of an article has changed: it was published, published anew, archived or given another address.
 * Published inside the transaction that makes it so. Ratings are not announced.
 */
export class ArticleChanged {
  constructor(readonly articleId: number) {}
}

/**
 * A curator has begun an article that no answer is there for. Published inside the transaction that makes the draft:
 * whoever keeps the gap that it is to close may refuse.
 */
export class ArticleBegun {
  constructor(
    readonly articleId: number,
    readonly by: Actor,
    readonly gapId: number | null,
  ) {}
}

/** Readers see another version of an article than before, or see it at all. Inside the transaction that makes it so. */
export class ArticlePublished {
  constructor(
    readonly articleId: number,
    /** Null: the site itself. */
    readonly by: number | null,
  ) {}
}

/**
 * Answers are part of a public article from now on, one for each of their authors; not those of whoever did it. Inside
 * the transaction that makes it so.
 */
export class AnswersPromoted {
  constructor(
    readonly articleId: number,
    readonly slug: string,
    readonly answers: readonly { readonly answerId: number; readonly authorId: number }[],
  ) {}
}

/** An answer that a public article was made of was edited, and nobody has compared the two since. */
export class SourceDrifted {
  constructor(
    readonly articleId: number,
    readonly answerId: number,
  ) {}
}

/** A curator has compared the article with all of its answers as they are now. */
export class SourcesConfirmed {
  constructor(readonly articleId: number) {}
}
