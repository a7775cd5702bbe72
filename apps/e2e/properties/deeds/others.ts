import fc from 'fast-check';
import * as articles from '../model/articles.js';
import * as bounties from '../model/bounties.js';
import * as order from '../model/order.js';
import { reputationOf } from '../model/ledger.js';
import { postOf } from '../model/state.js';
import type { State } from '../model/state.js';
import { actorOf } from '../site.js';
import type { Site } from '../site.js';
import { givenValues, RULES } from '../rules.js';
import { mostly, pick } from './deed.js';
import type { Act, Deed } from './deed.js';
import { WHO, numberOf, ofKind, staffOf } from './forum.js';
import type { Who } from './forum.js';

const ANY = fc.nat({ max: 23 });

const deed = (
  label: string,
  resolve: (state: State, who: Who, n: number) => Act | null,
): fc.Arbitrary<Deed> =>
  fc.tuple(WHO, ANY).map(([who, n]) => ({
    label: `${label}(${who}, ${n})`,
    resolve: (state) => resolve(state, who, n),
  }));
const by =
  (actor: number, act: (site: Site, viewer: Awaited<ReturnType<typeof actorOf>>) => Promise<unknown>) =>
  async (site: Site) =>
    act(site, await actorOf(site.database, actor));

export const escrow = {
  offer: fc.tuple(fc.nat({ max: 7 }), ANY, fc.constantFrom(3, 5, 8, 12, 20, 40)).map(([who, n, amount]) => ({
    label: `offer(${who}, ${n}, ${amount})`,
    resolve(state: State) {
      const hasEnough = ({ id }: { id: number }) => reputationOf(state, id) >= amount;
      const person = mostly(state.people, who, hasEnough);
      const question = mostly(ofKind(state, 'question'), n, ({ deletedBy }) => deletedBy === null);
      if (!person || !question) return null;
      const [actor, questionId] = [person.id, question.id];
      return {
        text: `${actor} offers ${amount} for ${questionId}`,
        perform: by(actor, (site, viewer) => site.bounties.offer(viewer, questionId, { amount })),
        foretell: (now: State, given: unknown) =>
          bounties.offer(now, actor, { questionId, amount }, { id: Number(given), createdAt: Infinity }),
      };
    },
  })),
  award: deed('award', (state, who, n) => {
    const bounty = mostly([...state.bounties.values()], n, ({ state: is }) => is === 'OPEN');
    if (!bounty) return null;
    const answers = ofKind(state, 'answer');
    const ofQuestion = answers.filter(({ questionId }) => questionId === bounty.questionId);
    const answer = pick(n % 6 === 0 ? answers : ofQuestion, n >> 1) ?? answers[0]!;
    const actor = numberOf(state, who, bounty.offeredBy);
    return {
      text: `${actor} awards bounty ${bounty.id} to ${answer.id}`,
      perform: by(actor, (site, viewer) => site.bounties.award(viewer, bounty.id, answer.id)),
      foretell: (now) => bounties.awardBounty(now, actor, bounty.id, answer.id),
    };
  }),
  withdraw: deed('withdraw', (state, who, n) => {
    const bounty = mostly([...state.bounties.values()], n, ({ state: is }) => is === 'OPEN');
    if (!bounty) return null;
    const actor = numberOf(state, who, bounty.offeredBy);
    return {
      text: `${actor} withdraws bounty ${bounty.id}`,
      perform: by(actor, (site, viewer) => site.bounties.withdraw(viewer, bounty.id)),
      foretell: (now) => bounties.withdrawBounty(now, actor, bounty.id),
    };
  }),
  settle: fc.constant<Deed>({
    label: 'settle',
    resolve: () => ({
      text: 'bounties are settled by rule',
      perform: (site) => site.settlement.settleDue(),
      foretell: (now, _, { wasBusy, bounties: seen }) =>
        bounties.settleDue(now, (id) => wasBusy && !seen.some((one) => one.id === id && one.isByRule)),
    }),
  }),
};

export const sanctions = {
  impose: fc.tuple(WHO, ANY, fc.constantFrom(1, 7, 30)).map(([who, n, points]) => ({
    label: `sanction(${who}, ${n}, ${points})`,
    resolve(state: State) {
      const accountId = pick(state.people, n)!.id;
      const actor = numberOf(state, who, pick(staffOf(state, 'MODERATOR', 'ADMIN'), n));
      return {
        text: `${actor} takes ${points} from ${accountId}`,
        perform: by(actor, (site, viewer) =>
          site.sanctions.impose(viewer, accountId, { points, reason: 'For insults.' }),
        ),
        foretell: (now: State, given: unknown) =>
          order.sanction(now, actor, { accountId, points }, Number(given)),
      };
    },
  })),
  lift: deed('lift', (state, who, n) => {
    const found = mostly([...state.sanctions], n, ([, { isLifted }]) => !isLifted);
    if (!found) return null;
    const actor = numberOf(state, who, pick(staffOf(state, 'MODERATOR', 'ADMIN'), n));
    return {
      text: `${actor} lifts sanction ${found[0]}`,
      perform: by(actor, (site, viewer) => site.sanctions.lift(viewer, found[0], 'It was somebody else.')),
      foretell: (now) => order.lift(now, actor, found[0]),
    };
  }),
};

