import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';

const english = translatorOf('en', en);
const german = translatorOf('de', de);

describe('the words of the pages', () => {
  it('count in the reader’s language', () => {
    expect(english.t('question.answers', { n: 1 })).toBe('1 answer');
    expect(english.t('question.answers', { n: 0 })).toBe('0 answers');
    expect(german.t('question.answers', { n: 1 })).toBe('1 Antwort');
    expect(german.t('question.answers', { n: 1234 })).toBe('1.234 Antworten');
  });

  it('fill in names without treating them as anything but text', () => {
    expect(english.t('answer.by', { name: '{name} $& </script>' })).toBe('Answer by {name} $& </script>');
  });

  it('use the same names in every language', () => {
    const differing = Object.entries(en).filter(
      ([key, message]) => namesIn(message) !== namesIn(de[key as keyof typeof en]),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty', () => {
    const texts = [...Object.values(en), ...Object.values(de)].flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message),
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T11:59:40Z', 'now', 'jetzt'],
    ['2026-11-22T11:18:00Z', '42 minutes ago', 'vor 42 Minuten'],
    ['2026-11-22T09:00:00Z', '3 hours ago', 'vor 3 Stunden'],
    ['2026-11-20T12:00:00Z', '2 days ago', 'vorgestern'],
    ['2025-03-02T23:30:00Z', 'Mar 2, 2025', '02.03.2025'],
  ])('%s is "%s" to an English and "%s" to a German reader', (at, inEnglish, inGerman) => {
    expect(english.ago(at, now)).toBe(inEnglish);
    expect(german.ago(at, now)).toBe(inGerman);
  });

  it('a clock that runs ahead does not make a post come from the future', () => {
    expect(english.ago('2026-11-22T12:00:30Z', now)).toBe('now');
  });
});

describe('languages of questions', () => {
  it('are named, and a tag that is none is shown as it is', () => {
    expect(english.languageName('pt-BR')).toBe('Brazilian Portuguese');
    expect(german.languageName('de')).toBe('Deutsch');
    expect(english.languageName('not a tag')).toBe('not a tag');
  });
});

function namesIn(message: string | object): string {
  const texts = typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);
  // A plural form may leave the number out ("one" says it), so the forms are taken together.
  return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort().join(' ');
}
