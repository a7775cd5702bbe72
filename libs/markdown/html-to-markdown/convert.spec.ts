import { renderMarkdown } from '../render.js';
import { htmlToMarkdown } from './convert.js';

describe('running text of an imported post', () => {
  it.each([
    ['<p>Hello <strong>dear</strong> <em>helper</em></p>', 'Hello **dear** *helper*'],
    ['<p>gone: <del>a</del> <s>b</s> <strike>c</strike></p>', 'gone: ~~a~~ ~~b~~ ~~c~~'],
    [
      '<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, m<sup>2</sup></p>',
      'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, m<sup>2</sup>',
    ],
    ['<p>one<br>two<br />\nthree<br></p>', 'one\\\ntwo\\\nthree'],
    ['<p>wrapped\nover   lines</p>', 'wrapped over lines'],
    [
      '<p>Fish &amp; chips, 5 &lt; 6, &copy; &quot;x&quot;&nbsp;&#8364;</p>',
      'Fish & chips, 5 < 6, © "x"\u00A0€',
    ],
    ['no paragraph at all', 'no paragraph at all'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<p> </p><div><p>a</p></div><p></p>', 'a'],
    ['<font color="red">a</font> <u>b</u> <span style="x">c</span>', 'a b c'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('puts emphasis where Markdown can read it', () => {
    expect(htmlToMarkdown('<b>bold </b>text')).toBe('**bold** text');
    expect(htmlToMarkdown('<b>one</b><b>two</b>')).toBe('**onetwo**');
    expect(htmlToMarkdown('<em>one</em><strong>two</strong>')).toBe('*one*__two__');
    expect(htmlToMarkdown('<b>note:</b>text')).toBe('**note:**&#116;ext');
    expect(htmlToMarkdown('<b><b>twice</b></b>, <i></i><b> </b>nothing')).toBe('**twice**, nothing');
  });

  it('escapes what would act, and nothing else', () => {
    expect(htmlToMarkdown('<p>snake_case, 2 * 3, [sic], a &lt; b, C:\\Windows, 100%, #1, it-self</p>')).toBe(
      'snake_case, 2 * 3, [sic], a < b, C:\\Windows, 100%, #1, it-self',
    );
    expect(htmlToMarkdown('<p>*a* _b_ `c` [d](e) &lt;f&gt; &amp;amp; \\* ~~g~~ ![h]</p>')).toBe(
      '\\*a\\* \\_b\\_ \\`c\\` [d\\](e) \\<f> \\&amp; \\\\\\* \\~\\~g\\~\\~ \\![h]',
    );
  });

  it.each(['# a', '- a', '+ a', '1. a', '2) a', '> a', '---', '=== ', '~~~', '[ ] a', '[x]: y', '* a', '|-'])(
    'shows a paragraph that begins with %s as a paragraph',
    (text) => {
      const html = `<p>${text.replace('>', '&gt;').trim()}</p>`;
      expect(renderMarkdown(htmlToMarkdown(html)).html.trim()).toBe(html);
      expect(renderMarkdown(htmlToMarkdown(`<ul><li>${html}</li></ul>`)).html).not.toContain('<input');
    },
  );
});

describe('links and images', () => {
  it.each([
    [
      '<a href="https://x.example/" title="A &quot;b&quot;">text</a>',
      '[text](https://x.example/ "A \\"b\\"")',
    ],
    ['<a href="https://x.example/">https://x.example/</a>', '<https://x.example/>'],
    [
      '<a href="https://x.example/?a=1&amp;copy=2">https://x.example/?a=1&amp;copy=2</a>',
      '<https://x.example/?a=1&copy=2>',
    ],
    ['<a href="/wiki/A_(b)">a [b] *c*</a>', '[a \\[b\\] \\*c\\*](</wiki/A_(b)>)'],
    ['<a href="//x.example/a b">text</a>', '[text](https://x.example/a%20b)'],
    ['<a href="javascript:alert(1)">click</a> <a name="here">me</a>', 'click me'],
    ['<a href="https://x.example"><b>bold</b></a>', '[**bold**](https://x.example)'],
    ['wow!<a href="/x">a</a>', 'wow\\![a](/x)'],
    ['<a href="/x"></a>nothing', 'nothing'],
    [
      '<img src="https://i.example/a.png" alt="the [menu]" title="t">',
      '![the \\[menu\\]](https://i.example/a.png "t")',
    ],
    ['<a href="/x"><img src="/a.png" alt="logo"></a>', '[![logo](/a.png)](/x)'],
    ['<img src="/a.png" alt="enter image description here">', '![](/a.png)'],
    ['<img src="data:image/png;base64,AA" alt="a drawing">', 'a drawing'],
    [
      '<iframe src="//www.youtube.com/embed/abc123?start=0"></iframe>',
      '<https://www.youtube.com/watch?v=abc123>',
    ],
    ['see http://x.example/_a_ and http://x.example/b', 'see <http://x.example/_a_> and http://x.example/b'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('resolves relative addresses against the site they come from', () => {
    const options = { baseUrl: 'https://old.example/questions/1' };
    expect(htmlToMarkdown('<a href="/users/2">a</a> <a href="3#top">b</a> <img src="i.png">', options)).toBe(
      '[a](https://old.example/users/2) [b](https://old.example/questions/3#top) ![](https://old.example/questions/i.png)',
    );
  });
});

describe('code', () => {
  it.each([
    ['<p>call <code>f(a_b)</code></p>', 'call `f(a_b)`'],
    ['<code>a `b` c</code>', '``a `b` c``'],
    ['<code>`</code>', '`` ` ``'],
    ['<code>&lt;b&gt;\\*</code>', '`<b>\\*`'],
    ['<code>one\n two</code><code> </code>.', '`one two` .'],
    ['<pre><code>if (a &lt; b) {\n  *x*\n}\n</code></pre>', '```\nif (a < b) {\n  *x*\n}\n```'],
    ['<pre>\nplain &amp; simple\n</pre>', '```\nplain & simple\n```'],
    ['<pre><code>\n\n  kept\n\n</code></pre>', '```\n\n\n  kept\n\n```'],
    ['<pre><code>```js\nx\n```\n</code></pre>', '````\n```js\nx\n```\n````'],
    ['<pre class="lang-py prettyprint-override"><code>x</code></pre>', '```py\nx\n```'],
    ['<pre><code class="hljs language-c++">x</code></pre>', '```c++\nx\n```'],
    ['<pre class="lang-none"><code>x</code></pre>', '```\nx\n```'],
    [
      '<!-- language: lang-cs --><pre><code>x</code></pre><pre><code>y</code></pre>',
      '```cs\nx\n```\n\n```\ny\n```',
    ],
    [
      '<!-- language-all: sh --><pre><code>x</code></pre><pre class="lang-js"><code>y</code></pre>',
      '```sh\nx\n```\n\n```js\ny\n```',
    ],
    ['<pre><code></code></pre>text', 'text'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe('blocks', () => {
  it.each([
    ['<h1>One</h1><h2>Two #</h2><h6>Six <code>x</code></h6>', '# One\n\n## Two \\#\n\n###### Six `x`'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<blockquote>a</blockquote><blockquote>b</blockquote>', '> a\n\n> b'],
    ['<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>c', '> a\n>\n> > b\n\nc'],
    ['<blockquote class="spoiler"><p>a</p><p>b</p></blockquote>', '>! a\n>!\n>! b'],
    ['<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
    ['<dl><dt>Term</dt><dd>What it is</dd></dl>', '**Term**\n\nWhat it is'],
    ['<script>x()</script><style>p{}</style><!-- no --><p>yes</p>', 'yes'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe('lists', () => {
  it.each([
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n\n- b'],
    ['<ol start="9"><li>a</li><li>b<p>c</p></li></ol>', '9. a\n\n10. b\n\n    c'],
    ['<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>', '- a\n  1. b\n     - c\n- d'],
    ['<ul><li>a<ol start="3"><li>b</li></ol></li></ul>', '- a\n\n  3. b'],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['<ol><li>a</li></ol><ol><li>b</li></ol>', '1. a\n\n1) b'],
    ['<ul><li>run<pre><code>x\n\n y</code></pre>done</li></ul>', '- run\n  ```\n  x\n\n   y\n  ```\n  done'],
    ['<ul><li>a<blockquote>b</blockquote></li><li><hr></li></ul>', '- a\n  > b\n- ___'],
    ['<ul><li></li><li>a</li></ul>', '-\n- a'],
    ['<ul>stray<li>a</li><ul><li>b</li></ul></ul>', '- stray\n- a\n  - b'],
    ['See:<li>a<li>b</p>', 'See:\n\n- a\n- b'],
    ['<ol start="-2"><li>a</li></ol><p></p><ol start="1e99"><li>b</li></ol>', '1. a\n\n1) b'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });
});

describe('tables', () => {
  it('keeps header, alignment and what is in the cells', () => {
    const html = `<div class="s-table-container"><table class="s-table">
      <thead><tr><th>part</th><th style="text-align: right;">a|b</th></tr></thead>
      <tbody><tr><td><code>x|y</code></td><td><p>one</p><p>two</p></td></tr><tr><td colspan="2">wide</td></tr></tbody>
    </table></div>`;
    expect(htmlToMarkdown(html)).toBe(
      '| part | a\\|b |\n| --- | --: |\n| `x\\|y` | one<br>two |\n| wide |  |',
    );
  });

  it('gives a table without a header an empty one, and its longest row decides', () => {
    expect(htmlToMarkdown('<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>')).toBe(
      '|  |  |\n| --- | --- |\n| a |  |\n| b | c |',
    );
  });
});

describe('HTML that nobody checked', () => {
  it('survives missing and wrong ends', () => {
    expect(htmlToMarkdown('<p>a<p>b <b>c</p></i>d')).toBe('a\n\nb **c**\n\nd');
    expect(htmlToMarkdown('<b>open <i>for ever')).toBe('**open *for ever***');
    expect(htmlToMarkdown('a < b <> </ p> &bogus; <')).toContain('a < b');
  });

  it('brings nothing into the text that normalised text has not', () => {
    expect(htmlToMarkdown('a&#x202E;b\r\nc\u0000 e&#x301;')).toBe('ab c é');
  });

  it.each([
    '<div>',
    '<b>',
    '<ul><li>',
    '<blockquote>',
    '<table><tr><td>',
    '<b>"</b>a',
    '<li>a',
    '<p>',
    '<!--',
    '<',
    '&',
    '`',
    '[',
    '*',
    '<code>`</code>',
  ])('takes 50,000 characters of %s', (unit) => {
    const started = process.cpuUsage();
    const markdown = htmlToMarkdown(unit.repeat(50_000 / unit.length));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(3);
    expect(markdown.length).toBeLessThan(500_000);
  });
});
