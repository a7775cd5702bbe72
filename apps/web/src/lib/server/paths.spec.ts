import { loginPath, pageOf, safeNext } from './paths.ts';

describe('where a form leads after it was taken', () => {
  it.each([
    ['/questions/12/how-to?order=newest#answer-3', '/questions/12/how-to?order=newest#answer-3'],
    ['/people/fran%C3%A7ois', '/people/fran%C3%A7ois'],
    ['/', '/'],
  ])('goes on to a page of this site: %s', (wish, place) => {
    expect(safeNext(wish)).toBe(place);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/ok\\..\\evil',
    'javascript:alert(1)',
    'questions/12',
    '',
    null,
    undefined,
  ])('does not leave the site for %j', (wish) => {
    expect(safeNext(wish)).toBe('/');
  });
});

describe('coming back after logging in', () => {
  it('returns to the page with its filters, without the deed that was tried', () => {
    const posted = new URL('http://desk.example/questions/12/how-to?/vote&order=newest');
    expect(pageOf(posted)).toBe('/questions/12/how-to?order=newest');
    expect(loginPath(posted)).toBe('/login?next=%2Fquestions%2F12%2Fhow-to%3Forder%3Dnewest');
  });

  it('survives the way through the login form', () => {
    const page = new URL('http://desk.example/search?q=caf%C3%A9+%26+bar');
    const login = new URL(loginPath(page), page);
    expect(safeNext(login.searchParams.get('next'))).toBe('/search?q=caf%C3%A9+%26+bar');
  });
});
