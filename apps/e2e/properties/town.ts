import type { Role } from '#libs/kernel';
import { PeerdeskError } from '#libs/kernel';
import { newPost } from './model/forum.js';
import { openPrivileges } from './model/ledger.js';
import { Refused } from './model/state.js';
import type { Person, State } from './model/state.js';
import { differences } from './differences.js';
import { digestUpTo, observe, takeOver } from './observation.js';
import type { Act, Seen } from './deeds/deed.js';
import { RULES, givenValues } from './rules.js';
import { actorOf } from './site.js';
import type { Site } from './site.js';

const ROLES: readonly Role[] = [
  'MEMBER',
  'MEMBER',
  'MEMBER',
  'MEMBER',
  'MODERATOR',
  'MODERATOR',
  'STAFF',
  'ADMIN',
];
/** Of the questions, by whom; of the answers to each, by whom: also by their askers and by those who moderate. */
const ASKERS = [0, 1, 3, 0];
const ANSWERERS = [
  [1, 2, 0, 4],
  [0, 2],
  [2, 1],
  [2, 1],
];

interface Outcome {
  isDone: boolean;
  given: unknown;
}

/** Some people of a site, what they have written, and the model of it all. */
export class Town {
  /** What was done, a line each, for whoever reads a failure. */
  readonly story: string[] = [];
  private seen = { last: 0, digest: null as string | null };

  private constructor(
    readonly site: Site,
    public state: State,
  ) {}

  /** Newcomers who know nobody, under the rules that every story begins with. */
  static async found(site: Site): Promise<Town> {
    const { database } = site;
    const people: Person[] = [];
    for (const role of ROLES) {
      const { accountId } = await site.make.member({ role });
      const row = await database.one<{ username: string }>(`select username from account where id = $1`, [
        accountId,
      ]);
      people.push({ id: accountId, username: row!.username, role, isErased: false, privileges: [] });
    }
    const admin = await actorOf(database, people.at(-1)!.id);
    const { version: basedOnVersion } = await site.ruleSets.now();
    const { version } = await site.ruleDesk.save(admin, { values: givenValues(RULES[0]!), basedOnVersion });
    const present = await database.one<{ day: string; recomputed: number }>(
      `select (now() at time zone 'UTC')::date::text as day,
              coalesce((select max(version) from reputation_recomputation), 0) as recomputed`,
    );
    const empty = () => new Map<never, never>();
    const town = new Town(site, {
      ...{ people, version, shown: null, rules: new Map([[version, 0]]), ...present! },
      ...{ posts: empty(), votes: empty(), bounties: empty(), articles: empty(), sanctions: empty() },
      ...{ cases: empty(), standing: empty(), takenBack: empty(), caps: empty() },
    });
    await town.begin();
    return town;
  }

  private async begin(): Promise<void> {
    const { site, state } = this;
    for (const [place, asker] of ASKERS.entries()) {
      const author = state.people[asker]!.id;
      const questionId = await site.questions.ask(await actorOf(site.database, author), {
        title: 'How do I set the clock to the second?',
        body: 'I looked in the manual and found nothing.',
        tags: ['clock'],
      });
      const question = { id: questionId, kind: 'question', questionId, authorId: author } as const;
      state.posts.set(questionId, newPost(state, question));
      for (const answerer of ANSWERERS[place]!) {
        const authorId = state.people[answerer]!.id;
        const id = await site.answers.post(await actorOf(site.database, authorId), questionId, {
          body: 'Hold the button for five seconds, then turn the wheel.',
        });
        state.posts.set(id, newPost(state, { id, kind: 'answer', questionId, authorId }));
      }
    }
    for (const { id } of state.people) openPrivileges(state, id);
    await this.judge([], []);
  }

  /** Does all of it at once, and finds the order in which the model comes to the same. Gives which were done. @throws if there is none */
  async live(acts: readonly Act[]): Promise<boolean[]> {
    this.story.push(acts.map(({ text }) => text).join('\n      and at once: '));
    const settled = await Promise.allSettled(acts.map((act) => outcomeOf(act.perform(this.site))));
    const outcomes = settled.map((one) => {
      if (one.status === 'fulfilled') return one.value;
      throw this.failure([one.reason instanceof Error ? String(one.reason.stack) : String(one.reason)]);
    });
    for (const { followUp } of acts) await followUp?.(this.site);
    this.story.push(`      → ${outcomes.map(({ isDone }) => (isDone ? 'done' : 'refused')).join(', ')}`);
    await this.judge(acts, outcomes);
    return outcomes.map(({ isDone }) => isDone);
  }

  private async judge(acts: readonly Act[], outcomes: readonly Outcome[]): Promise<void> {
    const { database } = this.site;
    const observed = await observe(database, this.state, this.seen.last);
    if (observed.history.digest !== this.seen.digest)
      throw this.failure(['entries of the ledger were changed']);
    const seen = { ...observed, wasBusy: acts.length > 1 };
    const explained = explain(this.state, acts, outcomes, seen);
    if (explained.differences.length > 0) throw this.failure(explained.differences);
    takeOver(explained.state, seen);
    this.state = explained.state;
    const { last } = observed.history;
    if (last > this.seen.last) this.seen = { last, digest: await digestUpTo(database, this.state, last) };
  }

  failure(lines: readonly string[]): Error {
    return new Error([...lines, '', 'What was done:', ...this.story].join('\n'));
  }
}

async function outcomeOf(doing: Promise<unknown>): Promise<Outcome> {
  try {
    return { isDone: true, given: await doing };
  } catch (error) {
    // Everything else is a defect, also where PostgreSQL gave up on one of two transactions too often.
    if (error instanceof PeerdeskError) return { isDone: false, given: undefined };
    throw error;
  }
}

/** The first order, one after the other, in which the acts end as they did; or of the first order, what is different. */
function explain(
  before: State,
  acts: readonly Act[],
  outcomes: readonly Outcome[],
  seen: Seen,
): { state: State; differences: string[] } {
  let least: { state: State; differences: string[] } | undefined;
  const isUnsure = seen.wasBusy && acts.some(({ changesRules }) => changesRules);
  for (const order of ordersOf(acts.length)) {
    const state = structuredClone(before);
    const surprises = order.flatMap((place) => {
      const act = acts[place]!;
      const { isDone, given } = outcomes[place]!;
      state.shown = isUnsure ? (isDone ? 'HOLDS' : 'LACKS') : null;
      const isExpected = foretells(act, state, given, seen);
      if (act.isFree || isExpected === isDone) return [];
      return [`“${act.text}” was ${isDone ? 'done' : 'refused'}, and the rules say otherwise`];
    });
    state.shown = null;
    const found = [...surprises, ...differences(seen.wasBusy ? before : state, state, seen)];
    if (found.length === 0) return { state, differences: [] };
    if (!least || found.length < least.differences.length) least = { state, differences: found };
  }
  return least!;
}

function foretells(act: Act, state: State, given: unknown, seen: Seen): boolean {
  try {
    act.foretell(state, given, seen);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function* ordersOf(count: number, chosen: number[] = []): Generator<number[]> {
  if (chosen.length === count) yield chosen;
  for (let place = 0; place < count; place++) {
    if (!chosen.includes(place)) yield* ordersOf(count, [...chosen, place]);
  }
}
