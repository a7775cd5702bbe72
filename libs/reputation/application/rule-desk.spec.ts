import { PRESETS } from '../domain/presets.js';
import { RulesChanged } from '../domain/rule-events.js';
import { RulesOffice, asGiven } from '../testing/rules-office.js';

describe('changing the rules', () => {
  let office: RulesOffice;
  let told: RulesChanged[] = [];
  beforeAll(async () => {
    office = await RulesOffice.open();
    office.events.on(RulesChanged, (event) => void told.push(event));
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.beginAnew();
    told = [];
  });

  const upvotesAreWorth = (value: number) => [{ path: 'points.ANSWER_UPVOTED', value }];

  it('makes a version that is in force at once, with who made it, why, and what differs', async () => {
    const admin = await office.admin();
    const before = await office.version();
    const saved = await office.desk.save(admin, {
      basedOnVersion: before,
      values: upvotesAreWorth(12),
      note: '  More thanks for   answers. ',
    });
    expect(saved).toMatchObject({ version: before + 1, preset: null, createdBy: admin.accountId });
    expect(await office.ruleSets.current()).toMatchObject({
      version: before + 1,
      note: 'More thanks for answers.',
    });
    const [latest, earlier] = await office.desk.versions({ before: null, first: 2 });
    expect(latest?.changes).toEqual([{ path: 'points.ANSWER_UPVOTED', before: 10, after: 12 }]);
    expect(earlier?.version).toBe(before);
    expect(told).toMatchObject([{ version: before + 1, by: { accountId: admin.accountId } }]);
  });

  it('leaves what was earned as it was', async () => {
    const helper = (await office.make.member()).accountId;
    await office.ledger.award([office.award(helper, 'ANSWER_UPVOTED')]);
    const basedOnVersion = await office.version();
    await office.desk.save(await office.admin(), { basedOnVersion, values: upvotesAreWorth(50) });
    expect(await office.reputationOf(helper)).toBe(10);
    await office.ledger.award([office.award(helper, 'ANSWER_UPVOTED')]);
    expect(await office.reputationOf(helper)).toBe(60);
  });

  it('knows a preset when it is one', async () => {
    const values = asGiven(PRESETS.ESTABLISHED);
    const basedOnVersion = await office.version();
    const saved = await office.desk.save(await office.admin(), { basedOnVersion, values });
    expect(saved).toMatchObject({ preset: 'ESTABLISHED', rules: PRESETS.ESTABLISHED });
  });

  it('makes no version of rules that change nothing', async () => {
    const basedOnVersion = await office.version();
    const saved = await office.desk.save(await office.admin(), {
      basedOnVersion,
      values: upvotesAreWorth(10),
    });
    expect(saved.version).toBe(basedOnVersion);
    expect(told).toEqual([]);
  });

  it('opens at once what a lower threshold opens', async () => {
    const member = await office.make.member({ reputation: 60 });
    const values = [{ path: 'privileges.VOTE_DOWN', value: 60 }];
    await office.desk.save(await office.admin(), { basedOnVersion: await office.version(), values });
    const row = await office.database.one(`select privileges from account where id = $1`, [member.accountId]);
    expect(row).toEqual({ privileges: expect.arrayContaining(['VOTE_DOWN']) });
  });

  it('is for admins', async () => {
    const basedOnVersion = await office.version();
    const moderator = await office.make.member({ role: 'STAFF' });
    const attempt = office.desk.save(moderator, { basedOnVersion, values: upvotesAreWorth(12) });
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', requires: 'ADMIN' });
  });

  it('says where something is wrong, and keeps the rules', async () => {
    const basedOnVersion = await office.version();
    const attempt = office.desk.save(await office.admin(), { basedOnVersion, values: upvotesAreWorth(-1) });
    await expect(attempt).rejects.toMatchObject({ fields: [{ path: 'points.ANSWER_UPVOTED' }] });
    const longNote = { basedOnVersion, values: upvotesAreWorth(11), note: 'x'.repeat(501) };
    await expect(office.desk.save(await office.admin(), longNote)).rejects.toMatchObject({
      fields: [{ path: 'note' }],
    });
    expect(await office.version()).toBe(basedOnVersion);
  });

  it('that somebody else has changed meanwhile is told, with the version that is in force now', async () => {
    const basedOnVersion = await office.version();
    await office.desk.save(await office.admin(), { basedOnVersion, values: upvotesAreWorth(11) });
    const late = office.desk.save(await office.admin(), { basedOnVersion, values: upvotesAreWorth(12) });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', details: { current: basedOnVersion + 1 } });
  });

  it('lets one of eight who save at the same moment win, and tells the others', async () => {
    const basedOnVersion = await office.version();
    const admins = await Promise.all(Array.from({ length: 8 }, () => office.admin()));
    const outcomes = await Promise.allSettled(
      admins.map((admin, index) =>
        office.desk.save(admin, { basedOnVersion, values: upvotesAreWorth(20 + index) }),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: 'CONFLICT', details: { current: basedOnVersion + 1 } });
    }
    expect(await office.version()).toBe(basedOnVersion + 1);
  });

  it.each([`update rule_set set note = 'x'`, `delete from rule_set`, `truncate rule_set cascade`])(
    'cannot be done to a version that was saved: %s',
    async (attempt) => {
      await expect(office.database.query(attempt)).rejects.toThrow('append-only');
    },
  );
});
