import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { frame } from '#lib/server/documents/site.ts';
import { taglineFor } from '#lib/server/tagline.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
  const { site, viewer, ranks } = await api(event).query(frame, { locale: event.locals.language });
  // The first visitor of an empty site sets it up, whatever address they came to. An imported site has readers before
  // it has anybody who runs it.
  if (site.needsSetup && site.isEmpty && event.route.id !== '/setup') redirect(307, '/setup');
  return {
    site: { ...site, tagline: taglineFor(site.tagline, event.locals.language) },
    viewer,
    ranks,
    language: event.locals.language,
    theme: event.locals.theme,
  };
};
