import { excerpt, plainText } from './plain.js';
import { renderMarkdown } from './render.js';

const words = (source: string) => plainText(renderMarkdown(source).html);

describe('the words of a post', () => {
  it('keeps paragraphs, items and rows apart', () => {
    expect(words('# Title\n\nOne *two*\nthree.\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |')).toBe(
      'Title\n\nOne two three.\n\na\nb\n\nx\ty\n1\t2',
    );
  });

  it('does not glue words together, nor tear them apart', () => {
    expect(plainText('<p>one</p><p>two</p>un<b>believ</b>able <i>but</i> <code>true</code><br>end')).toBe(
      'one\n\ntwo\n\nunbelievable but true\nend',
    );
  });

  it('keeps the lines of code', () => {
    expect(words('Run:\n\n```js\nif (a < b) {\n  go();\n}\n```\n\nDone.')).toBe(
      'Run:\n\nif (a < b) {\n  go();\n}\n\nDone.',
    );
  });

  it('reads entities, and images by their words', () => {
    expect(words('Fish &amp; chips &copy; 5 < 6 ![the menu](/menu.png)')).toBe(
      'Fish & chips © 5 < 6 the menu',
    );
  });

  it('leaves out what is no text', () => {
    expect(plainText('<style>p{}</style><script>x()</script><!-- no --><p>yes</p>')).toBe('yes');
    expect(plainText('')).toBe('');
  });
});

describe('the beginning of a post', () => {
  it('is all of it when it is short', () => {
    expect(excerpt('<p>Hello</p>\n<p>you &amp; me</p>', 50)).toBe('Hello you & me');
  });

  it('ends with a whole word, and without a comma', () => {
    expect(excerpt('<p>First restart the router, then wait.</p>', 28)).toBe('First restart the router…');
    expect(excerpt('<p>one two three</p>', 8)).toBe('one two…');
    expect(excerpt('<p>one two three</p>', 12)).toBe('one two…');
  });

  it('is never longer than asked', () => {
    const html =
      '<p>Lorem ipsum dolor sit amet, consetetur sadipscing elitr 漢字漢字漢字漢字漢字漢字漢字</p>';
    for (let length = 1; length < 90; length++)
      expect(excerpt(html, length).length).toBeLessThanOrEqual(length);
  });

  it('cuts a script without blanks between its characters', () => {
    expect(excerpt('<p>路由器重新启动后无法连接</p>', 6)).toBe('路由器重新…');
    expect(excerpt(`<p>${'👩‍🔧'.repeat(9)}</p>`, 12)).toBe('👩‍🔧👩‍🔧…');
    expect(excerpt(`<p>${'e\u0301'.repeat(9)}</p>`, 6)).toBe('e\u0301e\u0301…');
  });

  it('does not give spoilers away', () => {
    const { html } = renderMarkdown('Who did it?\n\n>! The butler.\n\nAny ideas?');
    expect(excerpt(html, 100)).toBe('Who did it? Any ideas?');
    expect(plainText(html)).toBe('Who did it?\n\nThe butler.\n\nAny ideas?');
  });
});
