import { messagesFor } from '#lib/messages/for-reader.ts';
import type { LayoutLoad } from './$types.js';

/** Only the words that this reader meets go to the browser, in their language. */
export const load: LayoutLoad = async ({ data, route }) => {
  return { ...data, messages: await messagesFor(data.language, data.viewer?.role, route.id) };
};
