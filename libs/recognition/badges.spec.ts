import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { BUILT_IN_BADGES } from './domain/built-in-badges.js';
import { MEASURE_NAMES } from './domain/badge.js';
import { MEASURES } from './persistence/measures/index.js';
import { Hall } from './testing/hall.js';

let test: TestDatabase;
let hall: Hall;

beforeAll(async () => {
  test = await createTestDatabase();
  hall = new Hall(test);
  await hall.awarding.synchronise();
});
afterAll(() => test.drop());

describe('the badges that come along', () => {
  it('are thirty at least, each with an address of its own and words in both languages', () => {
    expect(BUILT_IN_BADGES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(BUILT_IN_BADGES.map(({ key }) => key)).size).toBe(BUILT_IN_BADGES.length);
    for (const language of ['en', 'de']) {
      const names = BUILT_IN_BADGES.map((badge) => badge.names[language]);
      expect(new Set(names).size).toBe(BUILT_IN_BADGES.length);
      expect(BUILT_IN_BADGES.filter((badge) => !badge.descriptions[language])).toEqual([]);
    }
  });

  it('are measured, every one of them, and every measure is said and counted once', () => {
    expect(MEASURES.map(({ name }) => name).toSorted()).toEqual([...MEASURE_NAMES].sort());
    expect(MEASURES.filter(({ words }) => !words.en || !words['de'])).toEqual([]);
  });

  it('are written again at each start, once, and what an admin has changed stays', async () => {
    const count = async () => (await test.database.one(`select count(*) as n from badge_definition`))?.['n'];
    await Promise.all([hall.awarding.synchronise(), hall.awarding.synchronise()]);
    expect(await count()).toBe(BUILT_IN_BADGES.length);

    await test.database.query(
      `update badge_definition set threshold = 7, edited_at = now() where key = 'good-answer'`,
    );
    await test.database.query(`update badge_definition set threshold = 8 where key = 'good-question'`);
    await hall.awarding.synchronise();
    const row = (key: string) =>
      test.database.one(`select threshold from badge_definition where key = $1`, [key]);
    expect(await row('good-answer')).toEqual({ threshold: 7 });
    expect(await row('good-question')).toEqual({ threshold: 5 });
    await test.database.query(
      `update badge_definition set threshold = 5, edited_at = null where key = 'good-answer'`,
    );
  });

  it('and one that is not among them any more is given to nobody', async () => {
    await test.database.query(
      `insert into badge_definition (key, tier, names, descriptions, measure, threshold)
       values ('of-yesterday', 'GOLD', '{"en": "Of yesterday"}', '{"en": "Was once."}', 'COMMENTS', 1)`,
    );
    await hall.awarding.synchronise();
    expect(
      await test.database.one(
        `select retired_at is not null as gone from badge_definition where key = 'of-yesterday'`,
      ),
    ).toEqual({ gone: true });
  });
});

