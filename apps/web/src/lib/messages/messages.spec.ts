import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { de } from './de.ts';
import { en } from './en.ts';
import type { PluralMessage } from './types.ts';

const SOURCES = 'apps/web/src';

/** Said of rules that only the API names, by their paths. */
const NAMED_BY_THE_API = /^standingRules\.(rule|clash)\./;

describe('the words of the pages', () => {
  const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.spec.ts'))
    .filter((file) => !/messages[\\/](de|en)\b/.test(file))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n');
  const literals = new Set(
    [...code.matchAll(/'([\w.-]+)'|\b(\d{3})\b/g)].map(([, text, number]) => text ?? number),
  );
  const patterns = [...code.matchAll(/`((?:[\w-]+\.)+[\w.-]*\$\{[^`]*)`/g)].map(([, text = '']) =>
    patternOf(text),
  );

  it('are all said somewhere', () => {
    const isSaid = (key: string) =>
      literals.has(key) ||
      NAMED_BY_THE_API.test(key) ||
      // What fills the gap is written somewhere, too: a state, a reason, the number of an error.
      patterns.some((pattern) => literals.has(pattern.exec(key)?.[1]));
    expect(Object.keys(en).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('are said to German readers as to people one knows', () => {
    const texts: [key: string, message: string | PluralMessage][] = Object.entries(de);
    const formal = texts.filter(([, message]) => Object.values(formsOf(message)).some(isFormal));
    expect(formal.map(([key]) => key)).toEqual([]);
  });
});

/** The keys that a text such as `review.state.${state}` can come to. */
function patternOf(template: string): RegExp {
  const [before = '', ...rest] = template
    .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
    .map((text) => RegExp.escape(text));
  return new RegExp(`^${before}(.+)${rest.join('.+')}$`);
}

function formsOf(message: string | PluralMessage): PluralMessage {
  return typeof message === 'string' ? { other: message } : message;
}

/** Inside a sentence a capital says that it is the reader who is meant; at its beginning it says nothing. */
function isFormal(text: string): boolean {
  return /[^.:!?“„\s]\s+(Sie|Ihnen|Ihre?[mnrs]?)(?![\p{L}])/u.test(text);
}
