import { redirect } from '@sveltejs/kit';
import { deskPlaces, hasRole } from '#lib/desk.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent }) => {
  const { viewer } = await parent();
  const first = deskPlaces.find(({ needs }) => hasRole(viewer, needs));
  redirect(303, first?.path ?? '/');
};
