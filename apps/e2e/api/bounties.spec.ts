import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

interface BountyFacts {
  id: string;
  amount: number;
  note: string;
  state: string;
  awardRule: string | null;
  offeredBy: { username: string } | null;
  wonBy: { username: string } | null;
  viewerCan: { award: boolean; withdraw: boolean };
}

const FACTS = `id amount note state awardRule offeredBy { username } wonBy { username } viewerCan { award withdraw }`;

describe('bounties, from outside', () => {
  let server: TestServer;
  let community: Community;
  let asker: Person;
  let helper: Person;
  let rich: Person;
  let question: Posted;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    [asker, helper, rich] = [
      await community.join('asker'),
      await community.join('helper'),
      await community.join('rich'),
    ];
    await enrich(rich, 14);
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    question = await asker.ask({ title: 'Why does the pump hum at night?', tags: ['pump'] });
  });

  /** Upvotes and an acceptance for each of so many answers: 25 points. */
  const enrich = async (person: Person, answers: number) => {
    const [friend, reader] = [await community.join('friend'), await community.join('reader')];
    for (let n = 0; n < answers; n++) {
      const { id } = await friend.ask({ title: `How do I set the clock number ${n}?` });
      const answer = await person.answer(id);
      await reader.vote(answer.id, 'UP');
      await friend.accept(answer.id);
    }
  };

  const offer = async (amount = 50, more: object = {}): Promise<BountyFacts> => {
    const input = { questionId: question.id, amount, ...more };
    return (await rich.act<{ bounty: BountyFacts }>('offerBounty', input, `bounty { ${FACTS} }`)).bounty;
  };
  const open = async (args: string): Promise<{ amount: number; question: { id: string } }[]> => {
    const { bounties } = await community.guest.get<{
      bounties: { nodes: { amount: number; question: { id: string } }[] };
    }>(`{ bounties(${args}) { nodes { amount question { id } } } }`);
    return bounties.nodes;
  };

  it('are offered, shown to everybody, and awarded to an answer', async () => {
    const offered = await offer(60, { note: 'It wakes the cat.' });
    expect(offered).toMatchObject({
      state: 'OPEN',
      note: 'It wakes the cat.',
      offeredBy: { username: 'rich' },
      viewerCan: { award: true, withdraw: true },
    });
    const before = (await rich.standing()).reputation;
    const answer = await helper.answer(question.id);

    const seen = await rich.get<{
      question: {
        bounty: { amount: number } | null;
        viewerCan: { offerBounty: boolean };
        answers: { nodes: { bountyWon: number; viewerCan: { awardBounty: boolean } }[] };
      };
    }>(
      `query ($id: ID!) { question(id: $id) { bounty { amount } viewerCan { offerBounty }
         answers { nodes { bountyWon viewerCan { awardBounty } } } } }`,
      { id: question.id },
    );
    expect(seen.question).toEqual({
      bounty: { amount: 60 },
      viewerCan: { offerBounty: false },
      answers: { nodes: [{ bountyWon: 0, viewerCan: { awardBounty: true } }] },
    });

    const input = { bountyId: offered.id, answerId: answer.id };
    const { bounty } = await rich.act<{ bounty: BountyFacts }>('awardBounty', input, `bounty { ${FACTS} }`);
    expect(bounty).toMatchObject({
      state: 'AWARDED',
      awardRule: 'BY_OFFERER',
      wonBy: { username: 'helper' },
      viewerCan: { award: false, withdraw: false },
    });
    expect((await rich.standing()).reputation).toBe(before);
    expect((await helper.standing()).latest).toMatchObject({ reason: 'BOUNTY_WON', delta: 60 });

    const found = await community.guest.get<{ node: object | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Bounty { amount question { id } answer { id } } } }`,
      { id: offered.id },
    );
    expect(found.node).toEqual({ amount: 60, question: { id: question.id }, answer: { id: answer.id } });

    const person = await community.guest.get<{ user: { bounties: { nodes: { id: string }[] } } }>(
      `{ user(username: "helper") { bounties(side: WON) { nodes { id } } } }`,
    );
    expect(person.user.bounties.nodes).toEqual([{ id: offered.id }]);
    expect(await open('first: 100')).not.toContainEqual(expect.objectContaining({ amount: 60 }));
  });

  it('are refused by field: below, above, and beyond what one has', async () => {
    const attempt = (person: Person, amount: number) =>
      person.refusal('offerBounty', { questionId: question.id, amount });
    const { reputation } = await rich.standing();
    expect(await attempt(rich, 49)).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'amount' }] });
    expect(await attempt(rich, 501)).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'amount' }] });
    expect(await attempt(rich, reputation + 1)).toMatchObject({
      fields: [{ path: 'amount', message: expect.stringContaining(`you have ${reputation}`) }],
    });
    expect(await attempt(helper, 50)).toMatchObject({ code: 'FORBIDDEN', requires: 'OFFER_BOUNTY' });
  });

  it('say beforehand what they may cost, and are not offered to who cannot afford the smallest', async () => {
    const { reputation } = await rich.standing();
    const terms = `{ bountyTerms { stakes { name reputationNeeded fromAmount } } }`;
    expect((await rich.get<{ bountyTerms: { stakes: object[] } }>(terms)).bountyTerms.stakes).toContainEqual({
      name: 'VOTE_DOWN',
      reputationNeeded: 125,
      fromAmount: reputation - 124,
    });
    expect(await community.guest.get(terms)).toEqual({ bountyTerms: { stakes: [] } });

    const other = await asker.ask({ title: 'Why does the boiler gurgle in the morning?', tags: ['pump'] });
    const mayOffer = async () =>
      (
        await rich.get<{ question: { viewerCan: { offerBounty: boolean } } }>(
          `query ($id: ID!) { question(id: $id) { viewerCan { offerBounty } } }`,
          { id: other.id },
        )
      ).question.viewerCan.offerBounty;
    expect(await mayOffer()).toBe(true);
    const { id } = await offer(reputation - 49);
    expect(await mayOffer()).toBe(false);
    await rich.act('withdrawBounty', { bountyId: id }, 'bounty { state }');
    expect(await mayOffer()).toBe(true);
  });

  it('are listed by end, amount and age, by tag, page by page', async () => {
    const bounties = [];
    for (const [amount, tag] of [
      [51, 'pump'],
      [53, 'valve'],
      [52, 'pump'],
    ] as const) {
      question = await asker.ask({ title: `Why does the ${tag} hum at night?`, tags: [tag] });
      bounties.push(await offer(amount));
    }
    const amounts = async (args: string) => (await open(args)).map(({ amount }) => amount);
    expect(await amounts('orderBy: ENDING')).toEqual([51, 53, 52]);
    expect(await amounts('orderBy: AMOUNT')).toEqual([53, 52, 51]);
    expect(await amounts('orderBy: NEWEST')).toEqual([52, 53, 51]);
    expect(await amounts('orderBy: AMOUNT, tag: "Pump"')).toEqual([52, 51]);
    for (const order of ['ENDING', 'AMOUNT', 'NEWEST']) {
      const page = await community.guest.get<{ bounties: { pageInfo: { endCursor: string } } }>(
        `{ bounties(first: 1, orderBy: ${order}) { pageInfo { endCursor } } }`,
      );
      const rest = await amounts(`after: "${page.bounties.pageInfo.endCursor}", orderBy: ${order}`);
      expect(rest).toEqual((await amounts(`orderBy: ${order}`)).slice(1));
    }
    for (const { id } of bounties) await rich.act('withdrawBounty', { bountyId: id }, '__typename');
    expect(await open('first: 1')).toEqual([]);
  });

  it('narrow the list of questions to those where one can be won, page by page, or to the others', async () => {
    const asked = [];
    for (const name of ['first', 'second', 'third', 'fourth']) {
      asked.push(await asker.ask({ title: `Why does the ${name} valve hum?`, tags: ['valve-hum'] }));
    }
    const list = async (narrowed: string, after: string | null = null): Promise<string[]> => {
      const { questions } = await community.guest.get<{
        questions: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        `query ($after: String) { questions(first: 2, after: $after, orderBy: NEWEST,
           filter: { tags: ["valve-hum"] ${narrowed} }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const ids = questions.nodes.map(({ id }) => id);
      const { hasNextPage, endCursor } = questions.pageInfo;
      return hasNextPage ? [...ids, ...(await list(narrowed, endCursor))] : ids;
    };
    const ids = asked.map(({ id }) => id);
    const [first, second, third, fourth] = ids as [string, string, string, string];
    const bounties = [];
    for (const post of [asked[0], asked[1], asked[3]]) {
      question = post!;
      bounties.push(await offer());
    }
    expect(await list('hasOpenBounty: true')).toEqual([fourth, second, first]);
    expect(await list('hasOpenBounty: false')).toEqual([third]);
    expect(await list('hasOpenBounty: true, accepted: true')).toEqual([]);
    expect(await list('hasOpenBounty: null')).toEqual(ids.toReversed());
    for (const { id } of bounties.slice(1)) await rich.act('withdrawBounty', { bountyId: id }, '__typename');
    expect(await list('hasOpenBounty: true')).toEqual([first]);
    await rich.act('withdrawBounty', { bountyId: bounties[0]!.id }, '__typename');
    expect(await list('hasOpenBounty: true')).toEqual([]);
  });

  it('cost the page of a question no statement', async () => {
    const statementsFor = async (path: string, person?: Person) => {
      const counted = async () => {
        const text = await (await fetch(`${server.url}/metrics`)).text();
        return Number(/^peerdesk_sql_statements_total\{route="\/\*"\} (\d+)$/m.exec(text)?.[1] ?? 0);
      };
      const headers = { accept: 'text/html', ...(person && { cookie: `peerdesk_session=${person.token}` }) };
      const costs = [];
      for (let view = 1; view <= 4; view++) {
        const before = await counted();
        await (await fetch(server.url + path, { headers })).text();
        // Statements are noted a moment after the last byte.
        await new Promise((resolve) => setTimeout(resolve, 100));
        costs.push((await counted()) - before);
      }
      return Math.min(...costs);
    };
    await helper.answer(question.id);
    const without = [await statementsFor(question.path), await statementsFor(question.path, rich)];
    const { id } = await offer();
    const withOne = [await statementsFor(question.path), await statementsFor(question.path, rich)];
    expect(withOne).toEqual(without);
    const answer = await asker.answer(question.id);
    await rich.act('awardBounty', { bountyId: id, answerId: answer.id }, '__typename');
    expect(await statementsFor(question.path)).toBe(without[0]);
  });
});
