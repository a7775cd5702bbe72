import { fail, redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import { api } from '#lib/server/api.ts';
import * as documents from '#lib/server/documents/superusers.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { pageOf } from '#lib/server/paths.ts';
import { idOfPerson, submitForProgramme } from '#lib/server/superuser-deeds.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const lists = ['suggested', 'nominations', 'near', 'invitations', 'terms', 'past'] as const;

/** Each list by a query of its own: one is looked at at a time. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const list = lists.find((known) => searchParams.get('list') === known) ?? 'suggested';
  const after = searchParams.get('after');
  const { query } = api(event);
  const shown = { candidates: null, nominations: null, invitations: null, terms: null };
  const all = { list, lists, ...shown };
  if (list === 'nominations') {
    return {
      ...all,
      nominations: (await query(documents.nominationList, { after })).superuserNominations,
    };
  }
  if (list === 'invitations') {
    return {
      ...all,
      invitations: (await query(documents.invitationList, { after })).superuserInvitations,
    };
  }
  if (list === 'terms' || list === 'past') {
    const { superuserTerms: terms } = await query(documents.termList, { open: list === 'terms', after });
    return { ...all, terms };
  }
  const view = list === 'near' ? 'ALL' : 'SUGGESTED';
  return { ...all, candidates: (await query(documents.candidateList, { view, after })).superuserCandidates };
};

export const actions: Actions = {
  async refresh(event) {
    const failure = await submitForProgramme(event, documents.refreshCandidates, {}, of('refresh'));
    if (failure) return failure;
    redirect(303, pageOf(event.url));
  },

  /** Somebody of a list, or anybody by name. */
  async invite(event) {
    const values = textsOf(await event.request.formData(), 'userId', 'username', 'message');
    const name = `invite-${values.userId}`;
    const userId = values.userId || (await idOfPerson(event, values.username));
    if (!userId) {
      const problems = { username: translatorFor(event.locals.language).t('superusers.nobody') };
      const reply: FormReply = { form: name, values, problems, notice: '' };
      return fail(400, reply);
    }
    const input = { userId, message: values.message };
    const failure = await submitForProgramme(event, documents.inviteSuperuser, { input }, of(name, values));
    if (failure) return failure;
    redirect(303, '/desk/superusers?list=invitations');
  },

  withdraw: (event) => act(event, documents.withdrawInvitation, 'withdraw'),
  offerRenewal: (event) => act(event, documents.offerRenewal, 'offer'),
};

function of(name: string, values: Record<string, string> = {}) {
  return { name, values, conflict: 'superuserDesk.conflict' } as const;
}

async function act(
  event: RequestEvent,
  mutation: typeof documents.withdrawInvitation,
  prefix: 'withdraw' | 'offer',
) {
  const userId = textOf(await event.request.formData(), 'userId');
  const form = of(`${prefix}-${userId}`);
  const failure = await submitForProgramme(event, mutation, { input: { userId } }, form);
  if (failure) return failure;
  redirect(303, pageOf(event.url));
}
