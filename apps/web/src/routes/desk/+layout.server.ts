import { error, redirect } from '@sveltejs/kit';
import { hasRole, roleNeededAt } from '#lib/desk.ts';
import { loginPath } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { LayoutServerLoad } from './$types.js';

/** Says early and in words what the API would refuse anyway. */
export const load: LayoutServerLoad = async ({ parent, url, locals }) => {
  const { viewer } = await parent();
  if (!viewer) redirect(303, loginPath(url));
  const requires = roleNeededAt(url.pathname);
  if (!hasRole(viewer, requires)) {
    error(403, translatorFor(locals.language).t('error.403.title'), { requires });
  }
};
