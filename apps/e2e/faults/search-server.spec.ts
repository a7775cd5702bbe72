import { startMeilisearchStandIn, type MeilisearchStandIn } from '#libs/testing';
import type { Person } from '../support/community.js';
import { Community } from '../support/community.js';
import { until } from '../support/until.js';
import { Installation } from './installation.js';

const SEARCH = `query ($query: String!) {
  search(query: $query) { engine fellBack tookMs hits { subject { ... on Question { id } } } }
}`;

interface Found {
  search: { engine: string; fellBack: boolean; tookMs: number; hits: { subject: { id?: string } }[] };
}

/** Everything is to be well so many seconds after the search server is. */
const A_MINUTE = 60;
/** Nobody waits longer for a search because of an outage; a busy machine of tests is slow besides. */
const PATIENCE_MS = 3_000;

/** As the operator and the people see it: the built server with a Meilisearch that goes wrong and comes back. */
describe('while the search server', () => {
  let standIn: MeilisearchStandIn;
  let installation: Installation;
  let community: Community;
  let asker: Person;

  beforeAll(async () => {
    standIn = await startMeilisearchStandIn();
    installation = await Installation.create({ MEILI_HOST: standIn.url, MEILI_API_KEY: standIn.apiKey });
    await installation.start();
    community = await Community.found(installation.url);
    asker = await community.join('asker');
    await asker.ask({ title: 'The very first question about anteaters' });
    await until(
      () => search('anteaters'),
      ({ engine, hits }) => engine === 'MEILISEARCH' && hits.length === 1,
      A_MINUTE,
    );
  });
  afterAll(async () => {
    await installation.remove();
    await standIn.stop();
  });

  const search = async (query: string) => (await community.guest.get<Found>(SEARCH, { query })).search;
  const found = async (query: string) => (await search(query)).hits.map(({ subject }) => subject.id);
  const searchPage = async () =>
    (await fetch(`${installation.url}/search?q=anteaters`, { headers: { 'accept-language': 'en' } })).text();

  /** Whether another engine stands in: not where the server still answers searches, and only writing fails. */
  const TROUBLES: [trouble: string, standsIn: boolean, makeIt: () => void | Promise<void>][] = [
    ['is gone', true, () => standIn.faults.absent()],
    ['is slow', true, () => standIn.faults.slow(2_500)],
    ['has a full disk', false, () => standIn.faults.fullDisk()],
    ['accepts everything and then fails', false, () => standIn.faults.failTasks()],
    ['is hidden by the error page of a proxy', true, () => standIn.faults.html()],
    ['has lost its indexes', true, () => standIn.faults.forgetEverything()],
    ['does not take the key', true, () => standIn.faults.refuseKey()],
  ];

  it.each(TROUBLES)(
    '%s, people write and search, and all is well within a minute after it is back',
    async (trouble, standsIn, makeIt) => {
      const word = `outage${TROUBLES.findIndex(([name]) => name === trouble)}`;
      await makeIt();
      const question = await asker.ask({ title: `Asked during ${word}` });
      const [first, page] = [await search('anteaters'), await searchPage()];
      expect(first.hits).toHaveLength(1);
      expect(first.tookMs).toBeLessThan(PATIENCE_MS);
      if (standsIn) {
        expect(first).toMatchObject({ engine: 'POSTGRES', fellBack: true });
        expect(page).toContain('Search is limited right now');
        await until(
          () => found(word),
          (ids) => ids.includes(question.id),
        );
      }

      await standIn.faults.clear();
      await until(
        () => search(word),
        ({ engine, fellBack, hits }) =>
          engine === 'MEILISEARCH' && !fellBack && hits[0]?.subject.id === question.id,
        A_MINUTE,
      );
      expect(await found('anteaters')).toHaveLength(1);
      expect(await searchPage()).not.toContain('Search is limited right now');
      expect(await installation.check()).toMatchObject({ exitCode: 0 });
    },
    120_000,
  );
});
