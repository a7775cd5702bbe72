import { Community } from '../support/community.js';
import type { Person, Posted } from '../support/community.js';
import { LetterBox } from '../support/letter-box.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const NOTICES = `{ viewer { unreadNoticeCount notices { nodes { id kind title path isRead name points until reason } } } }`;

interface Told {
  viewer: {
    unreadNoticeCount: number;
    notices: {
      nodes: { id: string; kind: string; title: string | null; path: string | null; isRead: boolean }[];
    };
  };
}

describe('what people are told', () => {
  let server: TestServer;
  let box: LetterBox;
  let community: Community;
  let asker: Person;
  let stranger: Person;
  let helper: Person;
  let question: Posted;

  beforeAll(async () => {
    box = await LetterBox.open();
    server = await startServer({ SMTP_URL: box.url });
    community = await Community.found(server.url);
    [asker, stranger] = [await community.join('asker'), await community.join('stranger')];
    question = await asker.ask({ title: 'How do I bleed a radiator?' });
    helper = await community.join('helper');
    const answer = await helper.answer(question.id);
    await stranger.vote(answer.id, 'UP');
    await server.db.database.query(`update post set created_at = created_at - interval '8 days'`);
    // What is looked for every hour is also looked for when a server starts.
    await server.kill();
    await server.startAgain();
  });
  afterAll(async () => {
    await server.stop();
    await box.close();
  });

  const toldTo = async (person: Person) => (await person.get<Told>(NOTICES)).viewer;

  it('an asker who could accept an answer is reminded, on the page and by one mail', async () => {
    const { unreadNoticeCount, notices } = await until(
      () => toldTo(asker),
      (told) => told.notices.nodes.length > 0,
    );
    expect(unreadNoticeCount).toBe(1);
    expect(notices.nodes).toMatchObject([
      { kind: 'ACCEPT_REMINDER', title: 'How do I bleed a radiator?', path: question.path, isRead: false },
    ]);
    await until(
      () => Promise.resolve(box.letters),
      (letters) => letters.length > 0,
    );
    expect(box.letters.map(({ recipient }) => recipient)).toEqual(['asker@example.com']);
    expect(box.letters[0]?.text).toContain(question.path);
  });

  it('the mail ends such mails for whoever has it: by one click of the mail program, without logging in', async () => {
    const [, url = ''] = /^<(.+)>$/.exec(box.header(0, 'List-Unsubscribe') ?? '') ?? [];
    expect(box.header(0, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(url).toContain(`${server.url}/unsubscribe?token=`);
    const mails = async () =>
      (
        await asker.get<{ viewer: { mailPreferences: object } }>(
          `{ viewer { mailPreferences { language kinds { kind isMailed } } } }`,
        )
      ).viewer.mailPreferences;

    const page = await (await fetch(url)).text();
    expect(page).toMatch(/Unsubscribe\s*<\/button>/);
    expect(await mails()).toMatchObject({ kinds: [{ kind: 'ACCEPT_REMINDER', isMailed: true }, {}, {}, {}] });

    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const clicked = await fetch(url, { method: 'POST', body: form, redirect: 'error' });
    expect([clicked.status, await clicked.text()]).toEqual([200, 'You get no more mails of this kind.\n']);
    expect(await mails()).toMatchObject({
      kinds: [{ kind: 'ACCEPT_REMINDER', isMailed: false }, {}, {}, {}],
    });
    expect(await (await fetch(url)).text()).toContain('you get no more e-mails of this kind');

    const again = { kinds: ['ACCEPT_REMINDER'], language: 'de' };
    await asker.act('setMailPreferences', again, '__typename');
    expect(await mails()).toMatchObject({ language: 'de', kinds: [{ isMailed: true }, {}, {}, {}] });
    const urlencoded = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(urlencoded.status).toBe(200);

    const forged = await fetch(url.replace('ACCEPT_REMINDER', 'SUPERUSER_INVITED'), {
      method: 'POST',
      body: form,
    });
    expect(forged.status).toBe(404);
    expect(await (await fetch(`${server.url}/unsubscribe?token=nonsense`)).text()).toContain(
      'This link does not work',
    );
  });

  it('nobody else can see it, find it by its id, or mark it as read', async () => {
    const [notice] = (await toldTo(asker)).notices.nodes;
    const { user } = await stranger.get<{ user: object }>(
      `{ user(username: "asker") { unreadNoticeCount notices { nodes { id } } mailPreferences { language } } }`,
    );
    expect(user).toEqual({ unreadNoticeCount: null, notices: null, mailPreferences: null });
    const found = { id: notice?.id };
    const byId = `query ($id: ID!) { node(id: $id) { __typename } }`;
    expect(await asker.get(byId, found)).toEqual({ node: { __typename: 'Notice' } });
    expect(await stranger.get(byId, found)).toEqual({ node: null });
    expect(await community.guest.get(byId, found)).toEqual({ node: null });
    const mark = { ids: [notice?.id] };
    expect(await stranger.act('markNoticesRead', mark, 'markedCount')).toEqual({ markedCount: 0 });
    expect(await community.guest.refusal('markNoticesRead', mark)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await toldTo(asker)).unreadNoticeCount).toBe(1);
  });

  it('tells nothing of a question that its reader may not see any more', async () => {
    // As if the stranger had been told about a question that was then deleted.
    await server.db.database.query(
      `insert into notice (account_id, kind, key, subject_kind, subject_id, data)
       select a.id, 'BOUNTY_RETURNED', 'bounty-returned:1', 'question', $1, '{"points": 50}'
         from account a where username = 'stranger'`,
      [Number(question.id.slice(2))],
    );
    // They voted too, which has brought them a badge.
    const seen = async () =>
      (await toldTo(stranger)).notices.nodes.filter(
        (notice) => 'kind' in notice && notice.kind === 'BOUNTY_RETURNED',
      );
    expect(await seen()).toMatchObject([
      { title: 'How do I bleed a radiator?', points: 50, path: question.path },
    ]);
    await community.admin.remove(question.id);
    expect(await seen()).toMatchObject([{ title: null, points: 50, path: null }]);
    await community.admin.act('restorePost', { postId: question.id }, '__typename');
    expect(await seen()).toMatchObject([{ title: 'How do I bleed a radiator?' }]);
  });

  it('is read one by one or up to a point, and says how much is left', async () => {
    const [notice] = (await toldTo(asker)).notices.nodes;
    const read = await asker.act('markNoticesRead', { upTo: notice?.id }, 'markedCount unreadNoticeCount');
    expect(read).toEqual({ markedCount: 1, unreadNoticeCount: 0 });
    expect((await toldTo(asker)).notices.nodes).toMatchObject([{ isRead: true }]);
    expect(await asker.refusal('markNoticesRead', {})).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'ids' }],
    });
    expect(await asker.refusal('markNoticesRead', { ids: ['q_1'] })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes a page at a time, also only what is unread', async () => {
    await server.db.database.query(
      `insert into notice (account_id, kind, key, data, read_at)
       select a.id, 'RANK_REACHED', 'rank:' || n, jsonb_build_object('name', 'Rank ' || n), case when n % 2 = 0 then now() end
         from account a, generate_series(1, 5) as n where username = 'helper'`,
    );
    const page = (after: string | null, unreadOnly = false) =>
      helper.get<{
        viewer: {
          notices: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        };
      }>(
        `query ($after: String, $unreadOnly: Boolean!) { viewer { notices(first: 2, after: $after, unreadOnly: $unreadOnly) {
           nodes { name } pageInfo { endCursor hasNextPage } } } }`,
        { after, unreadOnly },
      );
    const first = (await page(null)).viewer.notices;
    expect(first).toMatchObject({
      nodes: [{ name: 'Rank 5' }, { name: 'Rank 4' }],
      pageInfo: { hasNextPage: true },
    });
    const second = (await page(first.pageInfo.endCursor)).viewer.notices;
    expect(second.nodes).toEqual([{ name: 'Rank 3' }, { name: 'Rank 2' }]);
    const unread = (await page(null, true)).viewer.notices;
    expect(unread.nodes).toEqual([{ name: 'Rank 5' }, { name: 'Rank 3' }]);
  });
});
