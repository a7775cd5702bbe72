import type { Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { Builders } from '#libs/testing';
import type { forumOn } from '#libs/testing';

/** So many that hardly ever the answer is accepted that is accepted already. */
const ANSWERS = 200;

/** A question that everybody wants something of at the same time. */
export class HotQuestion {
  private turn = 0;
  private readonly hasVoted: boolean[] = [];

  private constructor(
    private readonly forum: ReturnType<typeof forumOn>,
    private readonly asker: Actor,
    private readonly voters: readonly Actor[],
    private readonly answers: readonly number[],
  ) {}

  /** Each of so many answers is by somebody else. */
  static async ask(
    database: Database,
    forum: ReturnType<typeof forumOn>,
    voterCount: number,
  ): Promise<HotQuestion> {
    const make = new Builders(database);
    const prefix = `p${Math.random().toString(36).slice(2, 8)}`;
    const named = (name: string) => make.member({ username: `${prefix}${name}` });
    const asker = await named('asker');
    const question = await make.question({ author: asker });
    const answers: number[] = [];
    for (let n = 0; n < ANSWERS; n++) {
      answers.push(await make.answer({ question, author: await named(`helper${n}`) }));
    }
    const voters: Actor[] = [];
    for (let n = 0; n < voterCount; n++) voters.push(await named(`voter${n}`));
    return new HotQuestion(forum, asker, voters, answers);
  }

  /** All vote on the same answer, and take their vote back the next time. */
  async vote(writer: number): Promise<void> {
    const isBack = this.hasVoted[writer] ?? false;
    await this.forum.votes.cast(this.voters[writer]!, this.answers[0]!, isBack ? 'NONE' : 'UP');
    this.hasVoted[writer] = !isBack;
  }

  /** The asker accepts one answer after the other, in fifty windows at once. */
  async accept(): Promise<void> {
    const answer = this.answers[this.turn++ % this.answers.length]!;
    await this.forum.marks.accept(this.asker, answer);
  }
}
