import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import type { Document } from './document.ts';
import { textsOf } from './fields.ts';
import { pageOf } from './paths.ts';

/**
 * A form action that is one mutation and ends in a redirect to the page it stands on, so that reloading does not do it
 * again. A refusal is shown at the form that was sent, with what was typed.
 * @param name which form of the page it is
 * @param noted whether the page is to say that it was done, where that does not show by itself
 */
export function deed<Input>(
  name: string,
  mutation: Document<unknown, { input: Input }>,
  inputOf: (form: FormData) => Input,
  { noted = false } = {},
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const values = textsOf(form, ...new Set([...form.keys()]));
    const sent = await api(event).submit(mutation, { input: inputOf(form) }, { name, values });
    if (sent.failure) return sent.failure;
    redirect(303, noted ? `${event.url.pathname}?noted` : pageOf(event.url));
  };
}
