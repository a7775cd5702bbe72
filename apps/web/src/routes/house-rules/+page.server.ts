import { api } from '#lib/server/api.ts';
import { houseRules } from '#lib/server/documents/site.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { site } = await api(event).query(houseRules, {});
  return { html: site.houseRulesHtml };
};
