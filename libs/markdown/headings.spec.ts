import { withAnchors } from './headings.js';
import { renderMarkdown } from './render.js';

describe('the headings of a text', () => {
  const anchored = (source: string) => withAnchors(renderMarkdown(source).html);

  it('get names to jump to, each of them once', () => {
    const { html, headings } = anchored(
      '# Before you start\n\nText.\n\n## Öl & Filter\n\n## Before you start',
    );
    expect(headings).toEqual([
      { level: 3, text: 'Before you start', anchor: 'part-before-you-start' },
      { level: 4, text: 'Öl & Filter', anchor: 'part-ol-filter' },
      { level: 4, text: 'Before you start', anchor: 'part-before-you-start-2' },
    ]);
    for (const { level, anchor } of headings) expect(html).toContain(`<h${level} id="${anchor}">`);
  });

  it('keep the markup inside them, and nothing that people write becomes an attribute', () => {
    const { html, headings } = anchored('# Press *both* `"><img src=x onerror=alert(1)>`');
    expect(headings[0]?.text).toBe('Press both "><img src=x onerror=alert(1)>');
    expect(html).toContain('<em>both</em>');
    expect(html).toMatch(/^<h3 id="part-[a-z0-9-]+">/);
    expect(html).not.toContain('<img');
  });

  it('are not taken from code that looks like one', () => {
    const source = '```html\n<h3>Not a heading</h3>\n```';
    expect(anchored(source).headings).toEqual([]);
  });

  it('are left as they are where there is nothing to read', () => {
    expect(anchored('#\n\nText.').headings).toEqual([]);
  });
});
