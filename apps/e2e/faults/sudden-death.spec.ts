import type pg from 'pg';
import type { Person } from '../support/community.js';
import { Community } from '../support/community.js';
import { until } from '../support/until.js';
import { Installation } from './installation.js';

/** What people were told is saved. */
interface Acknowledged {
  person: Person;
  id: string;
  /** The text of what was posted; left out where it was a vote for it. */
  body?: string;
}

const SEARCH = `query ($query: String!) { search(query: $query) { hits { subject { ... on Question { id } } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) {
  ... on Question { body viewerVote score } ... on Answer { body viewerVote score } ... on Comment { body } } }`;

/** Within how many seconds search has to know; an idle machine takes one. */
const SOON_SECONDS = 10;

interface Read {
  node: { body: string; viewerVote?: string; score?: number } | null;
}

/** A machine does not ask before it takes a process away. What was acknowledged before that has to be there after it. */
describe('a sudden death', () => {
  let installation: Installation;
  let community: Community;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.start();
    community = await Community.found(installation.url);
  });
  afterAll(() => installation.remove());

  const read = async (id: string, viewer: Person) => (await viewer.get<Read>(NODE, { id })).node;
  const found = async (query: string) => {
    const { search } = await community.guest.get<{ search: { hits: { subject: { id?: string } }[] } }>(
      SEARCH,
      { query },
    );
    return search.hits.map(({ subject }) => subject.id);
  };
  const waitingForSearch = async () =>
    /^peerdesk_search_dirty (\d+)$/m.exec(await (await fetch(`${installation.url}/metrics`)).text())?.[1];

  it('of the server, before search has heard of a question: it is found after the next start', async () => {
    const [asker, voter] = await community.joinMany(2, 'customer');
    const title = 'Why does the grinder seize at night?';
    const body = 'By day it grinds, **by night** it hums and stands still.';

    const [sitter, usher] = [await installation.lookInside(), await installation.lookInside()];
    await takeSeatOfIndexer(sitter.client, usher.client);
    const question = await asker!.ask({ title, body, tags: ['grinder'] });
    await voter!.vote(question.id, 'UP');
    await installation.killServer();
    await Promise.all([sitter.close(), usher.close()]);

    const left = await installation.lookInside();
    const { rows } = await left.client.query(
      `select exists (select from search_dirty where kind = 'question' and id = p.id) as "isDirty",
              exists (select from search_document where id = 'q_' || p.id) as "isIndexed"
         from post p where title = $1`,
      [title],
    );
    await left.close();
    expect(rows).toEqual([{ isDirty: true, isIndexed: false }]);

    await installation.start();
    await until(
      () => found('grinder seize'),
      (ids) => ids.includes(question.id),
      SOON_SECONDS,
    );
    expect(await read(question.id, voter!)).toEqual({ body, viewerVote: 'UP', score: 1 });
    expect(await asker!.standing()).toMatchObject({
      reputation: 10,
      entries: [{ delta: 10, reason: 'QUESTION_UPVOTED', post: { id: question.id } }],
    });
    expect(await installation.check()).toMatchObject({
      exitCode: 0,
      said: expect.stringMatching(/^All \d+ promises are kept\.$/m) as string,
    });
  });

  it('of everything, while many write: whatever they were told is saved, is there', async () => {
    const writers = await community.joinMany(6, 'writer');
    const written = await writeUntil(writers, 150, () => installation.killEverything());

    await installation.start();
    const lost: string[] = [];
    for (const { id, person, body } of written) {
      const node = await read(id, person);
      const isThere = body === undefined ? node?.viewerVote === 'UP' : node?.body === body;
      if (!isThere) lost.push(body ?? `the vote of ${person.username} for ${id}`);
    }
    expect(lost).toEqual([]);

    await until(waitingForSearch, (count) => count === '0', SOON_SECONDS);
    const { exitCode, said } = await installation.check();
    expect(said).toMatch(/^All \d+ promises are kept\.$/m);
    expect(exitCode).toBe(0);
    const votes = written.filter(({ body }) => body === undefined);
    expect(Number(/^votes in the ledger +(\d+)/m.exec(said)?.[1])).toBeGreaterThanOrEqual(votes.length);

    const late = await writers[0]!.ask({ title: 'Is anybody still here after the power cut?' });
    await until(
      () => found('still here after the power cut'),
      (ids) => ids.includes(late.id),
      SOON_SECONDS,
    );
  });
});

/**
 * Sits down where the indexer of the server sits, as that of a second process may: from then on the server indexes
 * nothing. It lasts as long as the connection of `sitter`; `usher` has to be another one.
 */
async function takeSeatOfIndexer(sitter: pg.Client, usher: pg.Client): Promise<void> {
  const seats = (condition: string) => () =>
    usher.query<{ pid: number; seat: string }>(
      `select l.pid, (l.classid::bigint << 32 | l.objid::bigint)::text as seat
         from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and ${condition}`,
    );
  const taken = await until(seats(`l.granted and a.application_name = 'peerdesk search'`), isOne);
  const { pid, seat } = taken.rows[0]!;
  // The server takes a seat that it has lost again at once, so somebody has to be next in the queue already.
  const seated = sitter.query('select pg_advisory_lock($1)', [seat]);
  await until(seats('not l.granted'), isOne);
  await usher.query('select pg_terminate_backend($1)', [pid]);
  await seated;
}

const isOne = ({ rows }: { rows: unknown[] }) => rows.length === 1;

/**
 * Everybody asks, answers, comments and votes, one thing after the other and all side by side; after so many
 * acknowledgements the `end` comes, whoever is in the middle of something.
 *
 * @throws what was refused before the end
 */
async function writeUntil(
  writers: readonly Person[],
  enough: number,
  end: () => Promise<void>,
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const questions: { person: Person; id: string }[] = [];
  let ending: Promise<void> | undefined;
  const note = (one: Acknowledged) => {
    acknowledged.push(one);
    if (acknowledged.length >= enough) ending ??= end();
  };

  const writeOneRound = async (person: Person, round: number) => {
    const signature = `${person.username}, round ${round}`;
    const asked = `It hums: ${signature}.`;
    const { id } = await person.ask({ title: `What is this noise? ${signature}`, body: asked });
    note({ person, id, body: asked });
    questions.push({ person, id });

    // Of those who write at the same time, several meet at the newest question.
    const met = questions.findLast((question) => question.person !== person);
    if (!met) return;
    const answer = `Tighten the screw and listen again: ${signature}.`;
    note({ person, id: (await person.answer(met.id, answer)).id, body: answer });
    const comment = `Since when? ${signature}`;
    note({ person, id: await person.comment(met.id, comment), body: comment });
    await person.vote(met.id, 'UP');
    note({ person, id: met.id });
  };
  const write = async (person: Person) => {
    try {
      for (let round = 1; ; round++) await writeOneRound(person, round);
    } catch (error) {
      if (!ending) throw error;
    }
  };
  await Promise.all(writers.map(write));
  await ending;
  return acknowledged;
}
