import { taglineFor } from './tagline.ts';

describe('the line below the name of the community', () => {
  it('is in the language of the reader as long as nobody wrote one', () => {
    expect(taglineFor('Customers help each other.', 'de')).toBe('Kunden helfen einander.');
    expect(taglineFor('Customers help each other.', 'en')).toBe('Customers help each other.');
  });

  it('stays as the administrators wrote it', () => {
    expect(taglineFor('All about bicycles', 'de')).toBe('All about bicycles');
    expect(taglineFor('', 'de')).toBe('');
  });
});
