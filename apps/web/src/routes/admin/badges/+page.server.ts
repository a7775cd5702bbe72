import { fail, redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import { lacksLanguage, textsIn, withOther } from '#lib/local-texts.ts';
import type { BadgeTier } from '#lib/model/recognition.ts';
import { api } from '#lib/server/api.ts';
import {
  badgeDesk,
  createBadge,
  editBadge,
  previewBadge,
  retireBadge,
  type BadgeInput,
} from '#lib/server/documents/recognition.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { pageOf } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const tiers: readonly BadgeTier[] = ['BRONZE', 'SILVER', 'GOLD'];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const key = searchParams.get('edit');
  const { badges, badgeMeasures, badge } = await api(event).query(badgeDesk, {
    locale: event.locals.language,
    after: searchParams.get('after'),
    key: key ?? '',
    isEditing: key !== null,
  });
  return {
    badges,
    measures: badgeMeasures,
    edited: badge ?? null,
    saved: searchParams.has('saved'),
  };
};

/** A form that was tried: what was typed, and how many people would have such a badge. */
export interface TriedBadge extends FormReply {
  would: string;
}

/** What was typed, and that as the API takes it; or what is missing that only the form knows of. */
async function typedIn({ request, locals }: RequestEvent) {
  const form = await request.formData();
  const values = withOther(textsOf(form, ...new Set([...form.keys()])));
  const { measure = '', threshold = '', leastPosts = '', isRepeatable, tag = '' } = values;
  if (lacksLanguage(values)) {
    const problems = { 'other.locale': translatorFor(locals.language).t('problem.missing') };
    return { failure: fail(400, { form: 'badge', values, problems, notice: '' } satisfies FormReply) };
  }
  return {
    values,
    input: {
      tier: tiers.find((tier) => tier === values.tier) ?? 'BRONZE',
      names: textsIn(values, 'names'),
      descriptions: textsIn(values, 'descriptions'),
      measure,
      threshold: wholeOf(threshold),
      leastPosts: wholeOf(leastPosts || '1'),
      isRepeatable: isRepeatable === 'yes',
      tag: tag.trim() || null,
    } satisfies BadgeInput,
  };
}

/** What is no whole number is 0, which the API refuses with the reason. */
function wholeOf(text: string): number {
  const value = Number(text);
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : 0;
}

export const actions: Actions = {
  /** Says how many people would have it. Nothing is kept. */
  async try(event) {
    const { values, input, failure } = await typedIn(event);
    if (failure) return failure;
    const sent = await api(event).submit(previewBadge, { input }, { name: 'badge', values });
    if (sent.failure) return sent.failure;
    const { t } = translatorFor(event.locals.language);
    const would = t('badgeDesk.would', { n: sent.data.previewBadge.people });
    return { form: 'badge', values, problems: {}, notice: '', would } satisfies TriedBadge;
  },

  async save(event) {
    const { values, input, failure } = await typedIn(event);
    if (failure) return failure;
    const { badgeId = '' } = values;
    const reply = { name: 'badge', values };
    const sent = badgeId
      ? await api(event).submit(editBadge, { input: { ...input, badgeId } }, reply)
      : await api(event).submit(createBadge, { input }, reply);
    if (sent.failure) return sent.failure;
    redirect(303, '/admin/badges?saved');
  },

  async retire(event) {
    const form = await event.request.formData();
    const input = { badgeId: textOf(form, 'badgeId'), retire: form.get('retire') === 'yes' };
    const sent = await api(event).submit(retireBadge, { input }, { name: `retire-${input.badgeId}` });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },
};
