import fc from 'fast-check';
import { normaliseText } from './text.js';

describe('text as it is kept', () => {
  it('has one kind of line end', () => {
    expect(normaliseText('one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour');
  });

  it('spells an accented letter one way, however the keyboard did it', () => {
    expect(normaliseText('Cafe\u0301')).toBe('Caf\u00E9');
  });

  it('loses characters that PostgreSQL, XML or a terminal would trip over', () => {
    expect(normaliseText('a\u0000b\u0007c\u001Bd\u007Fe\u0085f\uFFFEg\uFEFFh')).toBe('abcdefgh');
  });

  it('keeps tabs and line feeds', () => {
    expect(normaliseText('if x:\n\tgo()')).toBe('if x:\n\tgo()');
  });

  it('cannot be turned round by bidirectional overrides', () => {
    expect(normaliseText('invoice\u202Efdp.exe\u202C \u2066x\u2069')).toBe('invoicefdp.exe x');
  });

  it('keeps the marks that Hebrew and Arabic need, the joiner of Persian, and emoji made of several', () => {
    const text = 'שלום\u200F! می\u200Cخواهم 👩\u200D🔧';
    expect(normaliseText(text)).toBe(text.normalize('NFC'));
  });

  it('drops half a character and keeps whole ones', () => {
    expect(normaliseText('a\uD83Db\uDE00c😀')).toBe('abc😀');
  });

  it('is done once and for all, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});
