import fc from 'fast-check';
import { remove, restore } from '../model/deletion.js';
import * as model from '../model/forum.js';
import { postOf } from '../model/state.js';
import type { ModelPost, State } from '../model/state.js';
import { actorOf } from '../site.js';
import type { Site } from '../site.js';
import { mostly, pick } from './deed.js';
import type { Act, Deed } from './deed.js';

const ANY = fc.nat({ max: 23 });
/** Most people do what they may; some try what they may not. */
export const WHO = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.nat({ max: 7 }) },
);
export type Who = number | null;

export function numberOf(state: State, who: Who, fitting: number | undefined): number {
  return who === null && fitting !== undefined ? fitting : pick(state.people, who ?? 0)!.id;
}

export const ofKind = (state: State, kind: ModelPost['kind']) =>
  [...state.posts.values()].filter((post) => post.kind === kind).sort((a, b) => a.id - b.id);
export const staffOf = (state: State, ...roles: string[]) =>
  state.people.filter(({ role }) => roles.includes(role)).map(({ id }) => id);

/** Something that one person does to one post. */
function about(
  label: string,
  find: (state: State, who: Who, n: number) => { actor: number; post: number } | null,
  perform: (site: Site, actor: Awaited<ReturnType<typeof actorOf>>, post: number) => Promise<unknown>,
  foretell: (state: State, actor: number, post: number) => void,
): fc.Arbitrary<Deed> {
  return fc.tuple(WHO, ANY).map(([who, n]) => ({
    label: `${label}(${who}, ${n})`,
    asksForRulesOnce: label === 'accepts',
    resolve(state) {
      const found = find(state, who, n);
      if (!found) return null;
      const { actor, post } = found;
      return {
        text: `${actor} ${label} ${post}`,
        perform: async (site) => perform(site, await actorOf(site.database, actor), post),
        foretell: (now) => foretell(now, actor, post),
      };
    },
  }));
}

/** An answer, mostly of those that are as it takes, and its asker. */
const byAsker = (isFitting: (post: ModelPost) => boolean) => (state: State, who: Who, n: number) => {
  const answer = mostly(ofKind(state, 'answer'), n, isFitting);
  if (!answer) return null;
  return { actor: numberOf(state, who, postOf(state, answer.questionId).authorId), post: answer.id };
};

const byRole =
  (roles: string[], posts: (state: State) => readonly ModelPost[]) => (state: State, who: Who, n: number) => {
    const post = pick(posts(state), n);
    return post
      ? { actor: numberOf(state, who, pick(staffOf(state, ...roles), n >> 1)), post: post.id }
      : null;
  };

const isThere = ({ deletedBy }: ModelPost) => deletedBy === null;
const answersIn = (state: State) => ofKind(state, 'answer');
const accepted = (state: State) => ofKind(state, 'answer').filter((post) => post.accepted);

const BALLOT = fc.record({
  voter: fc.nat({ max: 7 }),
  post: ANY,
  value: fc.constantFrom<1 | -1 | null>(1, 1, 1, 1, -1, -1, null),
});

export const votes = BALLOT.map((ballot) => vote('vote', ballot, (state) => [...state.posts.values()]));

/** For what one person wrote, wherever that is. @param author the place of the person */
export const votesFor = (author: number) =>
  BALLOT.map((ballot) =>
    vote(`vote for ${author}`, ballot, (state) =>
      [...state.posts.values()].filter(({ authorId }) => authorId === pick(state.people, author)!.id),
    ),
  );

function vote(
  label: string,
  { voter, post, value }: { voter: number; post: number; value: 1 | -1 | null },
  among: (state: State) => readonly ModelPost[],
): Deed {
  return {
    label: `${label}(${voter}, ${post}, ${value})`,
    asksForRulesOnce: true,
    resolve(state) {
      const postId = pick(
        [...among(state)].sort((a, b) => a.id - b.id),
        post,
      )?.id;
      if (postId === undefined) return null;
      const actor = pick(state.people, voter)!.id;
      const word = value === null ? 'NONE' : value > 0 ? 'UP' : 'DOWN';
      return {
        text: `${actor} votes ${word} on ${postId}`,
        perform: async (site) => site.votes.cast(await actorOf(site.database, actor), postId, word),
        foretell: (now) => model.vote(now, actor, postId, value),
      };
    },
  };
}

