import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { deed, formOf } from '#lib/server/deed.ts';
import { liftSanction, memberByName, sanctionMember, sanctionsOf } from '#lib/server/documents/moderation.ts';
import { textOf, wholeOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { query } = api(event);
  const { user } = await query(memberByName, { username: event.params.username });
  if (!user) error(404, translatorFor(event.locals.language).t('error.404.title'));
  const { sanctionsOf: sanctions } = await query(sanctionsOf, {
    userId: user.id,
    after: event.url.searchParams.get('after'),
  });
  return { member: user, sanctions };
};

export const actions: Actions = {
  impose: deed('sanction', sanctionMember, (form) => ({
    userId: textOf(form, 'userId'),
    points: wholeOf(form, 'points'),
    reason: textOf(form, 'reason'),
  })),
  lift: deed(formOf('lift', 'sanctionId'), liftSanction, (form) => ({
    sanctionId: textOf(form, 'sanctionId'),
    reason: textOf(form, 'reason'),
  })),
};
