import fc from 'fast-check';
import { Parser } from './html-parser.js';
import { renderMarkdown } from './render.js';
import { sanitise } from './sanitise.js';

const TAGS = new Set(
  'p br hr h3 h4 h5 h6 blockquote details summary pre ul ol li table thead tbody tr th td strong em s code kbd sup sub a img input span'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'href title rel src alt loading start align type disabled checked class'.split(' '),
);

/** Reads the page as a browser would and finds everything that may not be there. */
function dangers(html: string): string[] {
  const found: string[] = [];
  new Parser({
    onopentag(tag, attributes) {
      if (!TAGS.has(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(name)) found.push(`${tag}[${name}]`);
        const isAddress = name === 'href' || name === 'src';
        if (isAddress && !/^(https?:\/\/[^/\\]|mailto:|\/(?![/\\]))/i.test(value))
          found.push(`${tag}[${name}=${value}]`);
        if (isAddress && /[\s\p{Cc}]/u.test(value)) found.push(`blank in ${value}`);
      }
      if (tag === 'a' && attributes.rel !== 'nofollow ugc noopener') found.push('a without rel');
    },
    oncomment: (comment) => found.push(`<!--${comment}-->`),
    onprocessinginstruction: (name) => found.push(name),
  }).end(html);
  return found;
}

describe('Markdown of an attacker', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<details open ontoggle=alert(1)>',
    '<!--><script>alert(1)</script>-->',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](javascript&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](&#x6A&#x61;vascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x]( javascript:alert(1) "t")',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](/\t/evil.example)',
    '[x](\\\\evil.example)',
    '[x](https:evil.example)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml;base64,PHN2Zy8+)',
    '![x" onerror="alert(1)](https://i.example/a.png)',
    '![x](https://i.example/a.png"onerror="alert(1))',
    '![x](https://i.example/a.png \'" onerror="alert(1)\')',
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    'javascript://example.com/%0aalert(1)',
    '[a]: javascript:alert(1)\n\n[a]',
    '[a]: <javascript:alert(1)> "t"\n\n![a]',
    '[![x](javascript:alert(1))](javascript:alert(1))',
    '[x](https://a.example)[y](javascript:alert(1))',
    'https://a.example/"onmouseover=alert(1)',
    'https://a.example/<script>alert(1)</script>',
    'a@b.example"onclick=alert(1)',
    '```"><script>alert(1)</script>\nx\n```',
    '```js onload=alert(1)\n</code></pre><script>alert(1)</script>\n```',
    '```html\n<img src=x onerror=alert(1)>\n```',
    '`</code><script>alert(1)</script>`',
    '<kbd><script>alert(1)</script></kbd>',
    '<kbd/onclick=alert(1)>x</kbd>',
    '<sub><a href="javascript:alert(1)">x</a></sub>',
    '- [x" onclick="alert(1)] a',
    '| a" onclick="alert(1) |\n|:-:|\n| <img src=x onerror=alert(1)> |',
    '>! <script>alert(1)</script>',
    '# <a name=n id=main>x</a>',
    '@alice"onclick=alert(1)',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '\u202Etpircs\u202C <scr\u0000ipt>alert(1)</scr\u0000ipt>',
    '＜script＞alert(1)＜/script＞',
    '[x](ｊavascript:alert(1))',
    '<style>*{background:url(javascript:alert(1))}</style>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<form action="https://evil.example"><input name=password></form>',
  ])('%s', (source) => {
    const { html } = renderMarkdown(source);
    expect(dangers(html)).toEqual([]);
    // Whatever it was, nobody loses words: it is shown as the text it is.
    expect(html.length).toBeGreaterThan(0);
  });

  it('is harmless whatever is put together', () => {
    const parts = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '\\',
        '\n',
        '\t',
        ' ',
        '[',
        ']',
        '(',
        ')',
        '!',
        '*',
        '|',
        '-',
        '#',
        '@a1',
        '&quot;',
        '&lt;',
        '&#x3C;',
      ],
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<kbd>',
        '</kbd>',
        '<br>',
        '<svg/onload=alert(1)>',
        'onerror=',
        'style=',
      ],
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        'https://a.example/',
        'www.a.example',
        '](',
        '![',
        '```',
        '>!',
        '- [ ] ',
        '\u0000',
        '\u202E',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), (source) => {
        expect(dangers(renderMarkdown(source.join('')).html)).toEqual([]);
      }),
      { numRuns: 1_000, seed: 42 },
    );
  });

  it('is caught by the sanitiser even if the place that mentions lead to is hostile', () => {
    const { html } = renderMarkdown('@alice', { mentionHref: () => 'javascript:alert(1)' });
    expect(html).toBe('<p><span>@alice</span></p>\n');
  });
});

describe('HTML that should never reach the sanitiser', () => {
  it.each([
    ['<p onclick="x()" id="main" style="color:red" class="btn">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script><style>p{}</style>b', 'b'],
    ['<h1>a</h1><h2>b</h2><div>c</div>', 'abc'],
    ['<a href="javascript:alert(1)" onclick="x()">a</a>', '<span>a</span>'],
    ['<a href="//evil.example">a</a>', '<span>a</span>'],
    ['<a href="/x" target="_blank" rel="opener">a</a>', '<a href="/x" rel="nofollow ugc noopener">a</a>'],
    ['<img src="data:image/png;base64,AA" alt="x">', ''],
    [
      '<img src="/a.png" onerror="x()" srcset="//evil.example/a.png 2x">',
      '<img src="/a.png" alt="" loading="lazy" />',
    ],
    [
      '<input type="password" name="p" value="v">',
      '<input class="task-list-item-checkbox" type="checkbox" disabled />',
    ],
    ['<form><button>a</button></form><iframe src="/x"></iframe>', 'a'],
    ['<code class="hljs language-js evil">a</code>', '<code class="hljs language-js">a</code>'],
    [
      '<span class="hljs-title function_ site-header">a</span>',
      '<span class="hljs-title function_">a</span>',
    ],
    ['<td align="right" width="9" style="x">a</td>', '<td align="right">a</td>'],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>', ''],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', ''],
  ])('%s', (dirty, clean) => {
    expect(dangers(sanitise(dirty))).toEqual([]);
    if (clean) expect(sanitise(dirty)).toBe(clean);
  });
});
