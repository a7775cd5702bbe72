import { parseGlobalId } from '#libs/kernel';

/** What is less alike than this would only distract from writing. */
export const LEAST_LIKENESS = 0.3;

/**
 * What is alike by its title comes first; articles that hold the asker's words in their text only come after it. Where
 * no article is alike by its title, the best of these has the last place, whatever else there is.
 */
export function together<Hit extends { id: string }>(
  byTitle: readonly Hit[],
  inText: readonly Hit[],
  first: number,
): Hit[] {
  const others = unique([...byTitle, ...inText]).filter((hit) => !byTitle.includes(hit));
  const hasArticle = byTitle.slice(0, first).some(({ id }) => parseGlobalId(id)?.kind === 'article');
  const isPlaceKept = others.length > 0 && !hasArticle && first > 1;
  return [...byTitle.slice(0, isPlaceKept ? first - 1 : first), ...others].slice(0, first);
}

function unique<Hit extends { id: string }>(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}
