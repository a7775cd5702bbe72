import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { rulebook } from '#lib/server/documents/standing-rules.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('version');
  const version = wish === null ? null : Number(wish);
  if (version !== null && !(Number.isInteger(version) && version > 0 && version < 2 ** 31)) {
    error(404, translatorFor(event.locals.language).t('error.404.title'));
  }
  const found = await api(event).query(rulebook, { version, after: searchParams.get('after') });
  return {
    rules: found.reputationRules,
    isInForce: found.reputationRules.version === found.current.version,
    versions: found.reputationRuleVersions,
    isFirstPage: !searchParams.has('after'),
  };
};
