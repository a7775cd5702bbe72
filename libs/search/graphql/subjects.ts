import { Injectable } from '@nestjs/common';
import { PostLoader } from '#libs/forum';
import { parseGlobalId } from '#libs/kernel';
import { ArticleLoader } from '#libs/knowledge';
import type { RequestContext } from '#libs/platform';
import type { EngineHit } from '../domain/engine.js';
import type { SearchHit, Subject } from './search.types.js';

/** Turns what an engine found into what the viewer may see of it. */
@Injectable()
export class Subjects {
  constructor(
    private readonly posts: PostLoader,
    private readonly articles: ArticleLoader,
  ) {}

  /** Only what this viewer may see: whoever answered, the last word has the policy of the thing itself. */
  async of(context: RequestContext, hits: readonly EngineHit[]): Promise<SearchHit[]> {
    const subjects = await Promise.all(hits.map(({ id }) => this.subject(context, id)));
    return hits.flatMap(({ titleHtml, excerptHtml, score }, position) => {
      const subject = subjects[position];
      return subject ? [{ subject, titleHtml, excerptHtml, score }] : [];
    });
  }

  /** The things of these ids, as far as the viewer may see them. */
  async named(context: RequestContext, ids: readonly string[]): Promise<Subject[]> {
    const subjects = await Promise.all(ids.map((id) => this.subject(context, id)));
    return subjects.filter((subject) => subject !== null);
  }

  private async subject(context: RequestContext, id: string): Promise<Subject | null> {
    const parsed = parseGlobalId(id);
    if (parsed?.kind === 'article') return this.articles.load(context, parsed.id);
    return parsed?.kind === 'question' ? this.posts.question(context, parsed.id) : null;
  }
}
