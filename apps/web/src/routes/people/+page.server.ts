import { api } from '#lib/server/api.ts';
import { peopleList } from '#lib/server/documents/people.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  api(event).query(peopleList, { after: event.url.searchParams.get('after') });
