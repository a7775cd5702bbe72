import { ErasureFollowedUp } from '#libs/accounts';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Hall } from './testing/hall.js';

let test: TestDatabase;
let hall: Hall;

beforeAll(async () => {
  test = await createTestDatabase();
  hall = new Hall(test);
  await hall.awarding.synchronise();
});
afterAll(() => test.drop());

const RANKS = (told: string[]) => told.filter((what) => ['Contributor', 'Helper', 'Adviser'].includes(what));

describe('ranks', () => {
  it('rise with reputation and what was solved, within a look, and are told once', async () => {
    const helper = await hall.make.member();
    const answer = await hall.make.answer({ author: helper });
    await hall.voteFor(answer, 5);
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(1);
    // Enough reputation for the next one, and nothing solved.
    await hall.voteFor(answer, 15);
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(1);

    await hall.solve(helper);
    await hall.recognition.look();
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(2);
    expect(RANKS(hall.toldTo(helper))).toEqual(['Contributor', 'Helper']);
  });

  it('do not count what people accepted of themselves', async () => {
    const alone = await hall.make.member({ reputation: 500 });
    const question = await hall.make.question({ author: alone });
    await hall.forum.marks.accept(alone, await hall.make.answer({ question, author: alone }));
    await hall.recognition.sweep();
    expect(await hall.rankOf(alone)).toBe(1);
  });

  it('do not count what was found invalid, whichever mark the asker gives it', async () => {
    const [helper, asker] = [await hall.make.member({ reputation: 500 }), await hall.make.member()];
    const question = await hall.make.question({ author: asker });
    const answer = await hall.make.answer({ question, author: helper });
    await hall.forum.marks.markAlsoSolved(asker, answer);
    await hall.recognition.sweep();
    expect(await hall.rankOf(helper)).toBe(2);
    await hall.forum.voidedVotes.void(7, [], [answer]);
    await hall.recognition.sweep();
    expect(await hall.rankOf(helper)).toBe(1);
    await hall.forum.marks.accept(asker, answer);
    await hall.recognition.sweep();
    expect(await hall.rankOf(helper)).toBe(1);
    await hall.forum.voidedVotes.reinstate(7);
    await hall.recognition.sweep();
    expect(await hall.rankOf(helper)).toBe(2);
  });

  it('fall without a word, and come back', async () => {
    const [helper, asker] = [await hall.make.member({ reputation: 500 }), await hall.make.member()];
    const answer = await hall.solve(helper, { asker });
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(2);
    const told = RANKS(hall.toldTo(helper));
    await hall.forum.marks.unaccept(asker, answer);
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(1);
    expect(RANKS(hall.toldTo(helper))).toEqual(told);
    await hall.forum.marks.accept(asker, answer);
    await hall.recognition.look();
    expect(await hall.rankOf(helper)).toBe(2);
  });

  it('are as high as a new ladder has it, for everybody', async () => {
    const somebody = await hall.make.member({ reputation: 60 });
    await hall.recognition.sweep();
    expect(await hall.rankOf(somebody)).toBe(1);
    await hall.make.rules((rules) => ({
      ...rules,
      ranks: [
        rules.ranks[0]!,
        { ...rules.ranks[1]!, reputation: 30 },
        { ...rules.ranks[2]!, reputation: 55, solutions: 0 },
      ],
    }));
    await hall.recognition.sweep();
    expect(await hall.rankOf(somebody)).toBe(2);
    expect(hall.toldTo(somebody)).toEqual([]);
  });

  it('are written once by two who come at the same moment', async () => {
    const helper = await hall.make.member();
    await hall.voteFor(await hall.make.answer({ author: helper }), 5);
    await Promise.all([hall.recognition.look(), hall.recognition.look(), hall.recognition.sweep()]);
    expect(RANKS(hall.toldTo(helper))).toHaveLength(1);
  });
});

describe('somebody whose account was erased', () => {
  it('is ranked, listed and awarded no longer', async () => {
    const leaving = await hall.make.member({ reputation: 500 });
    await hall.solve(leaving);
    await hall.recognition.look();
    await hall.expertise.refresh();
    await test.database.query(`update account set erased_at = now() where id = $1`, [leaving.accountId]);
    await hall.events.publish(
      new ErasureFollowedUp(leaving.accountId, 'leaving', new AbortController().signal),
    );
    await hall.recognition.sweep();

    expect(await hall.badgesOf(leaving)).toEqual([]);
    expect(await hall.rankOf(leaving)).toBe(0);
    for (const table of ['standing', 'expertise', 'spotlight']) {
      expect(
        await test.database.query(`select from ${table} where account_id = $1`, [leaving.accountId]),
      ).toEqual([]);
    }
  });
});