export const faq = {
  promote: deed('promote', (state, who, n) => {
    const answers = ofKind(state, 'answer');
    const first = pick(answers, n)!;
    const second = n % 2 === 0 ? pick(answers, n + 1 + (n >> 2)) : undefined;
    const answerIds = [...new Set([first.id, second?.id ?? first.id])];
    const actor = numberOf(state, who, pick(staffOf(state, 'STAFF', 'ADMIN'), n));
    return {
      text: `${actor} drafts an article of ${answerIds.join(' and ')}`,
      perform: by(actor, (site, viewer) => site.promotion.promoteAll(viewer, answerIds, { force: true })),
      foretell: (now, given) => articles.promote(now, actor, answerIds, Number(given)),
    };
  }),
  publish: deed('publish', (state, who, n) => {
    const article = mostly([...state.articles.values()], n, ({ status }) => status !== 'PUBLISHED');
    if (!article) return null;
    const actor = numberOf(state, who, pick(staffOf(state, 'STAFF', 'ADMIN'), n));
    return {
      text: `${actor} publishes article ${article.id}`,
      perform: by(actor, (site, viewer) => site.publication.publish(viewer, article.id)),
      foretell: (now) => articles.publish(now, actor, article.id),
    };
  }),
  archive: deed('archive', (state, who, n) => {
    const article = mostly([...state.articles.values()], n, ({ status }) => status === 'PUBLISHED');
    if (!article) return null;
    const actor = numberOf(state, who, pick(staffOf(state, 'STAFF', 'ADMIN'), n));
    return {
      text: `${actor} archives article ${article.id}`,
      perform: by(actor, (site, viewer) => site.publication.archive(viewer, article.id)),
      foretell: (now) => articles.archive(now, actor, article.id),
    };
  }),
};

export const erasure = deed('erase', (state, who, n) => {
  const person = pick(state.people, n % 6)!;
  const actor = numberOf(state, who, staffOf(state, 'ADMIN')[0]);
  return {
    text: `${actor} erases ${person.id}`,
    perform: by(actor, (site, viewer) =>
      site.erasure.eraseOther(viewer, person.id, { reason: 'They asked for it.', username: person.username }),
    ),
    foretell: (now) => order.erase(now, actor, person.id),
  };
});

export const rules = {
  save: fc.tuple(WHO, fc.nat({ max: RULES.length - 1 })).map(([who, choice]) => ({
    label: `rules(${who}, ${choice})`,
    changesRules: true,
    resolve(state: State) {
      const actor = numberOf(state, who, staffOf(state, 'ADMIN')[0]);
      const basedOnVersion = state.version;
      return {
        text: `${actor} puts rules ${choice} in the place of version ${basedOnVersion}`,
        perform: by(actor, (site, viewer) =>
          site.ruleDesk.save(viewer, { values: givenValues(RULES[choice]!), basedOnVersion }),
        ),
        followUp: (site: Site) => site.privileges.announce(),
        foretell: (now: State) => order.saveRules(now, actor, choice, basedOnVersion),
      };
    },
  })),
  recompute: fc.constant<Deed>({
    label: 'recompute',
    isAlone: true,
    resolve(state) {
      const actor = staffOf(state, 'ADMIN')[0]!;
      const { version } = state;
      return {
        text: `${actor} has everything recomputed by rules ${version}`,
        perform: by(actor, async (site, viewer) => {
          const { id } = await site.recomputation.ask(viewer, version);
          await site.recomputation.run(id);
        }),
        foretell: (now) => order.recomputeAll(now, actor, version),
      };
    },
  }),
};

export const time = {
  night: fc.constantFrom(1, 1, 2).map<Deed>((days) => ({
    label: `night(${days})`,
    isAlone: true,
    resolve: () => ({
      text: `${days} days pass`,
      perform: (site) => site.passDays(days),
      foretell(now) {
        now.day = new Date(Date.parse(now.day) + days * 86_400_000).toISOString().slice(0, 10);
      },
    }),
  })),
  jobs: fc.constant<Deed>({
    label: 'jobs',
    isAlone: true,
    resolve: () => ({
      text: 'the nightly jobs run',
      async perform(site) {
        await site.privileges.takeAway();
        await site.ratingPublication.publish();
        await site.erasure.followUpAll();
      },
      foretell: (now) => order.loseSome(now),
    }),
  }),
};

/** They change no reputation, whatever becomes of them. */
export const ratings = {
  rate: deed('rate', (state, who, n) => {
    const answer = pick(ofKind(state, 'answer'), n)!;
    const actor = numberOf(state, who, postOf(state, answer.questionId).authorId);
    return {
      text: `${actor} rates ${answer.id}`,
      isFree: true,
      perform: by(actor, (site, viewer) => site.ratings.rate(viewer, answer.id, { stars: 1 + (n % 5) })),
      foretell: () => undefined,
    };
  }),
  judge: deed('judge', (state, who, n) => {
    const answer = pick(ofKind(state, 'answer'), n)!;
    const actor = numberOf(state, who, pick(staffOf(state, 'MODERATOR', 'STAFF'), n));
    return {
      text: `${actor} decides on the rating of ${answer.id}`,
      isFree: true,
      perform: by(actor, (site, viewer) =>
        n % 2 === 0
          ? site.ratingReview.void(viewer, answer.id, 'It is abusive.')
          : site.ratingReview.restore(viewer, answer.id, 'It was meant.'),
      ),
      foretell: () => undefined,
    };
  }),
};
