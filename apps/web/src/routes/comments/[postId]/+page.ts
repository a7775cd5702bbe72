import type { PageLoad } from './$types.js';

/** Guests read; the forms of those who act are a tenth of the page, and only these load them. */
export const load: PageLoad = async ({ data, parent }) => {
  const { viewer } = await parent();
  return { ...data, acting: viewer ? await import('#lib/components/acting.ts') : null };
};
