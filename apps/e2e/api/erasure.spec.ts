import { execFile } from 'node:child_process';
import { Client, PASSWORD } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** In everything that identifies the person, and in nothing that they wrote for the community. */
const CANARY = 'quetzalina';
/** In what they wrote for the community, and that is to stay. */
const WORDS = 'serpentwise';

describe('a person who has their account erased', () => {
  let server: TestServer;
  let community: Community;
  let friend: Person;
  let person: Person;
  let question: Posted;
  let answer: Posted;
  let reply: Posted;

  beforeAll(async () => {
    server = await startServer({ RATE_LIMITS: 'on' });
    community = await Community.found(server.url);
    friend = await community.join('friend');
    person = await community.join(CANARY);
    await leaveTraces();
  });
  afterAll(() => server.stop());

  const rows = <Row>(sql: string, parameters: unknown[] = []) =>
    server.db.database.query<Row>(sql, parameters);

  /** Everything that can be known of somebody, each with the canary in it. */
  async function leaveTraces(): Promise<void> {
    const { database } = server.db;
    await person.act(
      'editProfile',
      { displayName: `${CANARY} Q`, about: `I am ${CANARY}, call @friend` },
      '__typename',
    );
    question = await person.ask({
      title: `A ${WORDS} question about boilers`,
      body: `It is ${WORDS} and makes a noise like a kettle.`,
    });
    answer = await friend.answer(question.id, `Listen, @${CANARY}: run citric acid through it, @Friend.`);
    const other = await friend.ask({ title: `May I ask you all something, boiler people?` });
    reply = await person.answer(other.id, `Of course, and this is a ${WORDS} answer.`);
    await person.comment(answer.id, `Thanks, a ${WORDS} comment.`);
    await friend.comment(reply.id, `Hello @${CANARY.toUpperCase()}, in code too: \`@${CANARY}\``);
    await friend.act('editProfile', { about: `I know @${CANARY} well` }, '__typename');
    await person.vote(answer.id, 'UP');
    await friend.vote(reply.id, 'UP');
    await person.accept(answer.id);
    await friend.accept(reply.id);
    const rating = { answerId: answer.id, stars: 5, comment: `You solved it, says ${CANARY}` };
    await person.act('rateHelper', rating, '__typename');
    await friend.act(
      'rateHelper',
      { answerId: reply.id, stars: 4, comment: `Well done ${CANARY}` },
      '__typename',
    );
    await person.act(
      'saveDraft',
      { kind: 'QUESTION', title: 'Draft', body: `I, ${CANARY}, wonder` },
      '__typename',
    );
    await person.act(
      'flagPost',
      { postId: other.id, reason: 'OTHER', remark: `${CANARY} says so` },
      '__typename',
    );
    await new Client(server.url).act('login', { login: CANARY, password: PASSWORD }, 'token');
    await new Client(server.url).code(
      `mutation { login(input: { login: "${CANARY}@example.com", password: "wrong one" }) { token } }`,
    );
    await person.act('requestPasswordReset', { email: `${CANARY}@example.com` }, '__typename');
    await person.act(
      'addComment',
      { postId: reply.id, body: 'Once.', clientMutationId: CANARY },
      '__typename',
    );
    const article = await community.admin.promote(reply.id, {
      title: 'A thing from an answer',
      body: `Found by @${CANARY}, who is ${WORDS}, and written down by us all.`,
    });
    await community.admin.publish(article.id);
    await person.act(
      'rateArticle',
      { articleId: article.id, helpful: false, comment: `${CANARY} doubts it` },
      'article { id }',
    );
    await database.query(
      `insert into notice (account_id, kind, key, data)
       select id, 'SUPERUSER_BELOW', 'below', jsonb_build_object('name', $1::text) from account where username = 'founder'`,
      [CANARY],
    );
    await database.query(
      `insert into superuser_nomination (nominee_id, nominator_id, reason)
       select friend.id, person.id, $1 from account friend, account person
        where friend.username = 'friend' and person.username = $2`,
      [`Signed, ${CANARY}`, CANARY],
    );
  }

  /** Where a word occurs in any column of any table, whatever its type. */
  async function tablesWith(word: string): Promise<string[]> {
    const tables = await rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [hit] = await rows(
        `select 1 from ${name} as row where row::text ilike '%' || $1 || '%' limit 1`,
        [word],
      );
      if (hit) found.push(name);
    }
    return found;
  }

  /** The job, as if the time had passed that it gives to what is under way. */
  async function followUp(): Promise<void> {
    const isNone = (left: unknown[]) => left.length === 0;
    await rows(`update erasure set erased_at = now() - interval '1 hour'`);
    await rows(
      `update pgboss.job set start_after = now() where name = 'accounts.follow-up-erasures' and state = 'created'`,
    );
    await until(() => rows(`select 1 from erasure`), isNone, 15);
    // What changed in texts of others is on its way into search.
    await until(() => rows(`select 1 from search_dirty`), isNone, 15);
  }

  it('has left traces in many tables', async () => {
    expect(await tablesWith(CANARY)).toEqual(
      expect.arrayContaining(
        [
          ...['account', 'article', 'comment', 'draft', 'flag', 'helper_rating', 'idempotency_key', 'mail'],
          ...['notice', 'post', 'post_revision', 'superuser_nomination', 'article_feedback'],
        ].map((name) => `public.${name}`),
      ),
    );
  });

  it('has to know the password, and to mean it', async () => {
    const wrong = await person.refusal('eraseOwnAccount', { password: 'not this one', username: 'friend' });
    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(wrong.fields?.map(({ path }) => path)).toEqual(['password', 'username']);
    expect(
      (await community.guest.refusal('eraseOwnAccount', { password: PASSWORD, username: CANARY })).code,
    ).toBe('UNAUTHENTICATED');
    expect(
      (await friend.refusal('eraseAccount', { userId: person.id, reason: 'No', username: CANARY })).code,
    ).toBe('FORBIDDEN');
    const founder = { password: PASSWORD, username: 'founder' };
    expect((await community.admin.refusal('eraseOwnAccount', founder)).code).toBe('CONFLICT');
  });

  it('is gone at once, for themselves and for everybody', async () => {
    const before = await friend.standing();
    await person.act('eraseOwnAccount', { password: PASSWORD, username: CANARY.toUpperCase() }, 'ok');

    expect(await person.get('{ viewer { id } }')).toEqual({ viewer: null });
    const login = { login: CANARY, password: PASSWORD };
    expect((await community.guest.refusal('login', login)).code).toBe('UNAUTHENTICATED');
    const found = await community.guest.get(
      `query ($id: ID!, $name: String!, $question: ID!) {
         node(id: $id) { id }
         user(username: $name) { id }
         users(first: 100) { nodes { username } }
         questions(filter: { authorId: $id }) { nodes { id } }
         question(id: $question) { author { id } title score acceptedAnswer { id score } }
         search(query: "author:${CANARY} ${WORDS}") { hits { score } }
       }`,
      { id: person.id, name: CANARY, question: question.id },
    );
    expect(found).toEqual({
      node: null,
      user: null,
      users: { nodes: [{ username: 'friend' }, { username: 'founder' }] },
      questions: { nodes: [] },
      question: {
        author: null,
        title: `A ${WORDS} question about boilers`,
        score: 0,
        acceptedAnswer: { id: answer.id, score: 1 },
      },
      search: { hits: [] },
    });
    expect(await friend.standing()).toEqual(before);
    expect((await fetch(`${server.url}/people/${CANARY}`)).status).toBe(404);
    const again = await community.admin.refusal('eraseAccount', {
      ...{ userId: person.id, reason: 'Once more', username: CANARY },
    });
    expect(again.code).toBe('NOT_FOUND');
  });

  it('is nowhere any more when the follow-up was done, and what they wrote is there', async () => {
    await followUp();

    expect(await tablesWith(CANARY)).toEqual([]);
    expect(await tablesWith(WORDS)).toEqual(
      expect.arrayContaining([
        'public.comment',
        'public.post',
        'public.post_revision',
        'public.search_document',
      ]),
    );
    const [{ body = '', html = '' } = {}] = await rows<{ body: string; html: string }>(
      `select body, body_html as html from post where body like 'Listen,%'`,
    );
    expect(body).toBe('Listen, @former-member: run citric acid through it, @Friend.');
    expect(html).toContain('Listen, @former-member: run');
    expect(html).toMatch(/<a href="\/people\/friend"[^>]*>@Friend<\/a>/);
  });

  it('is on no page', async () => {
    const paths = [
      '/',
      question.path,
      '/people',
      '/faq',
      '/sitemap.xml',
      '/feeds/questions.atom',
      '/feeds/faq.atom',
      '/people/friend',
    ];
    for (const path of paths) {
      const text = await (await fetch(`${server.url}${path}`)).text();
      expect([path, text.toLowerCase().includes(CANARY)]).toEqual([path, false]);
    }
  });

  it('can come back as somebody new under the same name', async () => {
    const newcomer = await community.join(CANARY);
    expect(newcomer.id).not.toBe(person.id);
    expect((await newcomer.standing()).reputation).toBe(0);
  });

  it('whatever they had under way is either there before or refused, and everything adds up', async () => {
    const people = await community.joinMany(12, 'leaver');
    const asked = await Promise.all(people.map((leaver) => leaver.ask()));
    const target = await friend.answer(asked[0]!.id, 'An answer that many people vote for.');
    await Promise.all(
      people.map(async (leaver, n) => {
        const own = asked[n]!;
        const answered = await friend.answer(own.id);
        await Promise.all([
          leaver.refusal('eraseOwnAccount', { password: PASSWORD, username: leaver.username }),
          leaver.send(`mutation { castVote(input: { postId: "${target.id}", value: UP }) { post { id } } }`),
          leaver.send(`mutation { acceptAnswer(input: { answerId: "${answered.id}" }) { question { id } } }`),
          leaver.send(
            `mutation { postAnswer(input: { questionId: "${question.id}", body: "An answer on the way out of here." }) { answer { id } } }`,
          ),
          leaver.send(
            `mutation { saveDraft(input: { kind: QUESTION, body: "On the way out" }) { __typename } }`,
          ),
          leaver.send(`mutation { editProfile(input: { about: "Still ${CANARY}-like" }) { user { id } } }`),
          leaver.send(
            `mutation { login(input: { login: "${leaver.username}", password: "${PASSWORD}" }) { token } }`,
          ),
          friend.send(`mutation { castVote(input: { postId: "${own.id}", value: UP }) { post { id } } }`),
          community.admin
            .send(
              `mutation { eraseAccount(input: { userId: "${leaver.id}", reason: "Both", username: "${leaver.username}" }) { ok } }`,
            )
            .then(() => undefined),
        ]);
      }),
    );
    const [{ count = 0 } = {}] = await rows<{ count: number }>(
      `select count(*)::int from account where erased_at is not null and about = '' and username like 'erased:%'`,
    );
    expect(count).toBe(13);
    await followUp();
    expect(await checked()).toMatch(/All \d+ promises are kept\./);
  });

  it('two admins who erase each other at the same moment leave one', async () => {
    const [one, other] = [await community.join('chief-a', 'ADMIN'), await community.join('chief-b', 'ADMIN')];
    await community.admin.act('setRole', { userId: community.admin.id, role: 'MEMBER' }, '__typename');
    const codes = await Promise.all([
      one.refusal('eraseAccount', { userId: other.id, reason: 'Mutiny', username: 'chief-b' }),
      other.refusal('eraseAccount', { userId: one.id, reason: 'Mutiny', username: 'chief-a' }),
    ]);
    expect(codes.filter(({ code }) => code === 'OK')).toHaveLength(1);
    expect(await rows(`select 1 from account where role = 'ADMIN'`)).toHaveLength(1);
  });

  function checked(): Promise<string> {
    const env = { ...process.env, DATABASE_URL: server.db.url };
    return new Promise((resolve) =>
      execFile(process.execPath, ['dist/apps/cli/main.js', 'check'], { env }, (_, stdout) => resolve(stdout)),
    );
  }
});
