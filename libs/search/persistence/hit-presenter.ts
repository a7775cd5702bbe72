import type { EngineHit } from '../domain/engine.js';
import {
  cut,
  excerpt,
  markMatches,
  needlesOf,
  regionFor,
  type CutText,
  type Matches,
} from '../domain/excerpt.js';
import { markedHtml } from '../domain/marking.js';
import type { Stems } from './stems.js';

export interface FoundRow {
  id: string;
  config: string;
  title: string;
  text: string;
}

/** The words that are marked. */
export interface MarkedWords {
  words: readonly string[];
  beginnings: readonly string[];
}

/** Shows hits with their matches marked: the same words that PostgreSQL took for matches, found by the same stems. */
export class HitPresenter {
  constructor(private readonly stems: Stems) {}

  /** @param scores one for each row, 0 to 1 */
  async present(
    rows: readonly FoundRow[],
    marked: MarkedWords,
    scores: readonly number[],
  ): Promise<EngineHit[]> {
    if (rows.length === 0) return [];
    const needles = needlesOf(marked.words);
    const shown = rows.map(({ id, config, title, text }, position) => ({
      id,
      config,
      text,
      title: cut(title),
      region: cut(regionFor(text, needles)),
      score: scores[position] ?? 0,
    }));
    const matchers = await this.matchers(shown, marked);
    return shown.map(({ id, config, title, text, region, score }) => {
      const matches = matchers.get(config) ?? (() => false);
      return {
        id,
        titleHtml: markedHtml(markMatches(title, matches)),
        excerptHtml: markedHtml(excerpt(text, region, matches)),
        score,
      };
    });
  }

  /** One for each language: a word matches if it has the stem of a marked word, or begins like one. */
  private async matchers(
    shown: readonly { config: string; title: CutText; region: CutText }[],
    marked: MarkedWords,
  ): Promise<Map<string, Matches>> {
    // Words that begin unlike any marked one need not be stemmed to know that they do not match.
    const initials = new Set(marked.words.map((word) => word.slice(0, 2)));
    const matchers = [...Map.groupBy(shown, (row) => row.config)].map(async ([config, rows]) => {
      const alike = new Set<string>(marked.words);
      for (const { title, region } of rows) {
        for (const { words } of [title, region]) {
          for (const { folded } of words) if (initials.has(folded.slice(0, 2))) alike.add(folded);
        }
      }
      const stems = await this.stems.of(config, alike);
      const wanted = new Set(marked.words.flatMap((word) => stems.get(word) ?? []));
      const matches: Matches = (word) =>
        wanted.has(stems.get(word) ?? '') ||
        marked.beginnings.some((beginning) => word.startsWith(beginning));
      return [config, matches] as const;
    });
    return new Map(await Promise.all(matchers));
  }
}
