import type { MultiSearchQueryWithFederation } from 'meilisearch';
import type { EngineHit } from '../domain/engine.js';
import { PREFERENCE } from '../domain/language.js';
import { MATCH_END, MATCH_START, markedHtml } from '../domain/marking.js';
import { spaced } from '../domain/words.js';
import type { RegisteredIndex } from './index-registry.js';
import { localesOf } from './settings.js';

/** Of like relevance, an article comes before a question. */
const ARTICLE_WEIGHT = 1.25;

/** A document as it comes back, with what it is worth. */
export interface FoundDocument extends Record<string, unknown> {
  id: string;
  title: string;
  _formatted?: { title?: string; text?: string };
  _federation?: { weightedRankingScore: number };
  _rankingScore?: number;
  /** The same, by the weight of what it was found by. */
  weighted?: number;
}

/** What every query asks an index for. */
export function searchIn(
  { uid, kind, language }: RegisteredIndex,
  q: string,
  preferred?: string,
): MultiSearchQueryWithFederation {
  const locales = localesOf(language);
  return {
    indexUid: uid,
    q,
    attributesToRetrieve: ['id', 'title'],
    attributesToHighlight: ['title', 'text'],
    attributesToCrop: ['text:30'],
    cropMarker: ' … ',
    highlightPreTag: MATCH_START,
    highlightPostTag: MATCH_END,
    federationOptions: {
      weight: (kind === 'article' ? ARTICLE_WEIGHT : 1) * (language === preferred ? PREFERENCE : 1),
    },
    ...(locales ? { locales } : {}),
  };
}

/** By their scores, but whose title is what was asked for, word by word, before all others. */
export function exactTitlesFirst(found: readonly FoundDocument[], titleKey: string): EngineHit[] {
  const isExact = (hit: FoundDocument) => spaced(hit.title) === titleKey;
  const sorted = [...found.filter(isExact), ...found.filter((hit) => !isExact(hit))];
  return shown(sorted, (hit) => (isExact(hit) ? 1 : scoreOf(hit)));
}

/** As the server sorted them; where that is not by relevance, the score tells nothing but the order. */
export function inOrder(found: readonly FoundDocument[], isRanked: boolean): EngineHit[] {
  return shown(found, isRanked ? scoreOf : () => 1);
}

function scoreOf(hit: FoundDocument): number {
  return (hit.weighted ?? hit._federation?.weightedRankingScore ?? 0) / ARTICLE_WEIGHT;
}

function shown(found: readonly FoundDocument[], score: (hit: FoundDocument) => number): EngineHit[] {
  let ceiling = 1;
  return found.map((hit) => {
    ceiling = Math.min(ceiling, Math.max(0, score(hit)));
    return {
      id: hit.id,
      titleHtml: markedHtml(hit._formatted?.title ?? hit.title),
      excerptHtml: markedHtml((hit._formatted?.text ?? '').replace(/\s+/g, ' ').trim()),
      score: ceiling,
    };
  });
}
