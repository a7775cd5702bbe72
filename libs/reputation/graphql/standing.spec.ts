import { AccountLoader, AccountQueries } from '#libs/accounts';
import type { User } from '#libs/accounts';
import { PostLoader, PostQueries } from '#libs/forum';
import { GUEST } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { countingStatements } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Builders, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Ledger } from '../application/ledger.js';
import { ReputationQueries } from '../persistence/reputation.queries.js';
import { EntryFieldsResolver } from './entry.fields.resolver.js';
import { PersonFieldsResolver } from './person.fields.resolver.js';
import { BadgeLoader, EntryLoader, EntryPageLoader } from './reputation.loaders.js';

describe('what people see of standing', () => {
  let db: TestDatabase;
  let make: Builders;
  let ledger: Ledger;
  let accounts: AccountLoader;
  let posts: PostLoader;
  let people: PersonFieldsResolver;
  let entries: EntryFieldsResolver;
  let asker: Actor;
  let helper: Actor;
  let answer: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    ledger = new Ledger(db.database);
    const queries = new ReputationQueries(db.database);
    accounts = new AccountLoader(new AccountQueries(db.database));
    posts = new PostLoader(new PostQueries(db.database));
    people = new PersonFieldsResolver(new EntryPageLoader(queries), new BadgeLoader(queries));
    entries = new EntryFieldsResolver(posts, new EntryLoader(queries));
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    [asker, helper] = [await make.member(), await make.member()];
    answer = await make.answer({ question: await make.question({ author: asker }), author: helper });
  });

  const seenBy = (viewer: Viewer): RequestContext => ({
    viewer,
    requestId: 'r',
    address: '127.0.0.1',
    sessionToken: null,
    guestKey: Buffer.alloc(0),
    refusesRecording: false,
    setSession: () => undefined,
    loaders: new Map(),
  });

  async function userOf({ accountId }: Actor, context: RequestContext): Promise<User> {
    return (await accounts.load(context, accountId))!;
  }

  async function upvoted(person: Actor, times: number): Promise<void> {
    const awards = Array.from({ length: times }, (_, nth) => ({
      accountId: person.accountId,
      rule: 'ANSWER_UPVOTED' as const,
      reason: 'ANSWER_UPVOTED' as const,
      postId: answer,
      cause: `vote:${answer}-${nth}`,
    }));
    await ledger.award(awards);
  }

  it('every gain and loss is listed, the newest first, with what a reversal takes back', async () => {
    await upvoted(helper, 2);
    await ledger.revoke([`vote:${answer}-0`], 'VOTE_WITHDRAWN');
    const guest = seenBy(GUEST);
    const { nodes } = await people.reputationEntries(await userOf(helper, guest), guest, { first: 10 });

    expect(nodes.map(({ delta, reason, isReversed }) => [delta, reason, isReversed])).toEqual([
      [-10, 'REVERSAL', false],
      [10, 'ANSWER_UPVOTED', false],
      [10, 'ANSWER_UPVOTED', true],
    ]);
    expect(await entries.reverses(nodes[0]!, guest)).toMatchObject({ id: nodes[2]!.id });
    expect(await entries.reverses(nodes[1]!, guest)).toBeNull();
    expect(await entries.post(nodes[1]!, guest)).toMatchObject({ path: expect.stringContaining('#answer-') });
  });

  it('an upvote beyond the daily limit is shown, with what it would have been', async () => {
    await upvoted(helper, 21);
    const guest = seenBy(GUEST);
    const { nodes } = await people.reputationEntries(await userOf(helper, guest), guest, { first: 1 });
    expect(nodes[0]).toMatchObject({ delta: 0, pointsBeforeCap: 10 });
  });

  it('the pages of a ledger follow each other without a gap, though all was entered in one moment', async () => {
    await upvoted(helper, 25);
    const guest = seenBy(GUEST);
    const user = await userOf(helper, guest);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await people.reputationEntries(user, guest, { first: 10, after });
      seen.push(...page.nodes.map((entry) => entry.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });

  it('the ledgers and posts of many people take as many statements as those of one', async () => {
    const crowd = [helper, asker, ...(await Promise.all([make.member(), make.member()]))];
    for (const person of crowd) await upvoted(person, 3);
    const guest = seenBy(GUEST);
    const users = await Promise.all(crowd.map((person) => userOf(person, guest)));
    const { statements } = await countingStatements(async () => {
      const pages = await Promise.all(
        users.map((user) => people.reputationEntries(user, guest, { first: 3 })),
      );
      await Promise.all(users.map((user) => people.badges(user, guest)));
      const shown = pages.flatMap(({ nodes }) => nodes);
      await Promise.all(shown.map(async (entry) => entries.post(entry, guest)));
    });
    expect(statements).toBe(3);
  });

  it('the entry stays public when its post is deleted, the post does not', async () => {
    await upvoted(helper, 1);
    await db.database.query(`update post set deleted_at = now() where id = $1`, [answer]);
    const [guest, author] = [seenBy(GUEST), seenBy(helper)];
    const { nodes } = await people.reputationEntries(await userOf(helper, guest), guest, { first: 1 });
    expect(nodes).toHaveLength(1);
    expect(await entries.post(nodes[0]!, guest)).toBeNull();
    expect(await entries.post(nodes[0]!, author)).not.toBeNull();
  });
});
