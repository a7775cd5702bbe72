import { requireUsername, USERNAME } from '#libs/accounts';

/** Letters that do not come apart into a Latin letter and its accent, and what they are commonly written as in Latin. */
const LATIN: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'ye',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    к: 'k',
    л: 'l',
  },
  ...{
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
  },
  ...{ щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
  },
  ...{ ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};

/**
 * User names for a person of the dump, the best first: made of the name that they chose to show, then with their number
 * in the dump behind it, then of numbers alone. Each is well-formed, but may be taken; the last is nobody else's.
 */
export function usernameCandidates(displayName: string, key: number, sourceId: number): string[] {
  const plain = displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => LATIN[letter] ?? ' ')
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9_]+/g, '-');
  const name = trimEnds(plain.slice(0, USERNAME.max));
  const number = String(Math.abs(key));
  const endings = [number, `${number}-2`, `${number}-3`];
  const numbered = [name, 'user'].flatMap((stem) => endings.map((ending) => withEnding(stem, ending)));
  return [name, ...numbered, `user-${number}-of-${sourceId}`].filter(isAcceptable);
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
