import fc from 'fast-check';
import { slugify } from './slug.js';

describe('the readable part of an address', () => {
  it.each([
    ['How do I reset my password?', 'how-do-i-reset-my-password'],
    ["Why doesn't it start — at all?!", 'why-doesnt-it-start-at-all'],
    ['Crème brûlée für Ångström', 'creme-brulee-fur-angstrom'],
    ['Straße, Łódź, Ørsted, İstanbul', 'strasse-lodz-orsted-istanbul'],
    ['Đà Nẵng', 'da-nang'],
    ['Почему мой заказ не пришёл?', 'почему-мой-заказ-не-пришёл'],
    ['パスワードがリセットできない', 'パスワードがリセットできない'],
    ['密码 重置', '密码-重置'],
    ['हिन्दी में मदद', 'हिन्दी-में-मदद'],
    ['ﬁle №5 ①', 'file-no5-1'],
    ['  --weird__title--  ', 'weird-title'],
  ])('%s becomes %s', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it.each([
    ['Zuverlässig größer: die Übung', 'de', 'zuverlaessig-groesser-die-uebung'],
    ['ZUVERLA\u0308SSIG', 'de-AT', 'zuverlaessig'],
    ['Café für Ångström', 'DE', 'cafe-fuer-angstroem'],
    ['Zuverlässig', 'sv', 'zuverlassig'],
    ['Zuverlässig', 'den', 'zuverlassig'],
  ])('%s, in the language %s, becomes %s', (title, locale, slug) => {
    expect(slugify(title, locale)).toBe(slug);
  });

  it('says something even when the title has no letters', () => {
    expect(slugify('???')).toBe('untitled');
    expect(slugify('😀😀')).toBe('untitled');
    expect(slugify('')).toBe('untitled');
  });

  it('ends with a whole word when the title is long', () => {
    const slug = slugify(
      'The quick brown fox jumps over the lazy dog and then goes home to have a very long sleep indeed',
    );
    expect(slug).toBe('the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-goes-home-to-have-a-very');
  });

  it('cuts a word that never ends, but no character in half', () => {
    expect(slugify('a'.repeat(200))).toHaveLength(80);
    const slug = slugify(`a${'𠀀'.repeat(100)}`);
    expect(slug.isWellFormed()).toBe(true);
    expect(slug.length).toBeLessThanOrEqual(80);
  });

  it('is stable, short, and safe in a path, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const slug = slugify(title);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});
