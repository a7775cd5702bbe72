import { convertBody, convertComment } from './text.js';

describe('the body of a post', () => {
  const html =
    '<p>Boil it for <strong>six</strong> minutes:</p>\n\n<ol>\n<li>water</li>\n<li>egg</li>\n</ol>\n';

  it('is the Markdown that the author wrote, if that looks the same here', () => {
    const source = 'Boil it for __six__ minutes:\n\n1. water\n2. egg';
    expect(convertBody(html, source).body).toBe(source);
  });

  it.each([
    ['HTML that is not allowed here', 'Boil it for <b>six</b> minutes:\n\n1. water\n2. egg'],
    ['another text', 'Boil it for seven minutes:\n\n1. water\n2. egg'],
    ['another structure', 'Boil it for **six** minutes: 1. water 2. egg'],
    ['nothing', undefined],
  ])('is converted from what was shown, if the author wrote %s', (_what, source) => {
    const { body, bodyHtml } = convertBody(html, source);
    expect(body).toBe('Boil it for **six** minutes:\n\n1. water\n2. egg');
    expect(bodyHtml).toContain('<strong>six</strong>');
  });

  it('is converted if the source hides in which language code is', () => {
    const shown = '<pre class="lang-py prettyprint-override"><code>boil(egg)\n</code></pre>';
    expect(convertBody(shown, '    boil(egg)').body).toBe('```py\nboil(egg)\n```');
  });

  it('is converted if the source leads somewhere else', () => {
    const shown = '<p>See <a href="https://example.com/new">this</a>.</p>';
    expect(convertBody(shown, 'See [this](https://example.com/old).').body).toContain('/new');
  });

  it('has its first words ready for lists', () => {
    expect(convertBody(html).excerpt).toMatch(/^Boil it for six minutes:/);
  });
});

describe('a comment', () => {
  it.each([
    ['1. Thank you!', '<p>1. Thank you!</p>'],
    ['# is not a heading', '<p># is not a heading</p>'],
    ['> nor is this a quote', '<p>&gt; nor is this a quote</p>'],
    ['- nor this a list', '<p>- nor this a list</p>'],
    ['--- nor a rule', '<p>--- nor a rule</p>'],
    ['---', '<p>---</p>'],
    ['```', '<p>```</p>'],
    ['   four blanks are no code', '<p>four blanks are no code</p>'],
    ['Title\n===', '<p>Title\n===</p>'],
    ['-1 is what I would vote', '<p>-1 is what I would vote</p>'],
    ['*really* **bold** `code`', '<p><em>really</em> <strong>bold</strong> <code>code</code></p>'],
    ['@Anna: yes', '<p>@Anna: yes</p>'],
  ])('%s', (text, html) => expect(convertComment(text).bodyHtml.trim()).toBe(html));
});
