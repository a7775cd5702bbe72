/**
 * What readers see of an article has changed: it was published, published anew, archived or given another address.
 * Published inside the transaction that makes it so. Ratings are not announced.
 */
export class ArticleChanged {
  constructor(readonly articleId: number) {}
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
