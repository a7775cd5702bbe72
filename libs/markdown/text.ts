/**
 * Characters that no writer means and that readers, feeds or PostgreSQL cannot carry:
 * - C0 controls but tab and line feed, DEL and the C1 controls (NUL ends a `text` column's patience; XML takes none of them);
 * - bidirectional embeddings, overrides and isolates, U+202A to U+202E and U+2066 to U+2069: they make text read as something
 *   else than it is, and reach beyond the post they stand in. The marks U+200E and U+200F stay, right-to-left text needs them;
 * - lone surrogates, which are not text, and U+FEFF, U+FFFE, U+FFFF, which XML 1.0 forbids or readers take for a byte order mark.
 * Zero-width joiners stay: Persian and emoji need them.
 */
const UNWANTED = /[\p{Surrogate}[\p{Cc}--[\t\n]]\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gv;

/** Takes out what `normaliseText` takes out, and leaves the rest untouched. */
export function stripUnwanted(text: string): string {
  return text.replace(UNWANTED, '');
}

/**
 * The form in which all text that comes in is kept: Unicode NFC, lines ended by a single line feed, without the characters
 * listed above. Doing it twice changes nothing. Code blocks are treated alike: two spellings of one "é" in a database cost
 * more (a search that misses, a name that is taken twice) than the rare snippet that means the decomposed form.
 */
export function normaliseText(text: string): string {
  return stripUnwanted(text.replace(/\r\n?/g, '\n')).normalize('NFC');
}
