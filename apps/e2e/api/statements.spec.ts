import { Community } from '../support/community.js';
import type { Article, Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** A question with everything that can be at one, and the article that came from it. */
interface Subject {
  question: Posted;
  article: Article;
}

/**
 * How many SQL statements a page may take, for a guest and for the asker signed in. The question page has these by
 * promise. The others are held to what they take: who raises one of them should know why.
 */
const PAGES: [page: string, guest: number, signedIn: number, path: (subject: Subject) => string][] = [
  ['question', 8, 12, ({ question }) => question.path],
  ['home', 6, 7, () => '/'],
  // The best match of few looks on, more loosely, in up to three statements more; sorted, a search has all words or none.
  ['search', 10, 11, () => '/search?q=descale+boiler&sort=newest'],
  ['tags', 1, 2, () => '/tags'],
  ['tag', 5, 6, () => '/tags/boiler'],
  ['people', 2, 3, () => '/people'],
  // Among them the rules of standing, unless they were read within two seconds.
  // Among them badges, topics, what else somebody is known for, and articles made of their answers (two).
  ['profile', 14, 15, () => '/people/helper-1'],
  ['ledger of a profile', 8, 9, () => '/people/helper-1?tab=reputation'],
  // Besides the articles themselves: the languages there are.
  ['FAQ', 3, 4, () => '/faq'],
  // Among them translations, categories, what is related (two), and what may make it stale.
  ['FAQ article', 14, 15, ({ article }) => article.path],
];

type Costs = Record<string, { guest: number; signedIn: number }>;

/** Measured from outside: by what the server tells Prometheus before and after a page was read. */
describe('what a page asks of the database', () => {
  let server: TestServer;
  let community: Community;
  let asker: Person;
  let reader: Person;
  let curator: Person;
  let helpers: Person[];
  /** With five answers and ten comments, and little else on the site. */
  let small: Costs;
  /** With ten answers and twenty comments, and more of everything that the lists show. */
  let large: Costs;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    helpers = await community.joinMany(10, 'helper');
    asker = await community.join('asker');
    reader = await community.join('reader');
    curator = await community.join('curator', 'STAFF');

    small = await costsAround(await discuss('How do I descale the boiler?', 5, ['boiler', 'water']));
    await discuss('Which boiler need I not descale?', 1, ['boiler', 'limescale']);
    await discuss('May I descale the boiler with vinegar?', 1, ['boiler', 'vinegar', 'water']);
    large = await costsAround(
      await discuss('How often do I descale the boiler?', 10, ['boiler', 'care', 'water']),
    );
  });
  afterAll(() => server.stop());

  /** A question with so many answers, each with two comments and a vote; one is accepted, one official, one in the FAQ. */
  const discuss = async (title: string, answerCount: number, tags: string[]): Promise<Subject> => {
    const question = await asker.ask({ title, tags });
    await reader.vote(question.id, 'UP');
    // One after the other: only what was written later may replace an answer.
    const written: [Person, Posted][] = [];
    for (const helper of helpers.slice(0, answerCount))
      written.push([helper, await helper.answer(question.id)]);
    const answers = await Promise.all(
      written.map(async ([helper, answer]) => {
        await asker.comment(answer.id, 'Does that harm the seals?');
        await helper.comment(answer.id, 'Not in a thousand years.');
        await reader.vote(answer.id, 'UP');
        return answer;
      }),
    );
    const [first, last] = [answers[0]!, answers.at(-1)!];
    await asker.accept(first.id);
    await asker.act('rateHelper', { answerId: first.id, stars: 5 }, '__typename');
    await curator.makeOfficial(question.id, last.id);
    const [older, too, newer] = answers.slice(1);
    if (older && too && newer) {
      await asker.act('markAlsoSolved', { answerId: too.id }, '__typename');
      await curator.act('supersedeAnswer', { answerId: older.id, byAnswerId: newer.id }, '__typename');
    }
    const article = await curator.promote(first.id, { title });
    await curator.publish(article.id);
    return { question, article };
  };

  const costsAround = async (subject: Subject): Promise<Costs> => {
    await until(
      () => sumOf(/^peerdesk_search_dirty (\d+)$/gm),
      (waiting) => waiting === 0,
    );
    const costs: Costs = {};
    for (const [page, , , path] of PAGES) {
      const address = path(subject);
      costs[page] = { guest: await cheapest(address), signedIn: await cheapest(address, asker) };
    }
    return costs;
  };

  /**
   * Of three views: what is read anew every few seconds for all pages together, such as settings, is no part of a page's
   * own price, and the first view of all is slow enough to meet it twice.
   */
  const cheapest = async (path: string, person?: Person) => {
    const costs = [];
    for (let view = 1; view <= 3; view++) costs.push(await statementsFor(path, person));
    return Math.min(...costs);
  };

  const statementsFor = async (path: string, person?: Person): Promise<number> => {
    const [viewsBefore, before] = [await views(), await statements()];
    const headers = { accept: 'text/html', ...(person && { cookie: `peerdesk_session=${person.token}` }) };
    const page = await fetch(server.url + path, { headers, redirect: 'error' });
    const html = await page.text();
    expect([path, page.status, html.includes('/logout')]).toEqual([path, 200, person !== undefined]);
    // It is noted a moment after its last byte has come.
    await until(views, (count) => count === viewsBefore + 1);
    return (await statements()) - before;
  };

  const views = () => sumOf(/^peerdesk_http_request_duration_seconds_count\{.*route="\/\*".*\} (\d+)$/gm);
  const statements = () => sumOf(/^peerdesk_sql_statements_total\{route="\/\*"\} (\d+)$/gm);
  const sumOf = async (values: RegExp): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return [...text.matchAll(values)].reduce((sum, [, value]) => sum + Number(value), 0);
  };

  it.each(PAGES)('the %s page: at most %i statements for a guest, %i signed in', (page, guest, signedIn) => {
    expect(large[page]?.guest).toBeGreaterThan(0);
    expect(large[page]?.guest).toBeLessThanOrEqual(guest);
    expect(large[page]?.signedIn).toBeLessThanOrEqual(signedIn);
  });

  it('takes as many with ten answers, twenty comments and longer lists as with half of it', () => {
    expect(large).toEqual(small);
  });
});
