import fc from 'fast-check';
import type { AskerMark } from '#libs/moderation';
import * as order from '../model/order.js';
import * as model from '../model/forum.js';
import { answersOf, isLive, personOf, postOf, rulesInForce } from '../model/state.js';
import type { ModelPost, State } from '../model/state.js';
import { actorOf } from '../site.js';
import type { Site } from '../site.js';
import { mostly, pick } from './deed.js';
import type { Act, Deed } from './deed.js';
import { WHO, numberOf, ofKind, staffOf } from './forum.js';

interface Found {
  id: number;
  voteIds: number[];
  answerIds: number[];
}

/** What one person voted for another, and accepted of them: as the nightly search notes it, but for no reason. */
const suspect: fc.Arbitrary<Deed> = fc.nat({ max: 23 }).map((n) => ({
  label: `suspect(${n})`,
  resolve(state) {
    const accountIds = pick(favoursIn(state), n);
    if (!accountIds) return null;
    return {
      text: `votes and acceptances of ${accountIds.join(' for ')} are suspected`,
      perform: (site) => note(site, accountIds),
      foretell(now, given) {
        if (given) order.suspect(now, { ...(given as Found), accountIds });
      },
    };
  },
}));

/** Who voted for whom, and who said of what whom wrote that it solved their question. */
function favoursIn(state: State): [number, number][] {
  const favours = [
    ...[...state.votes.values()].map(
      ({ voterId, postId }) => [voterId, postOf(state, postId).authorId] as const,
    ),
    ...ofKind(state, 'answer').flatMap(({ accepted, alsoSolved, questionId, authorId }) =>
      (accepted ?? alsoSolved) ? [[postOf(state, questionId).authorId, authorId] as const] : [],
    ),
  ];
  return favours.flatMap(([one, other]) => (one === other ? [] : [[one, other]]));
}

async function note(site: Site, accountIds: readonly number[]): Promise<Found | null> {
  const [one, other] = accountIds as [number, number];
  const votes = await site.database.query<{ voteId: number; postId: number; value: 1 | -1; castAt: Date }>(
    `select v.id as "voteId", v.post_id as "postId", v.value, v.created_at as "castAt"
       from vote v join post p on p.id = v.post_id
      where v.voter_id = $1 and p.author_id = $2 and v.voided_at is null`,
    [one, other],
  );
  const acceptances = await site.database.query<{ answerId: number; mark: AskerMark; acceptedAt: Date }>(
    `select a.id as "answerId", case when a.accepted_at is null then 'ALSO_SOLVED' else 'ACCEPTED' end as mark,
            coalesce(a.accepted_at, a.also_solved_at) as "acceptedAt"
       from post a join post q on q.id = a.question_id
      where q.author_id = $1 and a.author_id = $2 and coalesce(a.accepted_at, a.also_solved_at) is not null`,
    [one, other],
  );
  if (votes.length + acceptances.length === 0) return null;
  const finding = {
    ...{ kind: 'SERIAL_VOTES' as const, accountIds, evidence: {} },
    votes: votes.map((vote) => ({ ...vote, voterId: one, authorId: other })),
    acceptances: acceptances.map((acceptance) => ({ ...acceptance, askerId: one, helperId: other })),
  };
  const id = await site.database.transaction(async () => {
    const caseId = await site.suspicions.add(finding);
    await site.suspicions.addItems(caseId, finding);
    return caseId;
  });
  return {
    id,
    voteIds: votes.map(({ voteId }) => voteId),
    answerIds: acceptances.map(({ answerId }) => answerId),
  };
}

/** What comes next in each state of a case. */
const NEXT = { OPEN: 'propose', PROPOSED: 'confirm', INVALIDATED: 'undo', UNDONE: 'propose' } as const;
const STEPS = ['propose', 'confirm', 'undo'] as const;

/** Mostly what comes next, by somebody who may; now and then something else. */
const decide: fc.Arbitrary<Deed> = fc.tuple(WHO, fc.nat({ max: 23 })).map(([who, n]) => ({
  label: `decide(${who}, ${n})`,
  resolve(state) {
    const found = mostly([...state.cases.values()], n, (one) => one.state !== 'UNDONE');
    if (!found) return null;
    const step = n % 7 === 6 ? pick(STEPS, n)! : NEXT[found.state];
    const deciders = staffOf(state, ...(step === 'undo' ? ['ADMIN'] : ['MODERATOR', 'STAFF', 'ADMIN']));
    const others = deciders.filter((id) => id !== found.proposedBy && !found.accountIds.includes(id));
    return decision(step, numberOf(state, who, pick(others, n)), { caseId: found.id, state });
  },
}));

