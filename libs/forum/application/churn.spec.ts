import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { Builders, createTestDatabase, forumOn, forumRules } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';

/** Each round writes into the ledger, for every vote there is, and nothing in it is ever deleted. */
describe('doing and undoing without end', () => {
  let db: TestDatabase;
  let make: Builders;
  let forum: ReturnType<typeof forumOn>;
  let asker: Actor;
  let author: Actor;
  let answer: number;

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    forum = forumOn(db.database, new DomainEvents(), forumRules(), { isLimited: true });
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    [asker, author] = [await make.member(), await make.member()];
    answer = await make.answer({ question: await make.question({ author: asker }), author });
  });

  async function roundsUntilRefused(round: () => Promise<unknown>, most = 70): Promise<number> {
    for (let done = 0; done < most; done++) {
      try {
        await round();
      } catch (refusal) {
        expect(refusal).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) as number });
        return done;
      }
    }
    return most;
  }

  it('ends for askers who accept and take it back', async () => {
    const round = async () => {
      await forum.marks.accept(asker, answer);
      await forum.marks.unaccept(asker, answer);
    };
    expect(await roundsUntilRefused(round)).toBe(60);
  });

  it('ends for authors who delete and restore what they wrote, and not for those who clear up', async () => {
    const roundOf = (person: Actor) => async () => {
      await forum.deletion.remove(person, answer);
      await forum.deletion.restore(person, answer);
    };
    expect(await roundsUntilRefused(roundOf(author))).toBe(60);
    expect(await roundsUntilRefused(roundOf(await make.member({ role: 'SUPERUSER' })))).toBe(70);
  });
});
