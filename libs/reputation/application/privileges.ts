import { PRIVILEGES, holdsPrivilege } from '#libs/forum';
import type { Privilege } from '#libs/forum';
import { isAtLeast } from '#libs/kernel';
import type { Role, Viewer } from '#libs/kernel';
import type { RuleSet } from '../domain/rule-set.js';

/** What no reputation is enough for, with the least role that may. */
const BY_ROLE = {
  DELETE_OTHERS_POSTS: 'SUPERUSER',
  SET_OFFICIAL: 'MODERATOR',
  CURATE: 'STAFF',
} as const satisfies Record<string, Role>;

export type PrivilegeName = Privilege | keyof typeof BY_ROLE;

const byRole = Object.keys(BY_ROLE) as (keyof typeof BY_ROLE)[];
export const PRIVILEGE_NAMES: readonly PrivilegeName[] = [...PRIVILEGES, ...byRole];

/** Why somebody may: by reputation, by the quality of what they do, or by their role alone. */
export const PRIVILEGE_OPENERS = ['REPUTATION', 'ABILITY', 'ROLE'] as const;
export type PrivilegeOpener = (typeof PRIVILEGE_OPENERS)[number];

export interface PersonalPrivilege {
  name: PrivilegeName;
  held: boolean;
  /** Null where it takes a role, or quality only. */
  reputationNeeded: number | null;
  /** How much reputation is missing; null where it is held, or where none is enough. */
  missing: number | null;
}

type Standing = Pick<Viewer, 'role' | 'reputation' | 'privileges'>;

/** What somebody may do, and what comes next: the ones that reputation opens first, in rising order. */
export function privilegesOf(person: Standing, rules: RuleSet): PersonalPrivilege[] {
  const needs = (name: Privilege) => thresholdOf(name, rules);
  return [
    ...[...PRIVILEGES]
      .sort((one, other) => (needs(one) ?? Infinity) - (needs(other) ?? Infinity) || 0)
      .map((name) => {
        const held = holdsPrivilege(person, name);
        const reputationNeeded = needs(name);
        const missing = held || reputationNeeded === null ? null : reputationNeeded - person.reputation;
        return { name, held, reputationNeeded, missing };
      }),
    ...byRole.map((name) => ({
      name,
      held: isAtLeast(person.role, BY_ROLE[name]),
      reputationNeeded: null,
      missing: null,
    })),
  ];
}

/** What somebody holds by their reputation, and would not hold for long with less of it. */
export interface PrivilegeAtStake {
  name: Privilege;
  reputationNeeded: number;
  /** Giving away so many points or more takes it to where it comes to rest, unless quality opens it as well. */
  fromAmount: number;
}

/**
 * What giving away points of reputation would cost somebody, what goes first first. Nothing for whom a role allows it.
 * @param least how many they give away at least
 * @param most how many at most
 */
export function privilegesAtStake(
  person: Standing,
  rules: RuleSet,
  { least, most }: { least: number; most: number },
): PrivilegeAtStake[] {
  if (person.role !== 'MEMBER') return [];
  return PRIVILEGES.filter((name) => person.privileges.includes(name))
    .map((name) => ({ name, reputationNeeded: thresholdOf(name, rules) ?? 0 }))
    .filter(({ reputationNeeded }) => reputationNeeded > 0 && reputationNeeded <= person.reputation)
    .map((held) => ({ ...held, fromAmount: Math.max(least, person.reputation - held.reputationNeeded + 1) }))
    .filter(({ fromAmount }) => fromAmount <= Math.min(most, person.reputation))
    .sort((one, other) => other.reputationNeeded - one.reputationNeeded);
}

/** The reputation that opens a privilege; null where none does. */
export function thresholdOf(name: string, rules: RuleSet): number | null {
  return (rules.privileges as Readonly<Record<string, number | undefined>>)[name] ?? null;
}

/**
 * What allows a privilege that somebody holds.
 * @param isAble whether an ability of theirs is open that opens it
 */
export function openerOf(
  { name, reputationNeeded }: PersonalPrivilege,
  person: Standing,
  isAble: boolean,
): PrivilegeOpener {
  if (!person.privileges.includes(name)) return 'ROLE';
  const isReached = reputationNeeded !== null && Math.max(0, person.reputation) >= reputationNeeded;
  return !isReached && isAble ? 'ABILITY' : 'REPUTATION';
}
