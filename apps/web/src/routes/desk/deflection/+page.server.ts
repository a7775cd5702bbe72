import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { deflection, updateInsightsSettings } from '#lib/server/documents/insights.ts';
import { textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

const dayMs = 86_400_000;
const periods = [30, 90, 365];

export const load: PageServerLoad = async (event) => {
  const wish = Number(event.url.searchParams.get('days'));
  const days = periods.includes(wish) ? wish : 90;
  const now = Date.now();
  const { insights, insightsSettings } = await api(event).query(deflection, {
    from: new Date(now - (days - 1) * dayMs).toISOString(),
    to: new Date(now).toISOString(),
  });
  return {
    ...insights,
    settings: insightsSettings,
    days,
    periods,
    saved: event.url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  async settings(event) {
    const values = textsOf(await event.request.formData(), 'holdoutPercent', 'retentionDays');
    const input = {
      holdoutPercent: numberFrom(values.holdoutPercent),
      retentionDays: Math.round(numberFrom(values.retentionDays)),
    };
    const sent = await api(event).submit(updateInsightsSettings, { input }, { name: 'insights', values });
    if (sent.failure) {
      const { t } = translatorFor(event.locals.language);
      const { problems } = sent.failure.data;
      if (problems.holdoutPercent) problems.holdoutPercent = t('deflection.holdoutHint');
      if (problems.retentionDays) problems.retentionDays = t('deflection.retentionHint');
      return sent.failure;
    }
    const days = event.url.searchParams.get('days');
    redirect(303, `/desk/deflection?${days ? `days=${encodeURIComponent(days)}&` : ''}saved`);
  },
};

/** What is no number is one that is refused. */
function numberFrom(text: string): number {
  const number = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? Math.min(Math.max(number, -1), 1_000_000) : -1;
}
