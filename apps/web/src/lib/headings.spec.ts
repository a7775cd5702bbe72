import { headingsFrom } from './headings.ts';

describe('the headings of a text on a page', () => {
  it('begin below the heading that the text stands under, and keep their steps', () => {
    expect(headingsFrom(2, '<h4>When you ask</h4><p>Look first.</p><h5>Words</h5><h4>Always</h4>')).toBe(
      '<h2>When you ask</h2><p>Look first.</p><h3>Words</h3><h2>Always</h2>',
    );
  });

  it('go down where the text stands deeper, not below the last level', () => {
    expect(headingsFrom(4, '<h3>one</h3><h5>two</h5><h6>three</h6>')).toBe(
      '<h4>one</h4><h6>two</h6><h6>three</h6>',
    );
  });

  it('keep the names by which links jump to them', () => {
    expect(headingsFrom(2, '<h3 id="part-one">one</h3><p>1</p><h4 id="part-two">two</h4>')).toBe(
      '<h2 id="part-one">one</h2><p>1</p><h3 id="part-two">two</h3>',
    );
  });

  it('leave a text without headings alone, also one that writes about them', () => {
    const html = '<p>Wrap it in <code>&lt;h4&gt;</code>.</p><hr />';
    expect(headingsFrom(2, html)).toBe(html);
  });
});
