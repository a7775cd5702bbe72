import fc from 'fast-check';
import type { AsyncCommand } from 'fast-check';
import { pick } from './deeds/deed.js';
import type { Deed } from './deeds/deed.js';
import { answering, deletion, marks, official, supersession, votes, votesFor } from './deeds/forum.js';
import { fraud } from './deeds/fraud.js';
import { erasure, escrow, faq, ratings, rules, sanctions, time } from './deeds/others.js';
import type { State } from './model/state.js';
import { tell } from './tally.js';
import type { Town } from './town.js';

/** What happens in one moment: deeds that are done at once. fast-check leaves some out to find the shortest story. */
export class Moment implements AsyncCommand<object, Town> {
  /** @param rush the number of a question that all of it is about: whoever is to get in each other's way must meet */
  constructor(
    private readonly deeds: readonly Deed[],
    private readonly rush: number | null = null,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_: object, town: Town): Promise<void> {
    const sight = this.rush === null ? town.state : sightOf(town.state, this.rush);
    const acts = this.together().flatMap((deed) => {
      const act = deed.resolve(sight);
      return act ? [{ ...act, label: deed.label, changesRules: deed.changesRules }] : [];
    });
    if (acts.length > 0) tell(acts, await town.live(acts));
  }

  private together(): readonly Deed[] {
    if (!this.deeds.some(({ changesRules }) => changesRules)) return this.deeds;
    return this.deeds.filter(({ changesRules, asksForRulesOnce }) => changesRules || asksForRulesOnce);
  }

  toString(): string {
    const deeds = this.deeds.map(({ label }) => label).join(' ∥ ');
    return this.rush === null ? deeds : `rush ${this.rush}: ${deeds}`;
  }
}

/** The town as if there were nothing but one question. */
function sightOf(state: State, rush: number): State {
  const questions = [...state.posts.values()].filter(({ kind }) => kind === 'question');
  const about = pick(questions, rush)!.id;
  const isAbout = (questionId: number) => questionId === about;
  const posts = only(state.posts, (post) => isAbout(post.questionId));
  return {
    ...state,
    posts,
    votes: only(state.votes, ({ postId }) => posts.has(postId)),
    bounties: only(state.bounties, ({ questionId }) => isAbout(questionId)),
  };
}

function only<Key, Value>(map: Map<Key, Value>, isWanted: (value: Value) => boolean): Map<Key, Value> {
  return new Map([...map].filter(([, value]) => isWanted(value)));
}

const often = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });

const beside = fc.oneof(
  often(14, votes),
  often(5, marks.accept),
  often(2, marks.unaccept),
  often(3, marks.alsoSolved),
  often(1, marks.notAlsoSolved),
  often(2, marks.onBehalf),
  often(1, marks.notOnBehalf),
  often(3, official),
  often(2, supersession),
  often(3, deletion.remove),
  often(4, deletion.restore),
  often(2, answering),
  often(5, escrow.offer),
  often(3, escrow.award),
  often(1, escrow.withdraw),
  often(2, escrow.settle),
  often(2, sanctions.impose),
  often(1, sanctions.lift),
  often(3, faq.promote),
  often(3, faq.publish),
  often(2, faq.archive),
  often(3, fraud.suspect),
  often(6, fraud.decide),
  often(1, ratings.rate),
  often(1, ratings.judge),
  often(1, erasure),
  often(2, rules.save),
);

const alone = fc.oneof(
  often(4, time.night),
  often(1, time.jobs),
  often(2, rules.recompute),
  often(3, fraud.invalidate),
);

const rush = fc
  .tuple(fc.array(beside, { minLength: 2, maxLength: 4 }), fc.nat({ max: 3 }))
  .map(([deeds, question]) => new Moment(deeds, question));

/** Mostly one thing after the other, often two or three at once, and now and then a night. */
export function stories(longest: number) {
  return fc.commands(
    [
      beside.map((deed) => new Moment([deed])),
      beside.map((deed) => new Moment([deed])),
      fc.array(beside, { minLength: 2, maxLength: 4 }).map((deeds) => new Moment(deeds)),
      rush,
      // Nothing brings so many to the same rows as votes for what one person wrote.
      fc
        .nat({ max: 2 })
        .chain((author) => fc.array(votesFor(author), { minLength: 2, maxLength: 5 }))
        .map((deeds) => new Moment(deeds)),
      alone.map((deed) => new Moment([deed])),
    ],
    { maxCommands: longest, size: 'max' },
  );
}
