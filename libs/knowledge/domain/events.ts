/**
 * What readers see of an article has changed: it was published, published anew or archived. Published inside the
 * transaction that makes it so. Ratings are not announced.
 */
export class ArticleChanged {
  constructor(readonly articleId: number) {}
}
