import type { Client } from '../support/client.js';
import { Community } from '../support/community.js';
import type { Person } from '../support/community.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';

const REASON = 'They explain patiently and come back to see whether it helped.';
const STANDING = `user { role isStaff } invitation { state expiresAt message } term { endsAt canBeRenewed }`;

interface Standing {
  user: { role: string; isStaff: boolean };
  invitation: { state: string; message: string } | null;
  term: { endsAt: string; canBeRenewed: boolean } | null;
}

describe('the superuser programme, from outside', () => {
  let server: TestServer;
  let community: Community;
  let staff: Person;
  let helper: Person;
  let member: Person;

  beforeAll(async () => {
    server = await startServer();
    community = await Community.found(server.url);
    staff = await community.join('staffer', 'STAFF');
    helper = await community.join('helper');
    member = await community.join('member');
    await server.db.database.query(`update account set reputation = 250 where username = 'member'`);
  });
  afterAll(() => server.stop());

  const byOneself = async (person: Person, mutation: string) =>
    (await person.get<Record<string, Standing>>(`mutation { ${mutation} { ${STANDING} } }`))[mutation];
  const mails = () =>
    server.db.database.query<{ recipient: string; subject: string; body: string }>(
      `select recipient, subject, body from mail where subject like '%superuser%' order by id`,
    );
  const superusers = async () =>
    (
      await community.guest.get<{ superusers: { nodes: { user: { username: string } }[] } }>(
        `{ superusers(first: 100) { nodes { user { username } since } } }`,
      )
    ).superusers.nodes.map(({ user }) => user.username);

  it('says to everybody what it takes, and to whom it is about how far they are', async () => {
    const about = `superuserProgramme { requirements { name needed neededToStay } termMonths viewerCanNominate }
                   viewer { superuserCriteria { name has needed isMet } }`;
    const seen = await member.get<{
      superuserProgramme: { requirements: object[]; termMonths: number; viewerCanNominate: boolean };
      viewer: { superuserCriteria: object[] };
    }>(`{ ${about} }`);
    expect(seen.superuserProgramme).toMatchObject({ termMonths: 12, viewerCanNominate: true });
    expect(seen.superuserProgramme.requirements[0]).toEqual({
      name: 'REPUTATION',
      needed: 500,
      neededToStay: 450,
    });
    expect(seen.viewer.superuserCriteria[0]).toEqual({
      name: 'REPUTATION',
      has: 250,
      needed: 500,
      isMet: false,
    });
    const guest = await community.guest.get<{ superuserProgramme: { viewerCanNominate: boolean } }>(
      `{ superuserProgramme { viewerCanNominate } }`,
    );
    expect(guest.superuserProgramme.viewerCanNominate).toBe(false);
  });

  /** The names of those whom somebody is offered to nominate, of all who are here. */
  const offeredTo = async (person: Client) =>
    (
      await person.get<{ users: { nodes: { username: string; viewerCanNominate: boolean }[] } }>(
        `{ users(first: 20) { nodes { username viewerCanNominate } } }`,
      )
    ).users.nodes.flatMap(({ username, viewerCanNominate }) => (viewerCanNominate ? [username] : []));

  it('offers to nominate whom one may nominate: other members, and nobody twice', async () => {
    expect(await offeredTo(member)).toEqual(['helper']);
    for (const person of [community.guest, helper]) expect(await offeredTo(person)).toEqual([]);
    expect((await offeredTo(staff)).sort()).toEqual(['helper', 'member']);
  });

  it('takes nominations, which staff read and nobody else', async () => {
    await member.act('nominateSuperuser', { userId: helper.id, reason: REASON }, '__typename');
    expect(await member.refusal('nominateSuperuser', { userId: helper.id, reason: REASON })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await member.refusal('nominateSuperuser', { userId: staff.id, reason: REASON })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'userId' }],
    });
    expect(await helper.refusal('nominateSuperuser', { userId: member.id, reason: REASON })).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'NOMINATE_SUPERUSER',
    });
    const list = `{ superuserNominations { nodes { reason nominee { username } nominator { username } } } }`;
    const { superuserNominations } = await staff.get<{ superuserNominations: { nodes: object[] } }>(list);
    expect(superuserNominations.nodes).toEqual([
      { reason: REASON, nominee: { username: 'helper' }, nominator: { username: 'member' } },
    ]);
    expect(await offeredTo(member)).toEqual([]);
    for (const person of [community.guest, member, helper]) {
      expect(await person.code(list)).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
  });

  it('suggests to staff, with figures, whoever was nominated', async () => {
    const list = `{ superuserCandidates(view: NOMINATED) { nodes { user { username } nominationCount metCount
                      criteria { name has } } } }`;
    await staff.get(`mutation { refreshSuperuserCandidates { countedAt } }`);
    const { superuserCandidates } = await staff.get<{ superuserCandidates: { nodes: object[] } }>(list);
    expect(superuserCandidates.nodes).toMatchObject([
      { user: { username: 'helper' }, nominationCount: 1, metCount: 0 },
    ]);
    expect(await member.code(list)).toBe('FORBIDDEN');
    expect(await member.code(`mutation { refreshSuperuserCandidates { countedAt } }`)).toBe('FORBIDDEN');
  });

  it('invites by notice and mail; who accepts is a superuser from the next request on, never staff', async () => {
    const input = { userId: helper.id, message: 'You helped us through the winter.' };
    expect(await member.refusal('inviteSuperuser', input)).toMatchObject({
      code: 'FORBIDDEN',
      requires: 'STAFF',
    });
    const invited = await staff.act<Standing>('inviteSuperuser', input, STANDING);
    expect(invited).toMatchObject({ user: { role: 'MEMBER' }, invitation: { state: 'OPEN' }, term: null });
    expect(await staff.refusal('inviteSuperuser', input)).toMatchObject({ code: 'CONFLICT' });

    const [mail] = await mails();
    expect(mail).toMatchObject({
      recipient: 'helper@example.com',
      body: expect.stringContaining('/superusers/invitation'),
    });
    const told = await helper.get<{ viewer: { notices: { nodes: { kind: string; path: string }[] } } }>(
      `{ viewer { notices(first: 5) { nodes { kind path } } } }`,
    );
    expect(told.viewer.notices.nodes).toContainEqual({
      kind: 'SUPERUSER_INVITED',
      path: '/superusers/invitation',
    });

    const look = `query ($name: String!) { user(username: $name) { superuserInvitation { message }
                    superuserTerm { endsAt } superuserCriteria { name } } }`;
    const nothing = { superuserInvitation: null, superuserTerm: null, superuserCriteria: null };
    for (const person of [community.guest, member]) {
      expect(await person.get(look, { name: 'helper' })).toEqual({ user: nothing });
    }
    expect(await helper.get(look, { name: 'helper' })).toMatchObject({
      user: { superuserInvitation: { message: 'You helped us through the winter.' } },
    });

    const accepted = await byOneself(helper, 'acceptSuperuserInvitation');
    expect(accepted).toMatchObject({
      user: { role: 'SUPERUSER', isStaff: false },
      invitation: null,
      term: { canBeRenewed: false },
    });
    expect(await byOneself(helper, 'acceptSuperuserInvitation')).toEqual(accepted);
    expect(await superusers()).toEqual(['helper']);
    expect(await mails()).toHaveLength(1);
  });

  it('keeps every act on record', async () => {
    const { auditRecords } = await staff.get<{ auditRecords: { nodes: { action: string }[] } }>(
      `{ auditRecords(first: 50) { nodes { action actor { username } subjectPath } } }`,
    );
    const acts = auditRecords.nodes.filter(({ action }) => action.startsWith('account.superuser'));
    expect(acts).toMatchObject([
      { action: 'account.superuser-term-began', actor: { username: 'helper' } },
      { action: 'account.superuser-invited', actor: { username: 'staffer' }, subjectPath: '/people/helper' },
      { action: 'account.superuser-nominated', actor: { username: 'member' } },
    ]);
  });

  it('lists superusers only: whoever is made staff is no longer among them, and has no term', async () => {
    const other = await community.join('other', 'SUPERUSER');
    expect((await superusers()).sort()).toEqual(['helper', 'other']);
    await community.admin.act('setRole', { userId: other.id, role: 'STAFF' }, '__typename');
    expect(await superusers()).toEqual(['helper']);
    const terms = await staff.get<{ superuserTerms: { nodes: object[] } }>(
      `{ superuserTerms { nodes { user { username } renewals endReason } } }`,
    );
    expect(terms.superuserTerms.nodes).toEqual([
      { user: { username: 'helper' }, renewals: 0, endReason: null },
    ]);
  });

  it('lets superusers renew in time only, and step down at any time', async () => {
    expect(await helper.code(`mutation { renewSuperuserTerm { user { role } } }`)).toBe('CONFLICT');
    expect(await member.code(`mutation { renewSuperuserTerm { user { role } } }`)).toBe('CONFLICT');
    expect(await staff.code(`mutation { stepDownAsSuperuser { user { role } } }`)).toBe('CONFLICT');
    expect(await byOneself(helper, 'stepDownAsSuperuser')).toMatchObject({
      user: { role: 'MEMBER' },
      term: null,
    });
    expect(await superusers()).toEqual([]);
    const past = await staff.get<{ superuserTerms: { nodes: object[] } }>(
      `{ superuserTerms(open: false) { nodes { user { username } endReason } } }`,
    );
    expect(past.superuserTerms.nodes).toEqual([{ user: { username: 'helper' }, endReason: 'STEPPED_DOWN' }]);
  });

  it('refuses guests everything that is for somebody', async () => {
    for (const mutation of [
      'acceptSuperuserInvitation',
      'declineSuperuserInvitation',
      'renewSuperuserTerm',
      'stepDownAsSuperuser',
    ]) {
      expect(await community.guest.code(`mutation { ${mutation} { user { id } } }`)).toBe('UNAUTHENTICATED');
    }
    for (const list of ['superuserCandidates', 'superuserInvitations', 'superuserTerms']) {
      expect(await community.guest.code(`{ ${list} { nodes { __typename } } }`)).toBe('UNAUTHENTICATED');
      expect(await member.code(`{ ${list} { nodes { __typename } } }`)).toBe('FORBIDDEN');
    }
  });

  it('names staff as staff in feeds and pages, and superusers never', async () => {
    const superuser = await community.join('trusty', 'SUPERUSER');
    const question = await member.ask({ title: 'Why does the pump hum at night?', tags: ['pump'] });
    await superuser.answer(question.id, 'Bleed the air out of it at the upper valve.');
    await staff.answer(question.id, 'A new pump is on its way to you, free of charge.');
    const text = async (path: string) => (await fetch(server.url + path)).text();

    const feed = await text(`/feeds/questions/${question.id.slice(2)}.atom`);
    const [, ...entries] = feed.split('<entry>');
    const authors = [...entries.join().matchAll(/<author>\s*<name>([^<]*)<\/name>/g)].map(([, name]) => name);
    expect(authors.sort()).toEqual(['staffer (staff)', 'trusty']);

    const page = await text(question.path);
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    const { mainEntity } = JSON.parse(json) as {
      mainEntity: { suggestedAnswer: { author: { name: string; worksFor?: object } }[] };
    };
    const employers = mainEntity.suggestedAnswer.map(({ author }) => [author.name, 'worksFor' in author]);
    expect(new Map(employers as [string, boolean][])).toEqual(
      new Map([
        ['staffer', true],
        ['trusty', false],
      ]),
    );
  });

  it('says in its mails who is meant: customers, not colleagues', async () => {
    for (const { body } of await mails()) {
      expect(body).toContain('trusted');
      expect(body).not.toMatch(/\b(staff|team|colleague|employee)\b/i);
    }
  });
});
