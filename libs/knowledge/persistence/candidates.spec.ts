import fc from 'fast-check';
import type { Actor } from '#libs/kernel';
import { createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { toCandidate } from '../graphql/candidate.types.js';
import { FaqDesk } from '../testing/faq-desk.js';

describe('the list of answers that could become articles', () => {
  let db: TestDatabase;
  let desk: FaqDesk;
  beforeEach(async () => {
    db = await createTestDatabase();
    desk = new FaqDesk(db);
  });
  afterEach(() => db.drop());

  async function candidate(answer: number) {
    const { rows } = await desk.candidates.page({ first: 100 });
    const row = rows.find(({ answerId }) => answerId === answer);
    return row && toCandidate(row);
  }

  /** The stored list must be what the view says is due: every candidate, with its priority, and nothing else. */
  async function expectTrue() {
    const wrong = await db.database.query(
      `select * from promotion_candidate_due due full join promotion_candidate listed using (answer_id)
        where due.priority is distinct from listed.priority`,
    );
    expect(wrong).toEqual([]);
  }

  const view = (question: number, times: number) =>
    db.database.query(`update post set view_count = view_count + $2 where id = $1`, [question, times]);

  const duplicateOf = async (question: number) =>
    db.database.query(
      `insert into question_link (question_id, target_id, kind) values ($1, $2, 'duplicate')`,
      [await desk.make.question(), question],
    );

  it('holds answers that the asker accepted or the team called right, and no others', async () => {
    const { question, answer: accepted } = await desk.solvedQuestion();
    const [moderator, official, other] = [
      await desk.make.member({ role: 'MODERATOR' }),
      await desk.make.answer({ question }),
      await desk.make.answer({ question }),
    ];
    await desk.forum.marks.setOfficial(moderator, question, official);
    expect(await desk.candidateIds()).toEqual([official, accepted]);

    await desk.forum.marks.setOfficial(moderator, question, other);
    expect(await desk.candidateIds()).toEqual([other, accepted]);
    await desk.forum.deletion.remove(moderator, question);
    expect(await desk.candidateIds()).toEqual([]);
    await desk.forum.deletion.restore(moderator, question);
    expect(await desk.candidateIds()).toEqual([other, accepted]);
    await expectTrue();
  });

  it('says why: views, votes, marks and repetitions, the weightiest first', async () => {
    const { question, answer } = await desk.solvedQuestion();
    await view(question, 1_000);
    await duplicateOf(question);
    await duplicateOf(question);
    for (const post of [answer, answer, question]) {
      await desk.forum.votes.cast(await desk.make.member(), post, 'UP');
    }
    expect(await candidate(answer)).toMatchObject({
      priority: 71,
      reasons: [
        { kind: 'VIEWS', value: 1_000, points: 28 },
        { kind: 'DUPLICATES', value: 2, points: 22 },
        { kind: 'VOTES', value: 3, points: 11 },
        { kind: 'ACCEPTED', value: 1, points: 10 },
      ],
    });
    await expectTrue();
  });

  it('puts what many look for before what few do', async () => {
    const [quiet, busy] = [await desk.solvedQuestion(), await desk.solvedQuestion()];
    await view(busy.question, 500);
    expect(await desk.candidateIds()).toEqual([busy.answer, quiet.answer]);
    await view(quiet.question, 50_000);
    expect(await desk.candidateIds()).toEqual([quiet.answer, busy.answer]);
  });

  it('is paged without gaps or repetitions, also where many have the same priority', async () => {
    for (let i = 0; i < 12; i++) {
      const { question } = await desk.solvedQuestion();
      await view(question, i % 3 === 0 ? 100 : 0);
    }
    const seen: number[] = [];
    const cursor = (row: { priority: number; answerId: number }) =>
      Buffer.from(JSON.stringify(['candidates', row.priority, row.answerId])).toString('base64url');
    for (let after: string | null = null, more = true; more;) {
      const page = await desk.candidates.page({ first: 5, after });
      seen.push(...page.rows.map((row) => row.answerId));
      const last = page.rows.at(-1);
      after = last ? cursor(last) : null;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(await desk.candidateIds());
    expect(new Set(seen).size).toBe(12);
  });

  it('stays true whatever happens, in any order', async () => {
    const [asker, helper, moderator, curator] = [
      await desk.make.member(),
      await desk.make.member(),
      await desk.make.member({ role: 'MODERATOR' }),
      await desk.curator(),
    ];
    const question = await desk.make.question({ author: asker });
    const answers = [
      await desk.make.answer({ question, author: helper }),
      await desk.make.answer({ question, author: helper }),
    ];
    const voters: Actor[] = [await desk.make.member(), await desk.make.member()];
    const drafts: number[] = [];
    let edits = 0;

    const acts: Record<string, (answer: number, post: number) => Promise<unknown>> = {
      accept: (answer) => desk.forum.marks.accept(asker, answer),
      unaccept: (answer) => desk.forum.marks.unaccept(asker, answer),
      official: (answer) => desk.forum.marks.setOfficial(moderator, question, answer),
      noneOfficial: () => desk.forum.marks.setOfficial(moderator, question, null),
      voteUp: (_, post) => desk.forum.votes.cast(voters[edits % 2]!, post, 'UP'),
      withdraw: (_, post) => desk.forum.votes.cast(voters[edits % 2]!, post, 'NONE'),
      view: () => view(question, 40),
      affected: () => desk.forum.affected.mark(voters[edits % 2]!, question, edits % 3 > 0),
      searched: (answer) => desk.searched(answer, edits),
      claim: (answer) => desk.candidateDesk.claim(curator, answer),
      decline: (answer) => desk.candidateDesk.decline(curator, answer, { reason: 'Not this one' }),
      reopen: (answer) => desk.candidateDesk.reopen(curator, answer),
      editQuestion: () =>
        desk.forum.questions.edit(asker, question, { title: `How do I set the clock, try ${edits++}?` }),
      duplicate: () => duplicateOf(question),
      edit: (answer) =>
        desk.forum.answers.edit(helper, answer, { body: `Try it the other way, number ${edits++}.` }),
      remove: (_, post) => desk.forum.deletion.remove(moderator, post),
      restore: (_, post) => desk.forum.deletion.restore(moderator, post),
      promote: async (answer) => void drafts.push(await desk.promotion.promote(curator, answer, {})),
      publish: () => desk.publication.publish(curator, drafts.at(-1) ?? 0),
      archive: () => desk.publication.archive(curator, drafts.at(-1) ?? 0),
      compare: async () => {
        const id = drafts.at(-1) ?? 0;
        const { latestVersion } = await desk.article(id);
        await desk.editing.edit(curator, id, { expectedVersion: latestVersion });
      },
    };
    const act = fc.record({
      name: fc.constantFrom(...Object.keys(acts)),
      answer: fc.constantFrom(...answers),
      post: fc.constantFrom(question, ...answers),
    });

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (steps) => {
        for (const { name, answer, post } of steps) {
          // Many an act is refused in the state that the ones before it left; then nothing may change.
          await acts[name]?.(answer, post).catch(() => undefined);
          await expectTrue();
        }
      }),
      { numRuns: 12 },
    );
  });
});
