import { redirect } from '@sveltejs/kit';
import type { AutoPromotionMode } from '#lib/model/curation.ts';
import { api } from '#lib/server/api.ts';
import { knowledgeSettings, updateKnowledgeSettings } from '#lib/server/documents/curation.ts';
import { staleRules, updateStaleRules } from '#lib/server/documents/freshness.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

const modes: readonly AutoPromotionMode[] = ['OFF', 'DRAFT', 'PUBLISH'];

export const load: PageServerLoad = async (event) => {
  const [{ knowledgeSettings: settings }, { staleRules: rules }] = await Promise.all([
    api(event).query(knowledgeSettings, {}),
    api(event).query(staleRules, {}),
  ]);
  return { settings, staleRules: rules, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  async save(event) {
    const form = await event.request.formData();
    const minScore = textOf(form, 'minScore');
    const autoPromotion = {
      mode: modes.find((mode) => mode === form.get('mode')) ?? 'OFF',
      minScore: numberOf(minScore),
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

  async saveStaleRules(event) {
    const form = await event.request.formData();
    const values = textsOf(form, 'feedback', 'minVotes', 'share', 'drift', 'version', 'ageMonths');
    const input = {
      feedback: {
        isOn: values.feedback === 'yes',
        minVotes: numberOf(values.minVotes),
        share: numberOf(values.share) / 100,
      },
      drift: values.drift === 'yes',
      version: values.version === 'yes',
      ageMonths: values.ageMonths.trim() === '' ? null : numberOf(values.ageMonths),
    };
    const sent = await api(event).submit(updateStaleRules, { input }, { name: 'staleRules', values });
    if (sent.failure) return sent.failure;
    redirect(303, '/desk/settings?saved');
  },
};

/** A text that is no number becomes one that the API refuses by the name of its field. */
function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : -1;
}
