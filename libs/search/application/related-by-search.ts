import { Injectable } from '@nestjs/common';
import { parseGlobalId } from '#libs/kernel';
import { RelatedArticles } from '#libs/knowledge';
import { Search } from './search.js';

/** Tells the FAQ which articles read alike: what search would suggest to who begins to write one of them again. */
@Injectable()
export class RelatedBySearch {
  constructor(related: RelatedArticles, search: Search) {
    related.compareBy(async ({ title, excerpt }, first) => {
      const hits = await search.suggest({ title, body: excerpt, first });
      return hits.flatMap(({ id }) => {
        const subject = parseGlobalId(id);
        return subject?.kind === 'article' ? [subject.id] : [];
      });
    });
  }
}
