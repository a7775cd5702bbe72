import type { Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import type { Builders } from '#libs/testing';

/** People who ask, answer and vote, so many that arranged votes have something to hide in. */
export class Town {
  private clock = Date.now() - 20 * 86_400_000;

  constructor(
    private readonly database: Database,
    readonly make: Builders,
    /** Cast a vote, as people do. */
    private readonly cast: (voter: Actor, post: number, value: 'UP' | 'DOWN') => Promise<void>,
  ) {}

  /** In the order of their numbers. */
  async people(count: number): Promise<Actor[]> {
    const people: Actor[] = [];
    while (people.length < count) people.push(await this.make.member({ reputation: 500 }));
    return people;
  }

  /** So many votes of one for what the other wrote, an answer each. */
  async votes(voter: Actor, author: Actor, count: number, value: 'UP' | 'DOWN' = 'UP'): Promise<number[]> {
    const ids: number[] = [];
    for (let n = 0; n < count; n++) {
      const answer = await this.make.answer({ author });
      await this.cast(voter, answer, value);
      ids.push(await this.voteOf(voter, answer));
    }
    return ids;
  }

  /**
   * Everybody wrote some answers and votes for some of them, whoever wrote them, drawn by `draw`; the votes are spread
   * over the last twenty days. Written straight into the tables, for it is the water and not the fish.
   */
  async sea(people: readonly Actor[], draw: () => number, { answers = 3, votes = 12 } = {}): Promise<void> {
    const written: { id: number; author: number }[] = [];
    for (const author of people) {
      for (let n = 0; n < answers; n++) {
        written.push({ id: await this.make.answer({ author }), author: author.accountId });
      }
    }
    for (const voter of people) {
      const chosen = new Set<number>();
      for (let tries = 0; chosen.size < votes && tries < votes * 5; tries++) {
        const post = written[Math.floor(draw() * written.length)]!;
        if (post.author !== voter.accountId) chosen.add(post.id);
      }
      this.clock += 1_000;
      await this.database.query(
        `insert into vote (post_id, voter_id, value, created_at)
         select id, $2, 1, to_timestamp($3::float8 / 1000) + interval '1 hour' * n
           from unnest($1::bigint[]) with ordinality as chosen (id, n)`,
        [[...chosen], voter.accountId, this.clock],
      );
      await this.database.query(`update post set up_count = up_count + 1 where id = any($1)`, [[...chosen]]);
    }
  }

  /** The asker accepted so many answers of the helper, or said that they solved it too. */
  async acceptances(
    asker: Actor,
    helper: Actor,
    count: number,
    mark: 'accepted' | 'also_solved' = 'accepted',
  ): Promise<number[]> {
    const ids: number[] = [];
    for (let n = 0; n < count; n++) {
      const question = await this.make.question({ author: asker });
      const answer = await this.make.answer({ question, author: helper });
      await this.database.query(
        `update post set ${mark}_at = now(), ${mark}_by = $2, ${mark}_revision = 1 where id = $1`,
        [answer, asker.accountId],
      );
      ids.push(answer);
    }
    return ids;
  }

  async voteOf(voter: Actor, post: number): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `select id from vote where voter_id = $1 and post_id = $2`,
      [voter.accountId, post],
    );
    if (!row) throw new Error('there is no such vote');
    return row.id;
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
