import { cut, excerpt, markMatches, needlesOf, regionFor } from './excerpt.js';
import { MATCH_END, MATCH_START, markedHtml } from './marking.js';
import { fold, spaced, withoutControls } from './words.js';

const anyOf =
  (...words: string[]) =>
  (word: string) =>
    words.includes(word);

describe('showing what was found', () => {
  it('marks whole words, as they were written', () => {
    expect(markedHtml(markMatches(cut('Café au lait'), anyOf('cafe')))).toBe('<mark>Café</mark> au lait');
  });

  it('escapes everything but its own marks', () => {
    const shown = markedHtml(markMatches(cut(`<b title="x">'milk' & honey</b>`), anyOf('milk', 'b')));
    expect(shown).toBe(
      '&lt;<mark>b</mark> title=&quot;x&quot;&gt;&#39;<mark>milk</mark>&#39; &amp; honey&lt;/<mark>b</mark>&gt;',
    );
  });

  it('cannot be given marks from outside', () => {
    expect(withoutControls(`a${MATCH_START}b${MATCH_END}c\u0000`)).toBe('a b c ');
  });

  it('shows a long text where the matches are, and says that it goes on', () => {
    const text =
      `${'Nothing here. '.repeat(300)}Then the pump broke at night. ${'Nothing there. '.repeat(300)}`.trim();
    const region = cut(regionFor(text, needlesOf(['pump', 'night'])));
    const shown = excerpt(text, region, anyOf('pump', 'night'));
    expect(shown).toContain(`${MATCH_START}pump${MATCH_END} broke at ${MATCH_START}night${MATCH_END}`);
    expect(shown).toMatch(/^… .* …$/);
    expect(shown.length).toBeLessThan(400);
  });

  it('shows a short text whole', () => {
    const text = 'Use citric acid.';
    expect(excerpt(text, cut(regionFor(text, [])), anyOf('acid'))).toBe(
      `Use citric ${MATCH_START}acid${MATCH_END}.`,
    );
  });

  it('shows the beginning when nothing matches', () => {
    const text = 'word '.repeat(100).trim();
    expect(excerpt(text, cut(regionFor(text, ['zzz'])), anyOf('zzz'))).toMatch(/^word word .* …$/);
  });
});

describe('the plainest spelling of a word', () => {
  it('is the same for what people do not tell apart', () => {
    expect(fold('CAFÉ')).toBe('cafe');
    expect(fold('Straße')).toBe('strasse');
    expect(fold('Ёлка')).toBe('елка');
    expect(fold('ﬁne')).toBe('fine');
    expect(fold('ＡＢＣ１')).toBe('abc1');
  });

  it('keeps the marks that are letters', () => {
    expect(fold('йод')).toBe('йод');
    expect(fold('हिन्दी')).toBe('हिन्दी');
    expect(fold('が')).toBe('が');
  });

  it('comes with single spaces between words of any script', () => {
    expect(spaced('  Node.js: my_var,  5 µm! ')).toBe('node js my var 5 μm');
    expect(spaced('咖啡机漏水').split(' ').length).toBeGreaterThan(1);
  });
});
