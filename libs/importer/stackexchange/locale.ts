/** Letters that only these languages use. The first that makes up a good part of the text decides. */
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** Common small words that the others in the list do not share. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the and of to is that it for you with this are not have be i do how what can',
  de: 'der die und das ist nicht ich ein mit zu auf den auch wie wenn',
  fr: 'le les et est une dans pour pas vous qui sur avec il ce je',
  es: 'el los que y una para por con las pero cómo está muy del al',
  pt: 'o os não uma você com para mas é da em são isso um',
  it: 'il che di non è per gli sono una della con anche come ma nel',
  nl: 'het een van dat niet zijn voor met je op aan ook maar bij ik',
  pl: 'nie się na jest że jak to co ale tak być czy dla przez',
  sv: 'och att det som en är inte på för med jag har om ett den',
  tr: 'bir ve bu için ile çok ama gibi daha olarak var ne değil ben',
};

/**
 * The language that most of a community's text is in, as a BCP 47 tag: one for the whole community, since a question
 * about French on an English site is still written in English. English when nothing can be told.
 */
export function guessLocale(html: string): string {
  const text = html.replace(/<(pre|code)>.*?<\/\1>/gs, ' ').replace(/<[^>]*>|&\w+;|https?:\S+/g, ' ');
  const letters = countMatches(text, /\p{L}/gu);
  for (const [locale, script] of SCRIPTS) {
    const share = countMatches(text, script) / Math.max(letters, 1);
    // Japanese is half Han, and Ukrainian shares most of its letters with Russian: a few of their own tell them apart.
    if (share > (locale === 'uk' ? 0.03 : locale === 'ja' ? 0.1 : 0.3)) return locale;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = Object.entries(SMALL_WORDS).map(([locale, list]) => {
    const small = new Set(list.split(' '));
    return { locale, hits: words.reduce((hits, word) => hits + (small.has(word) ? 1 : 0), 0) };
  });
  const best = counted.reduce((a, b) => (b.hits > a.hits ? b : a));
  const english = counted[0]?.hits ?? 0;
  return best.hits > english * 1.2 ? best.locale : 'en';
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