function decision(
  step: (typeof STEPS)[number],
  actor: number,
  { caseId, state }: { caseId: number; state: State },
): Act {
  // By one alone only an admin undoes: for anybody else it is a proposal, which changes nothing.
  const isProposal = step === 'undo' && !staffOf(state, 'ADMIN').includes(actor);
  return {
    text: `${actor}: ${step} case ${caseId}`,
    isFree: isProposal,
    async perform(site) {
      const viewer = await actorOf(site.database, actor);
      const reason = 'It looks arranged.';
      if (step === 'propose') {
        await site.fraudCases.propose(viewer, caseId, { voteIds: null, answerIds: null, reason });
      } else if (step === 'confirm') await site.fraudCases.confirm(viewer, caseId);
      else if (!isProposal) await site.fraudCases.undo(viewer, caseId, 'It was not.');
    },
    foretell: (now) => (isProposal ? undefined : order[step](now, actor, caseId)),
  };
}

/**
 * What an asker said of somebody's answers is found, proposed and confirmed in one go, for by itself it rarely comes so
 * far; and mostly the asker takes it back of one of them and says it again, or says the other of the two.
 */
const invalidate: fc.Arbitrary<Deed> = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom('accept', 'markAlsoSolved', null))
  .map(([n, again]) => ({
    label: `invalidate(${n}, ${again})`,
    isAlone: true,
    resolve(state) {
      const answer = pick(ofKind(state, 'answer').filter(isSuspect(state)), n);
      if (!answer) return null;
      const asker = postOf(state, answer.questionId).authorId;
      const accountIds = [asker, answer.authorId];
      const deciders = staffOf(state, 'MODERATOR', 'STAFF', 'ADMIN').filter((id) => !accountIds.includes(id));
      const [one, other] = deciders;
      if (one === undefined || other === undefined) return null;
      const takesBack = answer.accepted ? 'unaccept' : 'unmarkAlsoSolved';
      const words = again && mayRepeat(state, answer, again) ? ([takesBack, again] as const) : [];
      return {
        text: [
          `what ${asker} said of answers by ${answer.authorId} is found invalid by ${one} and ${other}`,
          ...words.map((word) => `then ${asker}: ${word} ${answer.id}`),
        ].join(', '),
        async perform(site) {
          const found = await note(site, accountIds);
          if (!found) throw new Error('the model knows of a mark that is not there');
          await decision('propose', one, { caseId: found.id, state }).perform(site);
          await decision('confirm', other, { caseId: found.id, state }).perform(site);
          const viewer = await actorOf(site.database, asker);
          for (const word of words) await site.marks[word](viewer, answer.id);
          return found;
        },
        foretell(now, given) {
          const found = given as Found;
          order.suspect(now, { ...found, accountIds });
          order.propose(now, one, found.id);
          order.confirm(now, other, found.id);
          for (const word of words) model[word](now, asker, answer.id);
        },
      };
    },
  }));

const isSuspect =
  (state: State) =>
  (answer: ModelPost): boolean => {
    const asker = postOf(state, answer.questionId).authorId;
    const isMarked = answer.accepted !== null || answer.alsoSolved !== null;
    return isMarked && answer.acceptanceVoid === null && asker !== answer.authorId;
  };

/** Half of a deed that is refused would be neither done nor not done. */
function mayRepeat(state: State, answer: ModelPost, again: 'accept' | 'markAlsoSolved'): boolean {
  const asker = personOf(state, postOf(state, answer.questionId).authorId);
  const others = answersOf(state, answer.questionId).filter(
    ({ id, alsoSolved }) => alsoSolved && id !== answer.id,
  );
  const hasRoom = again === 'accept' || others.length < rulesInForce(state).solutions.alsoSolvedMost;
  return !asker.isErased && isLive(state, answer) && hasRoom;
}

export const fraud = { suspect, decide, invalidate };
