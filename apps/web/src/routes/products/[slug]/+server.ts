import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

/** The address of a product that never changes; what it leads to is the questions about it. */
export const GET: RequestHandler = ({ params }) =>
  redirect(307, `/?about=${encodeURIComponent(`${params.slug}:`)}`);
