import { api } from '#lib/server/api.ts';
import { deed, formOf } from '#lib/server/deed.ts';
import { givenRatings, restoreRating, voidRating } from '#lib/server/documents/ratings.ts';
import { textOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const order = searchParams.get('order') === 'lowest' ? 'LOWEST' : 'NEWEST';
  const which = ['remarks', 'void'].find((known) => known === searchParams.get('which')) ?? 'all';
  const by = searchParams.get('by') || null;
  const found = await api(event).query(givenRatings, {
    order,
    onlyRemarks: which === 'remarks',
    onlyVoid: which === 'void',
    raterId: by,
    after: searchParams.get('after'),
  });
  return { ratings: found.givenRatings, order, which, by };
};

const decisionOf = (form: FormData) => ({
  ratingId: textOf(form, 'ratingId'),
  reason: textOf(form, 'reason'),
});

export const actions: Actions = {
  makeVoid: deed(formOf('rating', 'ratingId'), voidRating, decisionOf),
  restore: deed(formOf('rating', 'ratingId'), restoreRating, decisionOf),
};
