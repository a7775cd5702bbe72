import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import type { Document } from './document.ts';
import { textOf, textsOf } from './fields.ts';
import { pageOf } from './paths.ts';

/**
 * A form action that is one mutation and ends in a redirect, so that reloading does not do it again. A refusal is shown
 * at the form that was sent, with what was typed.
 * @param name which form of the page it is
 * @param next where to go once it is done: the page it stands on, unless something else is said
 */
export function deed<Input, Data>(
  name: string | ((form: FormData) => string),
  mutation: Document<Data, { input: Input }>,
  inputOf: (form: FormData) => Input,
  next: (event: RequestEvent, data: Data, form: FormData) => string = ({ url }) => pageOf(url),
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const sent = await api(event).submit(
      mutation,
      { input: inputOf(form) },
      {
        name: typeof name === 'string' ? name : name(form),
        values: textsOf(form, ...new Set([...form.keys()])),
      },
    );
    if (sent.failure) return sent.failure;
    redirect(303, next(event, sent.data, form));
  };
}

/** The page says that it was done, where that does not show by itself. */
export const noted = ({ url }: RequestEvent): string => `${url.pathname}?noted`;

/** For pages with such a form for each of many things: the one of the thing whose id is in this field. */
export const formOf = (prefix: string, idField: string) => (form: FormData) =>
  `${prefix}-${textOf(form, idField)}`;
