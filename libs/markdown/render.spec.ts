import { renderMarkdown } from './render.js';

const html = (source: string) => renderMarkdown(source).html.trim();

describe('what people write, on the page', () => {
  it('shows paragraphs, emphasis, quotes and lists as CommonMark says', () => {
    expect(html('Hello *dear* **helper**\\\nbye\n\n> quoted\n\n3. three\n4. four')).toBe(
      [
        '<p>Hello <em>dear</em> <strong>helper</strong><br />\nbye</p>',
        '<blockquote>\n<p>quoted</p>\n</blockquote>',
        '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>',
      ].join('\n'),
    );
  });

  it('strikes through', () => {
    expect(html('~~wrong~~ right')).toBe('<p><s>wrong</s> right</p>');
  });

  it('shows a table with its columns aligned, and without styles', () => {
    const table = html('| part | price |\n|:--|--:|\n| bolt | 2 |');
    expect(table).toContain('<th align="left">part</th>');
    expect(table).toContain('<td align="right">2</td>');
    expect(table).not.toContain('style');
  });

  it('shows a table that is too large for a page as text', () => {
    const header = '| a | b |\n|---|---|\n';
    expect(html(header + '| 1 | 2 |\n'.repeat(1_000))).toContain('<td>1</td>');
    const huge = html(header + '| 1 | 2 |\n'.repeat(3_000) + '\nafter');
    expect(huge).toContain('<pre><code>| a | b |\n|---|---|\n| 1 | 2 |\n');
    expect(huge).toMatch(/\| 1 \| 2 \|\n<\/code><\/pre>\n<p>after<\/p>$/);
  });

  it('shows tasks as check boxes that nobody can press', () => {
    expect(html('- [ ] reboot\n- [x] update *twice*\n- plain')).toBe(
      [
        '<ul class="contains-task-list">',
        '<li class="task-list-item"><input class="task-list-item-checkbox" type="checkbox" disabled /> reboot</li>',
        '<li class="task-list-item"><input class="task-list-item-checkbox" type="checkbox" disabled checked /> update <em>twice</em></li>',
        '<li>plain</li>',
        '</ul>',
      ].join('\n'),
    );
  });

  it('leaves brackets alone that are no task', () => {
    expect(html('[x] done')).toBe('<p>[x] done</p>');
    expect(html('- [y] what')).toContain('<li>[y] what</li>');
    expect(html('- \\[ ] not a task')).toContain('<li>[ ] not a task</li>');
  });

  it('leaves the page its own h1 and h2', () => {
    expect(html('# one\n## two\n### three\n#### four\n##### five\n###### six')).toBe(
      '<h3>one</h3>\n<h4>two</h4>\n<h5>three</h5>\n<h6>four</h6>\n<h6>five</h6>\n<h6>six</h6>',
    );
    expect(html('one\n===')).toBe('<h3>one</h3>');
  });

  it('shows keys, indices and breaks in cells by their bare tags, and any other tag as text', () => {
    expect(html('Press <kbd>Ctrl</kbd>+<kbd>*C*</kbd>, H<sub>2</sub>O, m<sup>2</sup>')).toBe(
      '<p>Press <kbd>Ctrl</kbd>+<kbd><em>C</em></kbd>, H<sub>2</sub>O, m<sup>2</sup></p>',
    );
    expect(html('| a |\n|---|\n| one<br>two |')).toContain('<td>one<br />\ntwo</td>');
    expect(html('<kbd>never closed')).toBe('<p>&lt;kbd&gt;never closed</p>');
    expect(html('<kbd onclick="x()">a</kbd>')).toBe('<p>&lt;kbd onclick="x()"&gt;a&lt;/kbd&gt;</p>');
    expect(html('<div>a</div> <u>b</u>')).toBe('<p>&lt;div&gt;a&lt;/div&gt; &lt;u&gt;b&lt;/u&gt;</p>');
    expect(html('`<kbd>` makes <kbd>a \\</kbd> key</kbd>')).toBe(
      '<p><code>&lt;kbd&gt;</code> makes <kbd>a &lt;/kbd&gt; key</kbd></p>',
    );
  });

  it('hides spoilers until they are opened', () => {
    expect(html('>! the butler\n>!\n>! - did it\n\n> quoted')).toBe(
      '<details>\n<summary>Spoiler</summary>\n<p>the butler</p>\n<ul>\n<li>did it</li>\n</ul>\n</details>\n<blockquote>\n<p>quoted</p>\n</blockquote>',
    );
    expect(html('- item\n\n  >! hidden in it')).toContain('<p>hidden in it</p>\n</details>\n</li>');
  });
});

