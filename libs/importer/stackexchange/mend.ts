/**
 * Takes out what XML forbids but dumps contain: control characters, raw or as references (`&#x0;`), half surrogate
 * pairs, and `&` that begins no entity, which is kept as the character that was meant.
 */
export function mendCharacters(text: string): { text: string; what: string } {
  const mended = text
    .replace(NUMERIC_REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) =>
      isAllowed(hex === undefined ? parseInt(decimal ?? '', 10) : parseInt(hex, 16)) ? reference : '',
    )
    .replace(FORBIDDEN_CHARACTERS, '')
    .replace(LONE_AMPERSAND, '&amp;');
  return { text: mended, what: 'Characters that XML does not allow were taken out.' };
}

const NUMERIC_REFERENCE = /&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));/g;
const FORBIDDEN_CHARACTERS = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const LONE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)/g;

/** The `Char` production of XML 1.0, section 2.2. */
function isAllowed(code: number): boolean {
  if (code === 0x9 || code === 0xa || code === 0xd) return true;
  if (code < 0x20 || code > 0x10ffff) return false;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
