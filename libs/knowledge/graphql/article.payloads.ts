import { Injectable } from '@nestjs/common';
import { NotFoundError } from '#libs/kernel';
import type { RequestContext } from '#libs/platform';
import type { ArticlePayload } from './article.inputs.js';
import { ArticleLoader, VersionTextLoader } from './article.loaders.js';
import { withText } from './article.types.js';

/** What mutations give back: the article as it is now, read anew past what the request had loaded before. */
@Injectable()
export class ArticlePayloads {
  constructor(
    private readonly articles: ArticleLoader,
    private readonly texts: VersionTextLoader,
  ) {}

  async asReadersSee(context: RequestContext, id: number): Promise<ArticlePayload> {
    context.loaders.clear();
    const article = await this.articles.load(context, id);
    if (!article) throw new NotFoundError('This article');
    return { article };
  }

  /** With the newest text, which readers may not see yet. */
  async latest(context: RequestContext, id: number): Promise<ArticlePayload> {
    const { article } = await this.asReadersSee(context, id);
    const number = article.row.latestVersion;
    return { article: withText(article, await this.texts.load(context, { articleId: id, number })) };
  }
}
