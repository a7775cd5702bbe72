/** Where a stretch of text stands; the same characters mean different things in different places. */
export interface TextPlace {
  /** At the beginning of a paragraph, or of a line after a hard break. */
  lineStart: boolean;
  /** Inside the brackets of a link or an image. */
  insideBrackets: boolean;
  /** The character of Markdown right before, or nothing. */
  before: string;
  /** The character of Markdown right after, or nothing. */
  after: string;
}

const MAY_NEED_ESCAPES = /[\\`*_[\]<&!~]|^[#>+=\-|:\d]|:\/\//;
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>]+/giu;
const TRAILING_PUNCTUATION = /[.,;:!?'")\]}]+$/;
const NEEDS_ESCAPES = /[\\`*_[\]]|~~|&#?\w+;/;
const SIGN = /[\\`[\]<!]|&(?=#?\w{1,32};)|\*+|_+|~+/g;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Text as Markdown that shows exactly this text. Signs are escaped where they would act and left alone where they would not
 * (`snake_case`, `2 * 3`, `[sic]`, `a < b`), because people will edit what comes out.
 */
export function escapeText(text: string, place: TextPlace): string {
  if (!MAY_NEED_ESCAPES.test(text)) return text;
  if (place.insideBrackets) return escapeSigns(text, place);

  let escaped = '';
  let rest = place;
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    // A bare address becomes a link by itself. Escapes would cut it, so one that would get some stands in brackets.
    if (!NEEDS_ESCAPES.test(match[0])) continue;
    const address = match[0].replace(TRAILING_PUNCTUATION, '');
    escaped += escapeSigns(text.slice(done, match.index), { ...rest, after: '<' });
    escaped += addressInBrackets(address);
    rest = { ...place, lineStart: false, before: '>' };
    done = match.index + address.length;
  }
  return escaped + escapeSigns(text.slice(done), rest);
}

function addressInBrackets(address: string): string {
  if (!/^www\./i.test(address)) return `<${address}>`;
  const words = escapeSigns(address, { lineStart: false, insideBrackets: true, before: '[', after: ']' });
  return `[${words}](<https://${address.replace(/\\/g, '\\\\')}>)`;
}

function escapeSigns(text: string, place: TextPlace): string {
  const escaped = text.replace(SIGN, (sign: string, at: number) => {
    const before = at > 0 ? lastCharacter(text.slice(Math.max(0, at - 2), at)) : place.before;
    const after = firstCharacter(text.slice(at + sign.length, at + sign.length + 2)) || place.after;
    return acts(sign, before, after, place) ? sign.replace(/./g, '\\$&') : sign;
  });
  return place.lineStart ? escapeLineStart(escaped) : escaped;
}

function acts(sign: string, before: string, after: string, place: TextPlace): boolean {
  switch (sign[0]) {
    case '\\':
      return !after || /[!-/:-@[-`{-~\n]/.test(after);
    case '_':
      return !(WORD.test(before) && WORD.test(after));
    case '*':
      return !(sign.length === 1 && before === ' ' && after === ' ');
    case '~':
      return sign.length > 1 || before === '~' || after === '~';
    case '[':
      return place.insideBrackets;
    case ']':
      return place.insideBrackets || /[([:]/.test(after);
    case '<':
      return !after || /[A-Za-z/!?]/.test(after);
    case '!':
      return after === '[';
    default:
      return true;
  }
}

export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function lastCharacter(text: string): string {
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text) ? text.slice(-2) : text.slice(-1);
}

/** Escapes what would begin a heading, quote, list, rule, table or task at the beginning of a line. */
export function escapeLineStart(text: string): string {
  return text
    .replace(/^#{1,6}(?=\s|$)/, '\\$&')
    .replace(/^(?:[>|]|=+\s*$|:(?=-))/, '\\$&')
    .replace(/^[-+](?=\s|$|-)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^\[(?=[ xX]\](?:\s|$))/, '\\[');
}

/** A link destination that reads back as exactly this address. */
export function escapeDestination(address: string): string {
  const readable = address.replace(/\s/g, encodeURIComponent).replace(/&(?=#?\w{1,32};)/g, '&amp;');
  if (!/[\\<>()]/.test(readable)) return readable;
  return `<${readable.replace(/[\\<>]/g, '\\$&')}>`;
}

/** The title of a link or image with the blank before it, or nothing. */
export function titlePart(title: string | undefined): string {
  const words = title?.replace(/\s+/g, ' ').trim();
  if (!words) return '';
  return ` "${words.replace(/["\\]/g, '\\$&').replace(/&(?=#?\w{1,32};)/g, '&amp;')}"`;
}
