import { redirect } from '@sveltejs/kit';
import { thresholdNames } from '#lib/model/moderation.ts';
import type { FraudState, FraudThresholds } from '#lib/model/moderation.ts';
import { api } from '#lib/server/api.ts';
import { fraudCases, fraudThresholds, updateFraudThresholds } from '#lib/server/documents/moderation.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

const views: Readonly<Record<string, FraudState[]>> = {
  waiting: ['OPEN', 'PROPOSED'],
  invalidated: ['INVALIDATED'],
  closed: ['DISMISSED', 'UNDONE'],
};

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const wish = event.url.searchParams.get('view') ?? '';
  const view = wish in views ? wish : 'waiting';
  const { query } = api(event);
  const { fraudCases: cases } = await query(fraudCases, {
    states: views[view] ?? [],
    after: event.url.searchParams.get('after'),
  });
  const thresholds = viewer?.role === 'ADMIN' ? (await query(fraudThresholds, {})).fraudThresholds : null;
  return { cases, view, thresholds };
};

export const actions: Actions = {
  async thresholds(event) {
    const values = textsOf(await event.request.formData(), ...thresholdNames);
    // In German a share is written with a comma.
    const numbers = thresholdNames.map((name) => [name, Number(values[name].replace(',', '.')) || 0]);
    const input = Object.fromEntries(numbers) as FraudThresholds;
    const form = { name: 'thresholds', values, required: thresholdNames };
    const sent = await api(event).submit(updateFraudThresholds, { input }, form);
    if (sent.failure) return sent.failure;
    redirect(303, '/desk/fraud');
  },
};
