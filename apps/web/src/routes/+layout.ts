import type { LayoutLoad } from './$types.js';

/** Only the words of the reader's language go to the browser. */
export const load: LayoutLoad = async ({ data }) => {
  const messages =
    data.language === 'de'
      ? (await import('#lib/messages/de.ts')).de
      : (await import('#lib/messages/en.ts')).en;
  return { ...data, messages };
};
