import { redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
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
import type { Actions, PageServerLoad } from './$types.js';

const tiers: readonly BadgeTier[] = ['BRONZE', 'SILVER', 'GOLD'];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { badges, badgeMeasures } = await api(event).query(badgeDesk, {
    locale: event.locals.language,
    after: searchParams.get('after'),
  });
  return {
    badges,
    measures: badgeMeasures,
    edited: badges.nodes.find(({ key }) => key === searchParams.get('edit')) ?? null,
    saved: searchParams.has('saved'),
  };
};

/** A form that was tried: what was typed, and how many people would have such a badge. */
export interface TriedBadge extends FormReply {
  would: string;
}

function inputOf(form: FormData): BadgeInput {
  const texts = (en: string, de: string) => [
    { locale: 'en', text: textOf(form, en) },
    { locale: 'de', text: textOf(form, de) },
  ];
  return {
    tier: tiers.find((tier) => tier === form.get('tier')) ?? 'BRONZE',
    names: texts('nameEn', 'nameDe'),
    descriptions: texts('descriptionEn', 'descriptionDe'),
    measure: textOf(form, 'measure'),
    threshold: wholeOf(textOf(form, 'threshold')),
    leastPosts: wholeOf(textOf(form, 'leastPosts') || '1'),
    isRepeatable: form.get('isRepeatable') === 'yes',
    tag: textOf(form, 'tag').trim() || null,
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
    const form = await event.request.formData();
    const values = textsOf(form, ...new Set([...form.keys()]));
    const sent = await api(event).submit(previewBadge, { input: inputOf(form) }, { name: 'badge', values });
    if (sent.failure) return sent.failure;
    const { t } = translatorFor(event.locals.language);
    const would = t('badgeDesk.would', { n: sent.data.previewBadge.people });
    return { form: 'badge', values, problems: {}, notice: '', would } satisfies TriedBadge;
  },

  async save(event) {
    const form = await event.request.formData();
    const values = textsOf(form, ...new Set([...form.keys()]));
    const input = inputOf(form);
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