export const marks = {
  accept: about(
    'accepts',
    byAsker(isThere),
    (site, actor, post) => site.marks.accept(actor, post),
    model.accept,
  ),
  unaccept: about(
    'takes back the acceptance of',
    byAsker((post) => post.accepted !== null),
    (site, actor, post) => site.marks.unaccept(actor, post),
    model.unaccept,
  ),
  alsoSolved: about(
    'says of being solved too:',
    byAsker(isThere),
    (site, actor, post) => site.marks.markAlsoSolved(actor, post),
    model.markAlsoSolved,
  ),
  notAlsoSolved: about(
    'says of not being solved too:',
    byAsker((post) => post.alsoSolved !== null),
    (site, actor, post) => site.marks.unmarkAlsoSolved(actor, post),
    model.unmarkAlsoSolved,
  ),
  onBehalf: about(
    'accepts on behalf',
    byRole(['MODERATOR', 'STAFF'], answersIn),
    (site, actor, post) => site.onBehalf.accept(actor, post, 'The asker is gone.'),
    model.acceptOnBehalf,
  ),
  notOnBehalf: about(
    'takes back on behalf',
    byRole(['MODERATOR', 'STAFF'], accepted),
    (site, actor, post) => site.onBehalf.unaccept(actor, post, 'It was too early.'),
    model.unacceptOnBehalf,
  ),
};

export const official: fc.Arbitrary<Deed> = fc.tuple(WHO, ANY, fc.boolean()).map(([who, n, isGiven]) => ({
  label: `official(${who}, ${n}, ${isGiven})`,
  resolve(state) {
    const answer = pick(answersIn(state), n);
    if (!answer) return null;
    const actor = numberOf(state, who, pick(staffOf(state, 'MODERATOR', 'STAFF'), n));
    const answerId = isGiven || n % 3 > 0 ? answer.id : null;
    return {
      text: `${actor} makes ${answerId} official on ${answer.questionId}`,
      perform: async (site) =>
        site.marks.setOfficial(await actorOf(site.database, actor), answer.questionId, answerId),
      foretell: (now) => model.setOfficial(now, actor, answer.questionId, answerId),
    };
  },
}));

export const supersession: fc.Arbitrary<Deed> = fc.tuple(WHO, ANY, ANY).map(([who, n, m]) => ({
  label: `supersede(${who}, ${n}, ${m})`,
  resolve(state) {
    const answer = pick(answersIn(state), n);
    if (!answer) return null;
    const others = answersIn(state).filter(
      ({ id, questionId }) => questionId === answer.questionId && id > answer.id,
    );
    const isTakenBack = answer.supersededBy === null ? m % 12 === 0 : m % 3 === 0;
    const newer = isTakenBack ? undefined : pick(m % 7 === 0 ? answersIn(state) : others, m);
    const actor = numberOf(state, who, answer.authorId);
    const newerId = newer?.id ?? null;
    return {
      text: `${actor} says that ${newerId} replaces ${answer.id}`,
      async perform(site) {
        const by = await actorOf(site.database, actor);
        if (newerId === null) await site.supersession.withdraw(by, answer.id);
        else await site.supersession.supersede(by, answer.id, newerId);
      },
      foretell: (now) => model.supersede(now, actor, answer.id, newerId),
    };
  },
}));

export const deletion = {
  remove: fc.tuple(WHO, ANY, fc.boolean()).map(([who, n, isByAuthor]) =>
    ofPost(`remove(${who}, ${n}, ${isByAuthor})`, (state) => {
      // Questions less often: everything else hangs on them.
      const post = pick(n % 5 === 0 ? ofKind(state, 'question') : answersIn(state), n)!;
      const moderator = pick(staffOf(state, 'MODERATOR', 'STAFF'), n);
      const actor = numberOf(state, who, isByAuthor ? post.authorId : moderator);
      return {
        text: `${actor} deletes ${post.id}`,
        perform: async (site) => site.deletion.remove(await actorOf(site.database, actor), post.id),
        foretell: (now) => remove(now, actor, post.id),
      };
    }),
  ),
  restore: fc.tuple(WHO, ANY).map(([who, n]) =>
    ofPost(`restore(${who}, ${n})`, (state) => {
      const deleted = [...state.posts.values()].filter(({ deletedBy }) => deletedBy !== null);
      const post = pick(deleted, n);
      if (!post) return null;
      const actor = numberOf(state, who, post.deletedBy!);
      return {
        text: `${actor} restores ${post.id}`,
        perform: async (site) => site.deletion.restore(await actorOf(site.database, actor), post.id),
        foretell: (now) => restore(now, actor, post.id),
      };
    }),
  ),
};

export const answering: fc.Arbitrary<Deed> = fc.tuple(fc.nat({ max: 7 }), ANY).map(([who, n]) =>
  ofPost(`answer(${who}, ${n})`, (state) => {
    const question = pick(ofKind(state, 'question'), n)!;
    const actor = pick(state.people, who)!.id;
    return {
      text: `${actor} answers ${question.id}`,
      perform: async (site) =>
        site.answers.post(await actorOf(site.database, actor), question.id, {
          body: 'Hold the button for five seconds, then turn the wheel.',
        }),
      foretell: (now, given) => model.answer(now, actor, question.id, Number(given)),
    };
  }),
);

function ofPost(label: string, resolve: (state: State) => Act | null): Deed {
  return { label, resolve };
}
