import type { RuleName } from '#libs/reputation';
import type { ModelRules } from '../rules.js';
import { personOf, rulesInForce, rulesOf } from './state.js';
import type { Standing, State } from './state.js';

export interface Due {
  readonly accountId: number;
  readonly cause: string;
  readonly postId: number | null;
  readonly rule: RuleName | null;
  /** Only where no rule gives them. */
  readonly points?: number;
  /** The day it counts to; left out: today. */
  readonly day?: string;
}

/** What undoes these is no new deed: it comes back by the rules that it had. */
export const COMES_BACK: readonly string[] = ['POST_DELETED', 'FRAUD'];

const isCapped = ({ rule }: { rule: RuleName | null }) =>
  rule === 'QUESTION_UPVOTED' || rule === 'ANSWER_UPVOTED';
const keyOf = ({ accountId, cause }: { accountId: number; cause: string }) => `${accountId} ${cause}`;

/** The sum of what stands, of which a day's upvotes bring its cap at most. */
export function reputationOf(state: State, accountId: number): number {
  let reputation = 0;
  const days = new Map<string, number>();
  for (const entry of state.standing.values()) {
    if (entry.accountId !== accountId) continue;
    if (isCapped(entry)) days.set(entry.day, (days.get(entry.day) ?? 0) + entry.points);
    else reputation += entry.points;
  }
  for (const [day, points] of days) {
    reputation += Math.min(points, state.caps.get(`${accountId} ${day}`) ?? Infinity);
  }
  return reputation;
}

/** What the upvotes of a day bring at most; null where there are none. */
export function capOf(state: State, accountId: number, day: string): number | null {
  const points = sum(upvotesOf(state, accountId, day).map((entry) => entry.points));
  return points > 0 ? (state.caps.get(`${accountId} ${day}`) ?? null) : null;
}

/** What they do not have yet. */
export function award(state: State, dues: readonly Due[]): void {
  noticing(
    state,
    dues.map(({ accountId }) => accountId),
    () => {
      for (const due of dues) if (!state.standing.has(keyOf(due))) enter(state, due);
    },
  );
}

/** Of whatever stands, what `which` says. */
export function revoke(state: State, why: string, which: (entry: Standing) => boolean): void {
  const gone = [...state.standing.values()].filter(which);
  noticing(
    state,
    gone.map(({ accountId }) => accountId),
    () => {
      for (const entry of gone) takeBack(state, entry, why);
    },
  );
}

export function revokeCauses(state: State, why: string, causes: readonly string[]): void {
  revoke(state, why, ({ cause }) => causes.includes(cause));
}

/** Everything that a rule gave is worth what the newest rules say; a day gets their cap where that matters. */
export function recompute(state: State): void {
  state.recomputed = state.version;
  const rules = rulesInForce(state);
  noticing(
    state,
    state.people.map(({ id }) => id),
    () => {
      const ruled = [...state.standing.values()].filter((entry) => entry.rule !== null);
      const outdated = ruled.filter(
        (entry) =>
          entry.points !== rules.points[entry.rule!] || (isCapped(entry) && wantsNewCap(state, entry, rules)),
      );
      for (const entry of outdated) takeBack(state, entry, 'RULES_CHANGED');
      for (const entry of outdated) enter(state, entry, state.version);
    },
  );
}

function wantsNewCap(state: State, { accountId, day }: Standing, rules: ModelRules): boolean {
  const cap = state.caps.get(`${accountId} ${day}`);
  if (cap === undefined || cap === rules.dailyCap) return false;
  const ofDay = upvotesOf(state, accountId, day);
  const before = sum(ofDay.map(({ points }) => points));
  const after = sum(ofDay.map(({ rule }) => rules.points[rule!]));
  const isOtherwise = ofDay.some(({ rule, points }) => points !== rules.points[rule!]);
  return isOtherwise || day === state.day || Math.min(cap, before) !== Math.min(rules.dailyCap, after);
}

/** @param byVersion left out: that of today, or the one it had if it comes back */
function enter(state: State, due: Due, byVersion?: number): void {
  const { accountId, cause, postId, rule } = due;
  const before = state.takenBack.get(keyOf(due));
  const isBack = before && COMES_BACK.includes(before.why);
  const version = byVersion ?? (isBack ? Math.max(before.version, state.recomputed) : state.version);
  const rules = rulesOf(state, version);
  const day = due.day ?? state.day;
  const entry: Standing = {
    ...{ accountId, cause, postId, rule, day, version },
    points: rule === null ? due.points! : rules.points[rule],
  };
  if (isCapped(entry)) {
    if (capOf(state, accountId, day) === null) state.caps.set(`${accountId} ${day}`, rules.dailyCap);
  }
  state.standing.set(keyOf(entry), entry);
}

function takeBack(state: State, entry: Standing, why: string): void {
  state.standing.delete(keyOf(entry));
  state.takenBack.set(keyOf(entry), { why, version: entry.version });
}

/** Privileges open with the points that reach them, in the statement that enters these. */
function noticing(state: State, accountIds: readonly number[], work: () => void): void {
  const before = new Map(accountIds.map((id) => [id, reputationOf(state, id)]));
  work();
  for (const [id, reputation] of before) if (reputationOf(state, id) > reputation) openPrivileges(state, id);
}

export function openPrivileges(state: State, accountId: number): void {
  const person = personOf(state, accountId);
  const opened = reached(state, reputationOf(state, accountId));
  person.privileges = [...new Set([...person.privileges, ...opened])];
}

/** Of the privileges that the model looks at. */
export function reached(state: State, reputation: number): string[] {
  return Object.entries(rulesInForce(state).privileges).flatMap(([privilege, needed]) =>
    needed <= Math.max(reputation, 0) ? [privilege] : [],
  );
}

function upvotesOf(state: State, accountId: number, day: string): Standing[] {
  return [...state.standing.values()].filter(
    (entry) => isCapped(entry) && entry.accountId === accountId && entry.day === day,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