describe('links and images', () => {
  const rel = 'rel="nofollow ugc noopener"';

  it('makes links of bare addresses and leaves the full stop out', () => {
    expect(html('See https://example.org/a_b_c?x=1&y=2.')).toBe(
      `<p>See <a href="https://example.org/a_b_c?x=1&amp;y=2" ${rel}>https://example.org/a_b_c?x=1&amp;y=2</a>.</p>`,
    );
    expect(html('www.example.org, me@example.org')).toBe(
      `<p><a href="https://www.example.org" ${rel}>www.example.org</a>, <a href="mailto:me@example.org" ${rel}>me@example.org</a></p>`,
    );
  });

  it('does not take file names and versions for addresses', () => {
    expect(html('Edit config.py and README.md for v1.2.3, www is no host')).not.toContain('<a');
  });

  it('shows an address as it was written: no letters of another script behind %-codes or xn--', () => {
    expect(html('https://xn--pple-43d.com/%D0%B0')).toBe(
      `<p><a href="https://xn--pple-43d.com/%D0%B0" ${rel}>https://xn--pple-43d.com/%D0%B0</a></p>`,
    );
  });

  it('links within the site and out of it, with the title', () => {
    expect(html('[here](/questions/1 "A question")')).toBe(
      `<p><a href="/questions/1" title="A question" ${rel}>here</a></p>`,
    );
  });

  it.each(['//evil.example', 'page', '?q', '#top', 'ftp://a.example', 'tel:123', 'HTTPS:/x'])(
    'makes no link to %s, and shows that there is one',
    (address) => {
      const source = `[words](${address})`;
      expect(html(source)).toBe(`<p>${source}</p>`);
    },
  );

  it('loads images late and keeps what they show in words', () => {
    expect(html('![the *settings* page](https://i.example/1.png "Title")')).toBe(
      '<p><img src="https://i.example/1.png" alt="the settings page" title="Title" loading="lazy" /></p>',
    );
    expect(html('[![logo](/logo.png)](https://example.org)')).toBe(
      `<p><a href="https://example.org" ${rel}><img src="/logo.png" alt="logo" loading="lazy" /></a></p>`,
    );
    expect(html('![x](mailto:a@b.example)')).not.toContain('<img');
  });
});

describe('code', () => {
  it('is highlighted by classes where its language is named', () => {
    expect(html('```js\nconst a = "<b>";\n```')).toBe(
      '<pre><code class="hljs language-javascript"><span class="hljs-keyword">const</span> a = <span class="hljs-string">"&lt;b&gt;"</span>;\n</code></pre>',
    );
  });

  it('is never guessed: without a language, or with one that nobody knows, it is shown plain', () => {
    const plain = '<pre><code>const a = 1;\n</code></pre>';
    expect(html('```\nconst a = 1;\n```')).toBe(plain);
    expect(html('```klingon\nconst a = 1;\n```')).toBe(plain);
    expect(html('    const a = 1;')).toBe(plain);
  });

  it('keeps the classes of a language within a language', () => {
    expect(html('```html\n<script>let a = 1</script>\n```')).toContain('<span class="language-javascript">');
  });
});

describe('text that plays tricks', () => {
  it('cannot be turned round, not even by entities', () => {
    const { html: page } = renderMarkdown(
      'a\u202Eb &#x202E;c &#8238;d `\u2066e` [f\u202E](https://example.org/&#x202E;)',
    );
    expect(page).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(page).toContain('ab c d');
  });

  it('loses NUL and half characters and shows the rest', () => {
    expect(html('a\u0000b\uD800c &#0; &#xD800;')).toBe('<p>abc \uFFFD \uFFFD</p>');
  });
});

describe('text made to be slow or huge', () => {
  const LENGTH = 50_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
  const manyColumns = `|${'a|'.repeat(250)}\n|${'-|'.repeat(250)}\n${fill('|\n')}`;
  const backticks = Array.from({ length: 315 }, (_, count) => '`'.repeat(count)).join(' ');

  it.each([
    ...[
      '[',
      '![',
      '[](',
      '[a](<',
      '*',
      '*a_',
      'a**b',
      '>',
      '> ',
      '>!',
      '- ',
      '-\n',
      '`',
      '``a',
      '~~a ',
      '<',
      '<kbd>',
      '<kbd><sub>',
    ],
    ...[
      '<kbd>\\</kbd>',
      '&',
      '\\\n',
      '|',
      'a|b\n-|-\n',
      '# a\n',
      'http://',
      'www.',
      'a@',
      '@aa ',
      '[a][',
      '- > ',
      '>! - a\n>\n',
    ],
    ...['```js\nf("\n```\n', '- [x] a\n', '\u202E', '😀'],
  ])('50,000 characters of %j', (unit) => {
    expectModest(fill(unit), 30);
  });

  it.each([
    ['a wide table with empty rows', manyColumns],
    ['runs of backticks of every length', backticks],
    ['tags that nothing closes', '<kbd>'.repeat(50_000)],
    ['keys within keys', `${'<kbd>'.repeat(4_500)}${'</kbd>'.repeat(4_500)}`],
    [
      'lists within lists',
      Array.from({ length: 220 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    ],
    ['code in one endless line', `\`\`\`csharp\n${fill('a ')}\n\`\`\``],
    ['code that the shell grammar blows up', `\`\`\`shell\n${`${'$'.repeat(200)}\n`.repeat(45)}\`\`\``],
    ['prompts without end', `\`\`\`shell\n${'$\n'.repeat(4_000)}\`\`\``],
  ])('%s', (_, source) => {
    expectModest(source, 30);
  });

  it('a long address used ten thousand times', () => {
    const address = `https://example.org/${'x'.repeat(1_900)}`;
    const { html: page } = renderMarkdown(
      `[a]: ${address} "${'t'.repeat(5_000)}"\n\n${'[a]'.repeat(10_000)}`,
    );
    expect(page.length).toBeLessThan(1_000_000);
    expect(page.match(/<a href/g)?.length).toBeGreaterThan(1);
    expect(page).toContain('<span>a</span>');
    expect(renderMarkdown(`[a]: ${address}\n\n${'![a] '.repeat(10_000)}`).html.length).toBeLessThan(
      1_000_000,
    );
  });

  it('still highlights code of a usual size when there is much of it', () => {
    const page = html('```js\nconst a = f(1);\n```\n\n'.repeat(200));
    expect(page.match(/hljs-keyword/g)).toHaveLength(200);
  });

  /** The seconds are generous for a busy machine: what is in the square of its length takes minutes. */
  function expectModest(source: string, growth: number): void {
    const started = process.cpuUsage();
    const page = renderMarkdown(source).html;
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(3);
    expect(page.length).toBeLessThan(source.length * growth + 10_000);
  }
});
