import { requireUsername, USERNAME } from '#libs/accounts';

/** Letters that do not come apart into a Latin letter and its accent. */
const LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** How often another number is tried before the person is simply called by a number. */
const ATTEMPTS = 3;

/**
 * User names for a person of the dump, the best first: made of the name that they chose to show, then with their number
 * in the dump behind it, then of numbers alone. Each is well-formed, but may be taken.
 */
export function usernameCandidates(displayName: string, key: number): string[] {
  const plain = displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => LATIN[letter] ?? ' ')
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9_]+/g, '-');
  const name = trimEnds(plain.slice(0, USERNAME.max));
  const number = String(Math.abs(key));
  const numbered = [name, 'user'].flatMap((stem) =>
    Array.from({ length: ATTEMPTS }, (_, attempt) =>
      withEnding(stem, attempt === 0 ? number : `${number}-${attempt + 1}`),
    ),
  );
  return [name, ...numbered].filter(isAcceptable);
}

function withEnding(stem: string, ending: string): string {
  return `${trimEnds(stem.slice(0, USERNAME.max - ending.length - 1))}-${ending}`;
}

const trimEnds = (name: string) => name.replace(/^[_-]+|[_-]+$/g, '');

function isAcceptable(name: string): boolean {
  try {
    return requireUsername(name, { isFounder: false }) === name;
  } catch {
    return false;
  }
}
