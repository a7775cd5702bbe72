import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import type { Document } from './document.ts';
import { personByName } from './documents/superusers.ts';
import { translatorFor } from './translate.ts';
import type { MessageKey } from '#lib/messages/types.ts';

type SimpleKey = Extract<MessageKey, `superusers.${string}Conflict` | 'superuserDesk.conflict'>;

/**
 * A mutation of the programme for a form. What is wrong with the person is shown beside the name that was typed, and a
 * conflict is said in words: there are few reasons for it, and none is that somebody was faster by a moment.
 */
export async function submitForProgramme<Data, Variables>(
  event: RequestEvent,
  mutation: Document<Data, Variables>,
  variables: Variables,
  form: { name: string; values?: Record<string, string>; required?: readonly string[]; conflict: SimpleKey },
) {
  const sent = await api(event).submit(mutation, variables, form);
  if (!sent.failure) return undefined;
  const { t } = translatorFor(event.locals.language);
  const { data } = sent.failure;
  const { userId, ...problems } = data.problems;
  data.problems = userId ? { ...problems, username: userId } : problems;
  if (sent.failure.status === 409) data.notice = t(form.conflict);
  return sent.failure;
}

/** A deed of one's own without input, after which a page says what became of it. */
export function ownDeed<Data>(
  mutation: Document<Data, Record<string, never>>,
  form: { name: string; conflict: SimpleKey },
  next: string,
) {
  return async (event: RequestEvent) => {
    const failure = await submitForProgramme(event, mutation, {}, form);
    if (failure) return failure;
    redirect(303, next);
  };
}

/** The id of whoever is called so; as people type it, with or without @. */
export async function idOfPerson(event: RequestEvent, typed: string): Promise<string | undefined> {
  const username = typed.trim().replace(/^@/, '');
  if (!username) return undefined;
  return (await api(event).query(personByName, { username })).user?.id;
}
