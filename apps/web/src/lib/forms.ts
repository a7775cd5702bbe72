import type { SearchHit } from './model/search.ts';

/** What a form action answers when the form was not taken: everything that was typed, and what to do about it. */
export interface FormReply {
  /** Which form of the page it was. */
  form: string;
  values: Record<string, string>;
  /** One sentence for each field that was refused, by the name of the field. */
  problems: Record<string, string>;
  /** One sentence for the form as a whole; empty when the problems say it all. */
  notice: string;
  /** The text as it will look, where a preview was asked for. */
  preview?: string;
  /** A draft of it was kept. */
  kept?: boolean;
  /** What was found that may already hold the answer. */
  hits?: SearchHit[];
  /** With a conflict: the state that somebody else made meanwhile. */
  current?: Record<string, unknown>;
  /** The person has to log in again first; `notice` says so and the form offers the way. */
  loggedOut?: boolean;
}

/** The reply if it belongs to this form of the page. */
export function replyTo(reply: unknown, form: string): FormReply | null {
  return isReply(reply) && reply.form === form ? reply : null;
}

/** The reply, whichever form of the page it belongs to. */
export function anyReply(reply: unknown): FormReply | null {
  return isReply(reply) ? reply : null;
}

function isReply(value: unknown): value is FormReply {
  return typeof value === 'object' && value !== null && 'form' in value && 'problems' in value;
}
