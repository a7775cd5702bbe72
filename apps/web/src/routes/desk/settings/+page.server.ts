import { redirect } from '@sveltejs/kit';
import type { AutoPromotionMode } from '#lib/model/curation.ts';
import { api } from '#lib/server/api.ts';
import { knowledgeSettings, updateKnowledgeSettings } from '#lib/server/documents/curation.ts';
import { textOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

const modes: readonly AutoPromotionMode[] = ['OFF', 'DRAFT', 'PUBLISH'];

export const load: PageServerLoad = async (event) => {
  const { knowledgeSettings: settings } = await api(event).query(knowledgeSettings, {});
  return { settings, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  async save(event) {
    const form = await event.request.formData();
    const minScore = textOf(form, 'minScore');
    const autoPromotion = {
      mode: modes.find((mode) => mode === form.get('mode')) ?? 'OFF',
      // A text that is no number is sent as one that the API refuses by its name.
      minScore: /^\d{1,6}$/.test(minScore.trim()) ? Number(minScore) : -1,
      onOfficial: form.get('onOfficial') === 'yes',
    };
    const input = { requireReview: form.get('requireReview') === 'yes', autoPromotion };
    const values = {
      minScore,
      mode: autoPromotion.mode,
      onOfficial: autoPromotion.onOfficial ? 'yes' : '',
      requireReview: input.requireReview ? 'yes' : '',
    };
    const sent = await api(event).submit(updateKnowledgeSettings, { input }, { name: 'settings', values });
    if (sent.failure) return sent.failure;
    redirect(303, '/desk/settings?saved');
  },
};
