import { renderMarkdown } from '../render.js';

const mentioned = (source: string) => renderMarkdown(source).mentions;

describe('calling people by name', () => {
  it('links to the person', () => {
    expect(renderMarkdown('Thanks @alice!')).toEqual({
      html: '<p>Thanks <a href="/people/alice" rel="nofollow ugc noopener">@alice</a>!</p>\n',
      mentions: ['alice'],
    });
  });

  it.each([
    ['@alice, (@bob-smith) and **@carol_x**: see below', ['alice', 'bob-smith', 'carol_x']],
    ['ask @alice.', ['alice']],
    ['…@alice', ['alice']],
    ['> @alice said', ['alice']],
    ['@Alice @ALICE @alice', ['Alice']],
    ['Привет @alice', ['alice']],
    ['@a1', ['a1']],
  ])('%s', (source, names) => {
    expect(mentioned(source)).toEqual(names);
  });

  it.each([
    ['an e-mail address', 'write to help@example.org or root@localhost'],
    ['code', '`@alice` and\n\n```\n@alice\n```\n\n    @alice'],
    ['a link', '[@alice](https://example.org) https://example.org/@alice <https://example.org/@alice>'],
    ['the words of an image', '![@alice](/a.png)'],
    ['an escaped sign', 'the \\@media rule, &#64;alice'],
    ['a package', 'npm install @nestjs/core'],
    ['an address in another network', '@alice@social.example'],
    ['part of a word', 'foo@alice é@alice x_@alice'],
    ['a single letter', '@a'],
    ['a name that begins with a sign', '@_alice @-alice'],
    ['a name that is too long', `@${'a'.repeat(31)}`],
    ['a file', '@import.css'],
  ])('%s is no mention', (_, source) => {
    expect(mentioned(source)).toEqual([]);
    expect(renderMarkdown(source).html).not.toContain('/people/');
  });

  it('takes a name of thirty characters', () => {
    expect(mentioned(`@${'a'.repeat(30)}`)).toEqual(['a'.repeat(30)]);
  });

  it('calls at most ten people, however often each', () => {
    const names = Array.from({ length: 15 }, (_, index) => `@user${index}`).join(' ');
    const { html, mentions } = renderMarkdown(`${names} ${names}`);
    expect(mentions).toEqual(Array.from({ length: 10 }, (_, index) => `user${index}`));
    expect(html.match(/<a /g)).toHaveLength(20);
  });

  it('leaves a name alone that leads nowhere', () => {
    const known = new Map([['alice', '/people/alice-in-chains']]);
    const { html, mentions } = renderMarkdown('@alice and @nobody', {
      mentionHref: (name) => known.get(name) ?? null,
    });
    expect(mentions).toEqual(['alice']);
    expect(html).toContain('<a href="/people/alice-in-chains"');
    expect(html).toContain('and @nobody');
  });
});