describe('whoever does something', () => {
  it('has the badge after the next look, is told once, and nothing changes by looking again', async () => {
    const helper = await hall.make.member();
    await hall.solve(helper);
    expect(await hall.badgesOf(helper)).toEqual([]);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual(['first-answer', 'first-solution', 'swift']);
    const told = hall.toldTo(helper);
    expect(told.toSorted()).toEqual(['First answer', 'It works', 'Swift']);

    await hall.recognition.look();
    await hall.recognition.sweep();
    expect(await hall.badgesOf(helper)).toEqual(['first-answer', 'first-solution', 'swift']);
    expect(hall.toldTo(helper)).toEqual(told);
  });

  it('loses it when the condition does not hold any more, and has the same one back later without a word', async () => {
    const helper = await hall.make.member();
    const asker = await hall.make.member();
    const answer = await hall.solve(helper, { asker });
    await hall.recognition.look();
    const since = await awardedAt(helper, 'first-solution');

    await hall.forum.marks.unaccept(asker, answer);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual([]);

    await hall.forum.marks.accept(asker, answer);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toContain('first-solution');
    expect(await awardedAt(helper, 'first-solution')).toEqual(since);
    expect(hall.toldTo(helper).filter((what) => what === 'It works')).toHaveLength(1);
  });

  it('has it for each post where it is for posts, and not for a deleted one', async () => {
    const helper = await hall.make.member();
    const [one, other] = [
      await hall.make.answer({ author: helper }),
      await hall.make.answer({ author: helper }),
    ];
    await hall.voteFor(one, 5);
    await hall.voteFor(other, 6);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual([
      'first-answer',
      ...[`good-answer of ${one}`, `good-answer of ${other}`].sort(),
    ]);

    await hall.forum.deletion.remove(helper, other);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual(['first-answer', `good-answer of ${one}`]);
  });

  it('gains nothing by void votes', async () => {
    const helper = await hall.make.member();
    const answer = await hall.make.answer({ author: helper });
    await hall.voteFor(answer, 5);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toContain(`good-answer of ${answer}`);

    const votes = await test.database.query<{ id: number }>(`select id from vote where post_id = $1`, [
      answer,
    ]);
    await hall.forum.voidedVotes.void(
      1,
      votes.map(({ id }) => id),
      [],
    );
    await hall.recognition.sweep();
    expect(await hall.badgesOf(helper)).toEqual([]);
  });

  it('gains nothing by accepting what they wrote themselves', async () => {
    const alone = await hall.make.member();
    const question = await hall.make.question({ author: alone });
    const answer = await hall.make.answer({ question, author: alone });
    await hall.forum.marks.accept(alone, answer);
    await hall.recognition.sweep();
    expect(await hall.badgesOf(alone)).toEqual([]);

    // Nor if a moderator did so for them.
    const { accountId } = await hall.make.member({ role: 'MODERATOR' });
    await test.database.query(`update post set accepted_by = $2 where id = $1`, [answer, accountId]);
    await hall.recognition.sweep();
    expect(await hall.badgesOf(alone)).toEqual([]);
  });

  it('knows a tag by answers and votes together', async () => {
    const helper = await hall.make.member();
    const answers: number[] = [];
    for (let n = 0; n < 5; n++) {
      const question = await hall.make.question({ tags: ['boiler', 'water'] });
      answers.push(await hall.make.answer({ question, author: helper }));
    }
    for (const answer of answers.slice(0, 4)) await hall.voteFor(answer, 5);
    await hall.recognition.look();
    // Twenty votes, and four answers that have any.
    expect(await hall.badgesOf(helper)).not.toContain('tag-bronze #boiler');

    await hall.voteFor(answers[4]!, 1);
    await hall.recognition.look();
    expect(await hall.badgesOf(helper)).toEqual(
      expect.arrayContaining(['tag-bronze #boiler', 'tag-bronze #water']),
    );
  });
});

describe('the job', () => {
  it('catches up with all that happened while it did not run, once', async () => {
    const people: Actor[] = [];
    for (let n = 0; n < 5; n++) {
      const helper = await hall.make.member();
      people.push(helper);
      const answer = await hall.solve(helper);
      await hall.voteFor(answer, 5);
      await hall.make.comment(answer, { author: helper });
    }
    // As many workers as there are begin at once.
    await Promise.all([hall.recognition.look(), hall.recognition.look(), hall.recognition.sweep()]);
    for (const helper of people) {
      expect(await hall.badgesOf(helper)).toEqual(
        expect.arrayContaining(['first-answer', 'first-comment', 'first-solution', 'swift']),
      );
      const told = hall.toldTo(helper).filter((what) => what === 'It works');
      expect(told).toHaveLength(1);
    }
    expect(await miscounted()).toEqual([]);
  });

  it('finds what was committed late, after it had seen what came later', async () => {
    const [late, early] = [await hall.make.member(), await hall.make.member()];
    const [one, other] = [await hall.make.answer(), await hall.make.answer()];
    const [written, mayCommit] = [signal(), signal()];
    const writing = test.database.transaction(async () => {
      await hall.make.comment(one, { author: late });
      written.give();
      await mayCommit.given;
    });
    await written.given;
    await hall.make.comment(other, { author: early });
    await hall.recognition.look();
    expect(await hall.badgesOf(early)).toEqual(['first-comment']);

    mayCommit.give();
    await writing;
    await hall.recognition.look();
    expect(await hall.badgesOf(late)).toEqual(['first-comment']);
  });

  it('dates what it finds by when it happened, and tells nobody of what is old', async () => {
    const veteran = await hall.make.member();
    const answer = await hall.solve(veteran);
    await test.database.query(
      `update post set created_at = '2020-05-01', accepted_at = '2020-05-02' where id = $1`,
      [answer],
    );
    await hall.recognition.look();
    expect(await awardedAt(veteran, 'first-solution')).toEqual(new Date('2020-05-02'));
    expect(hall.toldTo(veteran)).toEqual([]);
  });
});

function signal() {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give: () => give(), given };
}

async function awardedAt({ accountId }: Actor, key: string): Promise<unknown> {
  const row = await test.database.one(
    `select h.awarded_at from badge_holding h join badge_definition b on b.id = h.badge_id
      where b.key = $2 and h.account_id = $1`,
    [accountId, key],
  );
  return row?.['awarded_at'];
}

/** Badges that say another number of awards than there are. */
function miscounted() {
  return test.database.query(
    `select b.key from badge_definition b
      where b.award_count <> (select count(*) from badge_holding h where h.badge_id = b.id and h.revoked_at is null)`,
  );
}
