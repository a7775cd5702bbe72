import type { SearchDocument } from '../domain/document.js';

let made = 0;

/** A document with what a spec cares about; the rest is made up. Articles have ids that begin with `k`. */
export function document(given: Partial<SearchDocument> & { id: string }): SearchDocument {
  made += 1;
  return {
    kind: given.id.startsWith('k') ? 'article' : 'question',
    locale: 'en',
    title: `Untitled thing ${made}`,
    tags: [],
    text: '',
    accepted: false,
    official: false,
    answered: false,
    authors: [],
    products: [],
    versions: [],
    helpfulness: 1,
    score: 0,
    answerCount: 0,
    audience: 'public',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: new Date('2026-01-01T00:00:00Z'),
    activeAt: new Date('2026-01-01T00:00:00Z'),
    rev: made,
    digest: `digest-${made}`,
    ...given,
  };
}
