import { ForbiddenError, UnauthenticatedError } from './errors.js';
import { isActor } from './viewer.js';
import type { Actor, Viewer } from './viewer.js';

/**
 * Who may do one action. The same policy is asked by the API before it acts, by the page for what it offers,
 * and by lists and search for what they show.
 */
export interface Policy<Subject = void> {
  /** The name of the action, such as `answer.accept`. */
  readonly action: string;
  /** False: guests may ask too, and `permits` decides. */
  readonly needsLogin: boolean;
  /** The role or privilege that a refused person lacks; clients read it in `extensions.requires`. */
  readonly requires: string;
  /** What a refused person is told. */
  readonly refusal: string | undefined;
  permits(viewer: Viewer, subject: Subject): boolean;
}

interface PolicyRule<V extends Viewer, Subject> {
  requires?: string;
  refusal?: string;
  when?: (viewer: V, subject: Subject) => boolean;
}

/** A policy for people who are logged in. Without `when`, being logged in is enough. */
export function policy<Subject = void>(
  action: string,
  rule: PolicyRule<Actor, Subject> = {},
): Policy<Subject> {
  const { requires = 'LOGIN', refusal, when = () => true } = rule;
  return {
    action,
    needsLogin: true,
    requires,
    refusal,
    permits: (viewer, subject) => isActor(viewer) && when(viewer, subject),
  };
}

/** A policy that also admits guests. Saying so is a decision; there is no default. */
export function publicPolicy<Subject = void>(
  action: string,
  rule: PolicyRule<Viewer, Subject> = {},
): Policy<Subject> {
  const { requires = 'ACCESS', refusal, when = () => true } = rule;
  return { action, needsLogin: false, requires, refusal, permits: when };
}

/**
 * Ends the attempt of somebody who may not.
 * @throws UnauthenticatedError if logging in is the way out, else ForbiddenError.
 */
export function authorise<Subject>(policy: Policy<Subject>, viewer: Viewer, subject: Subject): void {
  if (policy.permits(viewer, subject)) return;
  if (!isActor(viewer)) throw new UnauthenticatedError();
  throw new ForbiddenError(policy.requires, policy.refusal);
}

/** The viewer as somebody logged in. @throws UnauthenticatedError for a guest. */
export function requireActor(viewer: Viewer): Actor {
  if (!isActor(viewer)) throw new UnauthenticatedError();
  return viewer;
}

/** Whether the viewer may, without a refusal: for what a page offers and a field shows. */
export function permits<Subject>(policy: Policy<Subject>, viewer: Viewer, subject: Subject): boolean {
  return policy.permits(viewer, subject);
}
