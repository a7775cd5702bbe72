import { doesMention, withoutMentionsOf } from './mention-removal.js';
import { renderMarkdown } from './render.js';

describe('a text that calls for somebody who has left', () => {
  const without = (text: string) => withoutMentionsOf('ann', text);

  it.each([
    ['Thanks @ann!', true],
    ['Thanks @ANN, and (@Ann).', true],
    ['@anna and @ann-lee are others', false],
    ['write to me@ann or x@ann.example', false],
    ['the package `@ann/parser`', false],
    ['    @ann in code', false],
    ['no ann without a sign', false],
  ])('%j: %j', (text, isCalled) => {
    expect(doesMention(text, 'ann')).toBe(isCalled);
  });

  it('calls for nobody instead, and says all else as it did', () => {
    expect(without('@Ann, @anna: ask @ann.')).toBe('@former-member, @anna: ask @former-member.');
  });

  it('leads nowhere any more, and to everybody else as before', () => {
    const { html } = renderMarkdown('Ask @ann or @bob.');
    const { html: wanted } = renderMarkdown('Ask @former-member or @bob.', {
      mentionHref: (name) => (name === 'bob' ? '/people/bob' : null),
    });
    expect(without(html)).toBe(wanted);
  });
});
