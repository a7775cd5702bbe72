import { redirect } from '@sveltejs/kit';
import { thresholdNames, wholeThresholds } from '#lib/model/moderation.ts';
import type { FraudState, FraudThresholds } from '#lib/model/moderation.ts';
import { api } from '#lib/server/api.ts';
import { noted } from '#lib/server/deed.ts';
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

/**
 * What was typed as a figure; in German a share is written with a comma. What is none becomes one that the API refuses
 * with the range: it takes no word at all, and would say so in English.
 */
function figureOf(typed: string, isWhole: boolean): number {
  const value = Number(typed.replace(',', '.'));
  const isTaken = isWhole ? Number.isInteger(value) && Math.abs(value) < 2 ** 31 : Number.isFinite(value);
  return isTaken ? value : -1;
}

export const actions: Actions = {
  async thresholds(event) {
    const values = textsOf(await event.request.formData(), ...thresholdNames);
    const numbers = thresholdNames.map((name) => [name, figureOf(values[name], wholeThresholds.has(name))]);
    const input = Object.fromEntries(numbers) as FraudThresholds;
    const form = { name: 'thresholds', values, required: thresholdNames };
    const sent = await api(event).submit(updateFraudThresholds, { input }, form);
    if (sent.failure) return sent.failure;
    redirect(303, noted(event));
  },
};
