import { readFileSync, readdirSync } from 'node:fs';
import type axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { findArrangedVotes } from '../support/arranged-votes.js';
import { launchBrowser } from '../support/browser.js';
import { Client, PASSWORD } from '../support/client.js';
import type { Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

/** What the addresses below are made of. */
interface Sample {
  question: Posted;
  answer: Posted;
  slug: string;
}

/** Every page of the site, with something in it. */
const PAGES: [string, (sample: Sample) => string][] = [
  ['/', () => '/?order=votes&state=solved'],
  ['/admin', () => '/admin'],
  ['/admin/badges', () => '/admin/badges?edit=tag-gold'],
  ['/admin/mails', () => '/admin/mails'],
  ['/admin/people', () => '/admin/people'],
  ['/admin/rules', () => '/admin/rules?preset=ESTABLISHED'],
  ['/answers/[id]/edit', ({ answer }) => `/answers/${answer.id}/edit`],
  ['/ask', () => '/ask?title=Where+does+the+valve+go'],
  ['/badges', () => '/badges?tier=bronze'],
  ['/badges/[key]', () => '/badges/first-answer'],
  ['/bounties', () => '/bounties?order=amount'],
  ['/candidates', () => '/candidates'],
  ['/comments/[postId]', ({ question }) => `/comments/${question.id}`],
  ['/desk/flags', () => '/desk/flags'],
  ['/desk/fraud', () => '/desk/fraud'],
  ['/desk/fraud/[id]', () => '/desk/fraud/z_1'],
  ['/desk/sanctions/[username]', () => '/desk/sanctions/tomasw'],
  ['/desk/products', () => '/desk/products'],
  ['/desk/ratings', () => '/desk/ratings?order=lowest'],
  ['/desk/review', () => '/desk/review'],
  ['/desk/settings', () => '/desk/settings'],
  ['/desk/stale', () => '/desk/stale'],
  ['/versions', () => '/versions'],
  ['/desk/deflection', () => '/desk/deflection'],
  ['/desk/gaps', () => '/desk/gaps'],
  ['/desk/search', () => '/desk/search?locale=en'],
  ['/faq', () => '/faq'],
  ['/faq/[slug]', ({ slug }) => `/faq/${slug}`],
  ['/faq/[slug]/translate', ({ slug }) => `/faq/${slug}/translate?to=fr`],
  ['/faq/category/[slug]', () => '/faq/category/everyday-heating'],
  ['/desk/translations', () => '/desk/translations?language=fr'],
  ['/faq/[slug]/edit', ({ slug }) => `/faq/${slug}/edit`],
  ['/faq/[slug]/versions', ({ slug }) => `/faq/${slug}/versions`],
  ['/faq/drafts', () => '/faq/drafts'],
  ['/faq/new', () => '/faq/new'],
  ['/forgot-password', () => '/forgot-password'],
  ['/goodbye', () => '/goodbye'],
  ['/helpers', () => '/helpers?period=year'],
  ['/house-rules', () => '/house-rules'],
  ['/notices', () => '/notices'],
  ['/people', () => '/people'],
  ['/people/[username]', () => '/people/tomasw'],
  ['/questions/[id=number]/[[slug]]', ({ question }) => question.path],
  ['/questions/[id=number]/[[slug]]/edit', ({ question }) => `${question.path}/edit`],
  ['/record', () => '/record'],
  ['/report/[postId]', ({ question }) => `/report/${question.id}`],
  ['/reports', () => '/reports'],
  ['/reset-password', () => '/reset-password?token=outdated'],
  ['/revisions/[postId]', ({ question }) => `/revisions/${question.id}`],
  ['/rules', () => '/rules'],
  ['/search', () => '/search?q=radiator+valve'],
  ['/settings', () => '/settings'],
  ['/standing', () => '/standing'],
  ['/superusers', () => '/superusers'],
  ['/superusers/invitation', () => '/superusers/invitation'],
  ['/desk/superusers', () => '/desk/superusers?list=terms'],
  ['/tags', () => '/tags'],
  ['/tags/[name]', () => '/tags/valve'],
  ['/tags/[name]/helpers', () => '/tags/valve/helpers'],
  ['/unsubscribe', () => '/unsubscribe?token=incomplete'],
];

/** Other faces of some of them. */
const FACES = [
  '/search',
  '/search?q=zyzzogeton',
  '/search?q=radiator+is:question+is:faq',
  '/search?q=valve+-lang:de&sort=votes',
  '/people/tomasw?tab=questions',
  '/people/tomasw?tab=answers',
  '/people/tomasw?tab=ratings',
  '/people/tomasw?tab=reputation',
  '/people/tomasw?tab=badges',
  '/people/tomasw?tab=reputation&by=post',
  '/people/tomasw?tab=reputation&by=day',
  '/people/tomasw?tab=reputation&kind=losses',
  '/record',
  '/rules?version=1',
  '/tags/valve?order=votes',
  '/faq?tag=comfort',
  '/faq/why-heating-starts-before-the-time-in-the-schedule',
];

/** Those for people who have not logged in yet. */
const FOR_GUESTS = ['/login', '/register'];

describe('every page, on a site with the sample community', () => {
  let server: TestServer;
  let browser: Browser;
  let sample: Sample;
  let token: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is founded with the sample in it, which is there within seconds', async () => {
    const founder = await Visitor.arrive(browser, server.url);
    await founder.goTo('/');
    await founder.fill({
      'Name of the community': 'Norrin Community',
      'User name': 'founder',
      'Display name': 'Fenna Founder',
      'E-mail address': 'founder@example.com',
      Password: PASSWORD,
    });
    await founder.page.getByRole('radio', { name: 'A sample community' }).check();
    await founder.press('Open the community');
    await founder.page.getByText('Menu of Fenna Founder').waitFor({ state: 'attached' });
    const guest = new Client(server.url);
    await until(
      () => guest.get<Listed>(LISTED),
      ({ questions, articles }) => questions.nodes.length > 5 && articles.nodes.length > 0,
      15,
    );
    await founder.goTo('/');
    await founder.page
      .getByRole('article')
      .or(founder.page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    expect(founder.troubles).toEqual([]);
    await founder.leave();

    const login = { login: 'founder', password: PASSWORD };
    token = (await guest.act<{ token: string }>('login', login, 'token')).token;
    sample = await sampleOf(server.url, token);
    await server.db.database.query(
      `insert into notice (account_id, kind, key, data, read_at)
       select id, kind, kind, '{"name": "Guide", "slug": "guide", "points": 50}', case when kind = 'BOUNTY_WON' then now() end
         from account, unnest(array['RANK_REACHED', 'BOUNTY_WON', 'BADGE_AWARDED']) as kind where is_founder`,
    );
    await findArrangedVotes(server);
    await server.db.database.query(
      `insert into flag (post_id, flagger_id, reason, remark)
       select (select min(id) from post where kind = 'answer'), max(id), 'PLAGIARISM', 'From the manual, page 12.'
         from account where role = 'MEMBER'`,
    );
  });

  it('the list of them is complete', () => {
    const routes = readdirSync('apps/web/src/routes', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('+page.svelte'))
      .map((path) => `/${path.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`);
    const listed = [...PAGES.map(([route]) => route), ...FOR_GUESTS, '/setup'];
    expect(routes.sort()).toEqual(listed.sort());
  });

  describe.each([
    ['on a desk, in English, light', { viewport: { width: 1280, height: 900 }, locale: 'en-GB' }, 'light'],
    ['on a phone, in German, dark', { viewport: { width: 360, height: 740 }, locale: 'de-DE' }, 'dark'],
  ] as const)('%s', (_, options, colours) => {
    let admin: Visitor;
    let guest: Visitor;
    beforeAll(async () => {
      admin = await Visitor.arrive(browser, server.url, { ...options, colorScheme: colours });
      await admin.resume(token);
      guest = await Visitor.arrive(browser, server.url, { ...options, colorScheme: colours });
      visitors.push(admin, guest);
    });

    it.each(PAGES)('%s', async (_, address) => {
      expect(await admin.goTo(address(sample))).toBe(200);
      await expectSound(admin, options.locale);
    });

    it.each([...FOR_GUESTS, ...FACES])('%s, for guests', async (path) => {
      expect(await guest.goTo(path)).toBe(200);
      await expectSound(guest, options.locale);
    });

    it.each([
      ['/questions/999999', 404],
      ['/faq/nothing-like-that', 404],
      ['/tags/nothing-like-that', 404],
      ['/people/nobody-here', 404],
      ['/revisions/q_999999', 404],
      ['/nothing', 404],
      ['/questions/not-a-number', 404],
    ])('%s is a page of its own that says so: %i', async (path, status) => {
      expect(await guest.goTo(path)).toBe(status);
      await expectSound(guest, options.locale);
    });

    it('the colours follow the device', async () => {
      await guest.goTo('/');
      const lightness = await guest.page.evaluate(() => {
        const [red = 0, green = 0, blue = 0] = (
          getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g) ?? []
        ).map(Number);
        return (red + green + blue) / 3;
      });
      if (colours === 'dark') expect(lightness).toBeLessThan(70);
      else expect(lightness).toBeGreaterThan(200);
    });
  });

  it.each([
    '/admin',
    '/admin/people',
    '/candidates',
    '/settings',
    '/ask',
    '/reports',
    '/desk/flags',
    '/desk/fraud',
    '/notices',
    '/standing',
    '/superusers/invitation',
    '/desk/superusers',
  ])('%s sends guests to the login, which leads back', async (path) => {
    const response = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/login?next=${encodeURIComponent(path)}`);
  });

  it.each([
    '/admin',
    '/admin/people',
    '/admin/mails',
    '/candidates',
    '/faq/drafts',
    '/desk/flags',
    '/desk/fraud',
  ])('%s is a 403 for members', async (path) => {
    const member = await new Client(server.url).register(`member-${path.replaceAll('/', '-').slice(1)}`);
    const response = await fetch(`${server.url}${path}`, {
      headers: { cookie: `peerdesk_session=${member.token}` },
    });
    expect(response.status).toBe(403);
  });

  it('and nothing went wrong behind any of them', () => {
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});

/** What holds for every page, also with everything unfolded. */
async function expectSound(visitor: Visitor, locale: string): Promise<void> {
  await visitor.page.evaluate(() => {
    for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
  });
  const page = await visitor.page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title.trim(),
    language: document.documentElement.lang,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // Keys of messages that were never written, and values that were never there.
    unfinished: document.body.innerText.match(/\b(undefined|NaN|\[object Object\]|null)\b/)?.[0],
    doubleIds: [...document.querySelectorAll('[id]')]
      .map(({ id }) => id)
      .filter((id, n, all) => all.indexOf(id) !== n),
  }));
  expect(page).toEqual({
    headings: 1,
    title: expect.stringMatching(/\S{2}/) as string,
    language: locale.slice(0, 2),
    tooWide: 0,
    unfinished: undefined,
    doubleIds: [],
  });
  expect(await barriers(visitor)).toEqual([]);
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What a machine can see of what keeps people out who see, hear or move in other ways: WCAG 2.2 AA and good practice. */
async function barriers({ page }: Visitor): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return inPage.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

const LISTED = `{ questions(orderBy: VOTES) { nodes { id path answers { nodes { id path } } } } articles { nodes { slug } } }`;

interface Listed {
  questions: { nodes: (Posted & { answers: { nodes: Posted[] } })[] };
  articles: { nodes: { slug: string }[] };
}

/** The liveliest question, with an edit of its own, one of its answers, and an article. */
async function sampleOf(url: string, token: string): Promise<Sample> {
  const admin = new Client(url, token);
  const { questions, articles } = await admin.get<Listed>(LISTED);
  const [question] = questions.nodes;
  const answer = question?.answers.nodes[0];
  const slug = articles.nodes[0]?.slug;
  if (!question || !answer || !slug) throw new Error('the sample holds no question with an answer');
  await admin.act(
    'editAnswer',
    { answerId: answer.id, body: 'Another text, so that there are two.' },
    '__typename',
  );
  await admin.act(
    'addComment',
    { postId: question.id, body: 'A comment, so that there is one.' },
    '__typename',
  );
  return { question, answer, slug };
}
