import { ForbiddenError, NotFoundError, UserInputError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import type { GivenBadge } from './domain/badge-checks.js';
import { Hall } from './testing/hall.js';

let test: TestDatabase;
let hall: Hall;
let admin: Actor;

beforeAll(async () => {
  test = await createTestDatabase();
  hall = new Hall(test);
  admin = await hall.make.member({ role: 'ADMIN' });
});
afterAll(() => test.drop());

const badge = (differ: Partial<GivenBadge> = {}): GivenBadge => ({
  tier: 'SILVER',
  names: [
    { locale: 'en', text: 'Boiler whisperer' },
    { locale: 'de', text: 'Kesselflüsterer' },
  ],
  descriptions: [{ locale: 'en', text: 'Solved three questions about boilers.' }],
  measure: 'TAG_SOLUTIONS',
  threshold: 3,
  tag: 'boiler',
  ...differ,
});

async function refusal(given: GivenBadge): Promise<string[]> {
  try {
    await hall.desk.create(admin, given);
  } catch (error) {
    if (error instanceof UserInputError) return error.fields.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('badges of an admin’s own', () => {
  it('are tried first, given to whoever reaches them, and on record', async () => {
    const helper = await hall.make.member();
    for (let n = 0; n < 3; n++) await hall.solve(helper, { tags: ['boiler'] });
    expect(await hall.desk.preview(admin, badge())).toBe(1);
    expect(await hall.desk.preview(admin, badge({ threshold: 4 }))).toBe(0);

    const id = await hall.desk.create(admin, badge());
    await hall.awarding.awardBadge(id);
    expect(await hall.badgesOf(helper)).toEqual(['boiler-whisperer #boiler']);
    const records = await test.database.query(
      `select action, actor_id as "actorId", details ->> 'key' as key from audit_record order by id`,
    );
    expect(records).toEqual([
      { action: 'site.badge-created', actorId: admin.accountId, key: 'boiler-whisperer' },
    ]);

    // Harder from now on: whoever does not reach it loses it.
    await hall.desk.edit(admin, id, badge({ threshold: 4 }));
    await hall.awarding.awardBadge(id);
    expect(await hall.badgesOf(helper)).toEqual([]);
    await hall.solve(helper, { tags: ['boiler'] });
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual(['boiler-whisperer #boiler']);
  });

  it('stay with whoever has them once they are retired, and go to nobody new', async () => {
    const [before, after] = [await hall.make.member(), await hall.make.member()];
    const id = await hall.desk.create(
      admin,
      badge({ key: 'talker', measure: 'COMMENTS', threshold: 1, tag: null }),
    );
    const post = await hall.make.answer();
    await hall.make.comment(post, { author: before });
    await hall.recognition.look();
    await hall.desk.retire(admin, id, true);
    await hall.make.comment(post, { author: after });
    await hall.recognition.sweep();
    expect([await hall.badgesOf(before), await hall.badgesOf(after)]).toEqual([['talker'], []]);

    await hall.desk.retire(admin, id, false);
    await hall.recognition.sweep();
    expect(await hall.badgesOf(after)).toEqual(['talker']);
  });

  it.each<[string, Partial<GivenBadge>, string[]]>([
    ['without an English name', { names: [{ locale: 'de', text: 'Nur deutsch' }] }, ['names.en']],
    ['with an endless name', { names: [{ locale: 'en', text: 'x'.repeat(41) }] }, ['names.en']],
    [
      'in no language',
      {
        names: [
          { locale: 'en', text: 'A' },
          { locale: 'Klingon!', text: 'b' },
        ],
      },
      ['names.1'],
    ],
    [
      'twice in one',
      {
        descriptions: [
          { locale: 'en', text: 'a' },
          { locale: 'en', text: 'b' },
        ],
      },
      ['descriptions.en'],
    ],
    ['for nothing', { threshold: 0 }, ['threshold']],
    ['for less than nothing', { threshold: -5, leastPosts: 0 }, ['threshold', 'leastPosts']],
    ['for more than anybody can do', { threshold: 1_000_001 }, ['threshold']],
    ['for posts where none are counted', { measure: 'COMMENTS', tag: null, leastPosts: 3 }, ['leastPosts']],
    [
      'for each post where people are measured',
      { measure: 'COMMENTS', tag: null, isRepeatable: true },
      ['isRepeatable'],
    ],
    ['for a tag where none is measured', { measure: 'COMMENTS' }, ['tag']],
    ['for a tag that nobody used', { tag: 'unheard-of' }, ['tag']],
    ['at no address', { key: 'Not An Address' }, ['key']],
    ['at an address that is taken', { key: 'talker' }, ['key']],
  ])('are refused %s, by field', async (_, differ, fields) => {
    expect(await refusal(badge(differ))).toEqual(fields);
  });

  it('are made by admins only, and only those are changed that are there', async () => {
    const staff = await hall.make.member({ role: 'STAFF' });
    await expect(hall.desk.create(staff, badge({ key: 'mine' }))).rejects.toThrow(ForbiddenError);
    await expect(hall.desk.preview(staff, badge())).rejects.toThrow(ForbiddenError);
    await expect(hall.desk.retire(staff, 1, true)).rejects.toThrow(ForbiddenError);
    await expect(hall.desk.edit(admin, 999_999, badge())).rejects.toThrow(NotFoundError);
  });
});
