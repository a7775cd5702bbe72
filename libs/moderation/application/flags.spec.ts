import type { Deletion } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { Builders, createTestDatabase, forumOn, moderationOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { Flags } from './flags.js';

describe('a report', () => {
  let db: TestDatabase;
  let make: Builders;
  let flags: Flags;
  let deletion: Deletion;
  let abilities: ReturnType<typeof moderationOn>['abilities'];
  let member: Actor;
  let superuser: Actor;
  let author: Actor;
  let answer: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    ({ deletion } = forumOn(db.database));
    ({ flags, abilities } = moderationOn(db.database));
    superuser = await make.member({ role: 'SUPERUSER' });
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    [member, author] = [await make.member(), await make.member()];
    answer = await make.answer({ author });
  });

  const spam = { reason: 'SPAM' } as const;
  const verdicts = () =>
    db.database.query(
      `select f.flagger_id as who, d.verdict from flag f left join flag_decision d on d.id = f.decision_id
        where f.post_id = $1 order by f.id`,
      [answer],
    );

  it('is made once by each who thinks so, and one decision is for all', async () => {
    const others = [member, await make.member(), await make.member()];
    for (const other of others) await flags.flag(other, answer, spam);
    await expect(flags.flag(member, answer, { reason: 'RUDE' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await flags.resolve(superuser, answer, { verdict: 'HELPFUL', note: 'Thank you.' });
    expect(await verdicts()).toEqual(others.map((who) => ({ who: who.accountId, verdict: 'HELPFUL' })));
    expect(
      await db.database.one(
        `select action, details from audit_record where subject_id = $1 order by id desc limit 1`,
        [answer],
      ),
    ).toEqual({ action: 'answer.flags-helpful', details: { flags: 3, reason: 'Thank you.' } });
  });

  it('says what cannot be seen by itself', async () => {
    await expect(flags.flag(member, answer, { reason: 'OTHER' })).rejects.toMatchObject({
      fields: [{ path: 'remark' }],
    });
    await expect(flags.flag(member, answer, { reason: 'PLAGIARISM', remark: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'remark', message: 'Please say where it was copied from.' }],
    });
    await expect(flags.flag(member, answer, { ...spam, remark: 'x'.repeat(301) })).rejects.toMatchObject({
      fields: [{ path: 'remark' }],
    });
    await flags.flag(member, answer, { reason: 'PLAGIARISM', remark: 'From the\nmanual.' });
  });

  it('is not made of one’s own work, by guests, or of what is gone', async () => {
    await expect(flags.flag(author, answer, spam)).rejects.toMatchObject({ requires: 'ANOTHER_AUTHOR' });
    const guest = { ...member, accountId: null };
    await expect(flags.flag(guest, answer, spam)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await deletion.remove(author, answer);
    await expect(flags.flag(member, answer, spam)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is decided on by superusers and above, who neither made it nor wrote the post', async () => {
    await flags.flag(member, answer, spam);
    const decide = (who: Actor, post = answer) => flags.resolve(who, post, { verdict: 'DECLINED' });
    await expect(decide(await make.member())).rejects.toMatchObject({ requires: 'SUPERUSER' });
    const [flagger, writer] = [
      await make.member({ role: 'ADMIN' }),
      await make.member({ role: 'MODERATOR' }),
    ];
    await flags.flag(flagger, answer, spam);
    await expect(decide(flagger)).rejects.toMatchObject({ requires: 'SOMEBODY_ELSE' });
    const own = await make.answer({ author: writer });
    await flags.flag(member, own, spam);
    await expect(decide(writer, own)).rejects.toMatchObject({ requires: 'SOMEBODY_ELSE' });
    await decide(superuser);
  });

  it('is not decided on in one’s own favour, says the database', async () => {
    const id = await flags.flag(superuser, answer, spam);
    await expect(
      db.database
        .query(
          `with decision as (
           insert into flag_decision (post_id, verdict, decided_by) values ($1, 'HELPFUL', $2) returning id)
         select id from decision`,
          [answer, superuser.accountId],
        )
        .then(([row]) =>
          db.database.query(`update flag set decision_id = $2 where id = $1`, [id, row?.['id']]),
        ),
    ).rejects.toMatchObject({ constraint: 'flag_decided_by_another' });
  });

  it('is decided on once: of two at one moment, the second is told who was first', async () => {
    await flags.flag(member, answer, spam);
    const other = await make.member({ role: 'MODERATOR' });
    const results = await Promise.allSettled([
      flags.resolve(superuser, answer, { verdict: 'HELPFUL' }),
      flags.resolve(other, answer, { verdict: 'DECLINED' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const isHelpful = results[0].status === 'fulfilled';
    const first = isHelpful ? superuser : other;
    const name = await db.database.one(`select username as name from account where id = $1`, [
      first.accountId,
    ]);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'CONFLICT', current: { decidedBy: name?.['name'] } });
    expect(await verdicts()).toMatchObject([{ verdict: isHelpful ? 'HELPFUL' : 'DECLINED' }]);
  });

  it('that comes after a decision waits for one of its own', async () => {
    await flags.flag(member, answer, spam);
    await flags.resolve(superuser, answer, { verdict: 'DECLINED' });
    await flags.flag(await make.member(), answer, spam);
    await flags.resolve(superuser, answer, { verdict: 'HELPFUL' });
    expect(await verdicts()).toMatchObject([{ verdict: 'DECLINED' }, { verdict: 'HELPFUL' }]);
  });

  it('is limited in number', async () => {
    const limited = moderationOn(db.database, undefined, { isLimited: true }).flags;
    const posts: number[] = [];
    while (posts.length < 21) posts.push(await make.answer());
    for (const post of posts.slice(0, 20)) await limited.flag(member, post, spam);
    await expect(limited.flag(member, posts[20]!, spam)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('counts for how well somebody reports', async () => {
    await flags.flag(member, answer, spam);
    await flags.resolve(superuser, answer, { verdict: 'HELPFUL' });
    const second = await make.answer();
    await flags.flag(member, second, spam);
    await flags.resolve(superuser, second, { verdict: 'DECLINED' });
    await flags.flag(member, await make.answer(), spam);
    const counts = new Map(abilities.all()).get('FLAGS')!;
    const rows = await db.database.query<{ account_id: number }>(counts);
    expect(rows.find(({ account_id }) => account_id === member.accountId)).toMatchObject({ good: 1, bad: 1 });
  });
});
