import fc from 'fast-check';
import { Parser } from '../html-parser.js';
import { renderMarkdown } from '../render.js';
import { htmlToMarkdown } from './convert.js';

/** What a reader gets from a piece of HTML, however it is written down. */
interface Shown {
  /** Every letter with the emphasis and the link it carries; blanks carry none, they look the same with and without. */
  text: string;
  code: string[];
  outline: string;
}

const SAME_LOOK: Record<string, string> = { b: 'strong', i: 'em', del: 's', strike: 's' };
const DEMOTED: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };
const MARKS = new Set(['strong', 'em', 's', 'kbd', 'sup', 'sub', 'a', 'code']);
const BLOCKS = new Set('p ul ol li blockquote details pre hr table tr th td h3 h4 h5 h6 br'.split(' '));
/** Paragraphs come and go with the empty lines of a list; everything else must stay. */
const OUTLINE = new Set('ul ol li blockquote details pre hr table tr th td h3 h4 h5 h6'.split(' '));

/** Reads HTML with nothing of ours but the parser, so that a mistake in the conversion cannot hide itself. */
function shown(html: string, renamed: Record<string, string> = {}): Shown {
  const result: Shown = { text: '', code: [], outline: '' };
  const marks: string[] = [];
  let quiet = 0;
  let inCode = 0;
  new Parser({
    onopentag(name, { href, start = '1' }) {
      const tag = renamed[name] ?? name;
      if (tag === 'summary') quiet++;
      if (tag === 'pre') inCode = result.code.push('');
      if (MARKS.has(tag)) marks.push(href ? decodeURI(href) : tag);
      if (OUTLINE.has(tag)) result.outline += tag === 'ol' ? `ol from ${start}(` : `${tag}(`;
      if (BLOCKS.has(tag)) result.text += ' ';
    },
    ontext(data) {
      if (quiet) return;
      if (inCode) result.code[inCode - 1] += data;
      const look = [...new Set(marks)].sort().join();
      result.text += data.replace(/\S+/gu, (word) =>
        look && !inCode ? `${[...word].join(`{${look}}`)}{${look}}` : word,
      );
    },
    onclosetag(name) {
      const tag = renamed[name] ?? name;
      if (tag === 'summary') quiet--;
      if (tag === 'pre') inCode = 0;
      if (MARKS.has(tag)) marks.pop();
      if (OUTLINE.has(tag)) result.outline += ')';
      if (BLOCKS.has(tag)) result.text += ' ';
    },
  }).end(html);
  result.text = result.text.replace(/\s+/g, ' ').trim();
  return result;
}

function expectSameLook(html: string): void {
  const markdown = htmlToMarkdown(html);
  const rendered = renderMarkdown(markdown, { mentionHref: () => null }).html;
  expect({ markdown, ...shown(rendered) }).toEqual({
    markdown,
    ...shown(html, { ...SAME_LOOK, ...DEMOTED }),
  });
}

/** Blocks of nothing but blanks go; that is another story. */
function hasWords(html: string): boolean {
  return /\S/.test(html.replace(/<[^>]*>/g, ''));
}

/** Pieces of which every one means something somewhere in Markdown. */
const SIGNS = [
  ...['a', 'b c', 'Zürich', '漢字', '😀', 'snake_case', '2 * 3', 'a*b', 'C:\\dir', '“x”', '…', ' ', '\u00A0'],
  ...[
    '1',
    '1.',
    '2)',
    '-',
    '+',
    '#',
    '##',
    '>',
    '>!',
    '=',
    '---',
    '===',
    '***',
    '|',
    '|-|',
    ':--',
    '[x] ',
    '[ ] ',
    '[a]: b',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~',
    '~~',
    '~~~',
    '[',
    ']',
    '](',
    '!',
    '![',
    '(',
    ')',
    '\\',
    '\\*',
    '"',
    "'",
  ],
  ...[
    '.',
    ',',
    ':',
    ';',
    '&',
    '&amp;',
    '&copy;',
    '&#42;',
    '<',
    '>',
    '<b>',
    '<kbd>',
    '</kbd>',
    '<br>',
    '<!--',
  ],
];
const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const words = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 5 })
  .map((signs) => escapeHtml(signs.join('')))
  .filter(hasWords);
const wrap = (tags: string[], content: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...tags), content)
    .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`);
const several = (part: fc.Arbitrary<string>, most: number) =>
  fc.array(part, { minLength: 1, maxLength: most }).map((parts) => parts.join(''));

const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: several(
    fc.oneof(
      { maxDepth: 3 },
      words,
      fc.constantFrom(' ', '<br>'),
      words.map((text) => `<code>x${text}x</code>`),
      wrap(['em', 'strong', 'b', 'i', 'del'], tie('inline')),
      wrap(['kbd', 'sup', 'sub'], fc.oneof(words, wrap(['em', 'strong'], words))),
    ),
    4,
  ),
}));
const links = ['https://x.example/a_b', 'https://x.example/(a)?b=1&amp;amp;=2', '/a*b', 'mailto:a@x.example'];
const link = wrap(
  links.map((href) => `a href="${href}"`),
  inline,
);
const running = several(fc.oneof(inline, inline, link), 4).filter(hasWords);

const { blocks } = fc.letrec<{ blocks: string }>((tie) => ({
  blocks: several(
    fc.oneof(
      { maxDepth: 3 },
      wrap(['p'], running),
      wrap(['h2', 'h6'], words),
      words.map((text) => `<pre><code>${text}x\n\n  ${text}\n</code></pre>`),
      fc.constant('<hr>'),
      wrap(['blockquote'], tie('blocks')),
      fc
        .tuple(inline, inline)
        .map(([a, b]) => `<table><tr><th>${a}</th><th>k</th></tr><tr><td>k</td><td>${b}</td></tr></table>`),
      wrap(
        ['ul', 'ol', 'ol start="7"'],
        several(
          wrap(
            ['li'],
            fc.oneof(
              running,
              several(wrap(['p'], running), 2),
              fc.tuple(running, tie('blocks')).map((x) => x.join('')),
            ),
          ),
          3,
        ),
      ),
    ),
    3,
  ),
}));

/** The same thousand every time: a red run can be repeated. */
const RUNS = { numRuns: 500, seed: 42 };

describe('what a dump shows, shown here', () => {
  it('has the same running text, emphasis and links, whatever stands next to what', () => {
    fc.assert(
      fc.property(running, (content) => expectSameLook(`<p>${content}</p>`)),
      RUNS,
    );
  });

  it('has the same blocks in the same order, whatever they hold', () => {
    fc.assert(fc.property(blocks, expectSameLook), RUNS);
  });
});
