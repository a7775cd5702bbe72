import { Community } from '../support/community.js';
import type { Person, Posted, Standing } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

/** What everybody's number is made of, to the point. */
describe('reputation, as its ledger shows it', () => {
  let server: TestServer;
  let community: Community;
  let readers: Person[];
  let asker: Person;
  let question: Posted;
  let count = 0;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    readers = await community.joinMany(25);
    asker = await community.join('asker');
    question = await asker.ask();
  });
  afterAll(() => server.stop());

  const helper = () => community.join(`helper-${(count += 1)}`);
  const lines = ({ entries }: Standing) => entries.map(({ reason, delta }) => `${reason} ${delta}`).reverse();

  it('a question voted up brings 10 and voted down takes 2, at no cost to the voter', async () => {
    const author = await helper();
    const { id } = await author.ask({ title: 'How long do the filters last on average?' });
    await readers[0]?.vote(id, 'UP');
    expect(await community.admin.vote(id, 'DOWN')).toBe(0);
    expect(lines(await author.standing())).toEqual(['QUESTION_UPVOTED 10', 'QUESTION_DOWNVOTED -2']);
    expect(await community.admin.standing()).toMatchObject({ reputation: 0, entries: [] });
  });

  it('an answer voted down takes 2 from its author and 1 from whoever means it', async () => {
    const author = await helper();
    const { id } = await author.answer(question.id);
    const voter = await community.join('strict-sue', 'SUPERUSER');
    expect(await voter.vote(id, 'DOWN')).toBe(-1);
    expect(lines(await author.standing())).toEqual(['ANSWER_DOWNVOTED -2']);
    expect(lines(await voter.standing())).toEqual(['ANSWER_DOWNVOTED -1']);
  });

  it('a vote that is turned round takes back the old one before the new one counts', async () => {
    const author = await helper();
    const voter = await community.join('fickle-finn', 'SUPERUSER');
    const { id } = await author.answer(question.id);
    expect(await voter.vote(id, 'UP')).toBe(1);
    expect(await voter.vote(id, 'DOWN')).toBe(-1);
    expect(lines(await author.standing())).toEqual([
      'ANSWER_UPVOTED 10',
      'REVERSAL -10',
      'ANSWER_DOWNVOTED -2',
    ]);
    expect(await voter.vote(id, 'NONE')).toBe(0);
    expect(await author.standing()).toMatchObject({
      reputation: 0,
      latest: { reason: 'REVERSAL', delta: 2 },
    });
    expect(lines(await voter.standing())).toEqual(['ANSWER_DOWNVOTED -1', 'REVERSAL 1']);
  });

  it('who accepts their own answer gets nothing for it', async () => {
    const author = await helper();
    const asked = await author.ask();
    const { id } = await author.answer(asked.id, 'I found it myself: hold the button for ten seconds.');
    await author.accept(id);
    expect(await author.standing()).toMatchObject({ reputation: 0, entries: [] });
  });

  it('who marks their own answer official, or publishes it, gets nothing for it', async () => {
    const curator = await community.join('curator', 'STAFF');
    const { id } = await curator.answer(question.id);
    await curator.makeOfficial(question.id, id);
    await curator.publish((await curator.promote(id, { title: 'Descaling the boiler by hand' })).id);
    expect(await curator.standing()).toMatchObject({ reputation: 0, entries: [] });
    await curator.makeOfficial(question.id, null);
  });

  it('25 upvotes on one day, all at once, bring exactly 200; marks come on top of that', async () => {
    const author = await helper();
    const { id } = await author.answer(question.id);
    await Promise.all(readers.map((reader) => reader.vote(id, 'UP')));
    const { reputation, entries } = await author.standing();
    expect(reputation).toBe(200);
    expect(entries).toHaveLength(25);
    expect(entries.filter(({ delta }) => delta === 10)).toHaveLength(20);
    expect(
      entries.filter(({ delta, pointsBeforeCap }) => delta === 0 && pointsBeforeCap === 10),
    ).toHaveLength(5);
    await asker.accept(id);
    await community.admin.makeOfficial(question.id, id);
    expect(await author.standing()).toMatchObject({ reputation: 230 });
    await asker.act('unacceptAnswer', { answerId: id }, '__typename');
    await community.admin.makeOfficial(question.id, null);
    expect(await author.standing()).toMatchObject({ reputation: 200 });
  });

  it('beyond the cap, a vote that is taken back makes room for one that had counted nothing', async () => {
    const author = await helper();
    const { id } = await author.answer(question.id);
    for (const reader of readers.slice(0, 21)) await reader.vote(id, 'UP');
    expect(await author.standing()).toMatchObject({ reputation: 200 });
    await readers[0]?.vote(id, 'NONE');
    expect(await author.standing()).toMatchObject({ reputation: 200 });
    await readers[1]?.vote(id, 'NONE');
    expect(await author.standing()).toMatchObject({ reputation: 190 });
  });

  it('125 points open the door to voting down; below that it says what is missing', async () => {
    const author = await helper();
    const { id } = await author.answer(question.id);
    for (const reader of readers.slice(0, 12)) await reader.vote(id, 'UP');
    const down = { postId: question.id, value: 'DOWN' };
    expect(await author.standing()).toMatchObject({ reputation: 120 });
    expect(await author.refusal('castVote', down)).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'VOTE_DOWN',
    });
    await readers[12]?.vote(id, 'UP');
    expect(await author.refusal('castVote', down)).toEqual({ code: 'OK' });
    await author.vote(question.id, 'NONE');
  });

  it('a deleted answer is worth nothing to anybody, and all of it again once it is restored', async () => {
    const [author, voter] = [await helper(), await community.join('harsh-hal', 'SUPERUSER')];
    const asked = await asker.ask({ title: 'Which detergent for the dishwasher, please?' });
    const before = (await asker.standing()).reputation;
    const { id } = await author.answer(asked.id);
    for (const reader of readers.slice(0, 3)) await reader.vote(id, 'UP');
    await voter.vote(id, 'DOWN');
    await asker.accept(id);
    const earned = 3 * 10 - 2 + 15;
    expect((await author.standing()).reputation).toBe(earned);

    await author.remove(id);
    expect((await author.standing()).reputation).toBe(0);
    expect((await voter.standing()).reputation).toBe(0);
    expect((await asker.standing()).reputation).toBe(before);

    await author.act('restorePost', { postId: id }, '__typename');
    expect((await author.standing()).reputation).toBe(earned);
    expect((await voter.standing()).reputation).toBe(-1);
    expect((await asker.standing()).reputation).toBe(before + 2);
  });

  it('the ledger is public, and the whole of it can be paged through', async () => {
    const author = await helper();
    const { id } = await author.answer(question.id);
    for (const reader of readers.slice(0, 5)) await reader.vote(id, 'UP');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { user }: PageOfLedger = await community.guest.get(
        `query ($name: String!, $after: String) { user(username: $name) { reputationEntries(first: 2, after: $after) {
           totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
        { name: author.username, after },
      );
      seen.push(...user.reputationEntries.nodes.map((entry) => entry.id));
      after = user.reputationEntries.pageInfo.hasNextPage ? user.reputationEntries.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual((await author.standing()).entries.map((entry) => entry.id));
    expect(new Set(seen).size).toBe(5);
  });

  it('and after all this, everybody has exactly the sum of their entries', async () => {
    const { users } = await community.guest.get<{ users: { nodes: PersonWithLedger[] } }>(
      '{ users(first: 45) { nodes { reputation reputationEntries(first: 100) { nodes { delta } } } } }',
    );
    const sums = users.nodes.map(({ reputationEntries }) =>
      reputationEntries.nodes.reduce((sum, { delta }) => sum + delta, 0),
    );
    expect(users.nodes.map(({ reputation }) => reputation)).toEqual(sums);
    expect(users.nodes.length).toBeGreaterThan(35);
  });
});

interface PersonWithLedger {
  reputation: number;
  reputationEntries: { nodes: { delta: number }[] };
}

interface PageOfLedger {
  user: {
    reputationEntries: {
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}
