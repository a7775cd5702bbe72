import { error, type RequestEvent } from '@sveltejs/kit';
import type { PostOf } from './documents/history.ts';
import { translatorFor } from './translate.ts';

/** The post behind a `node` query with the question it belongs to; a 404 page if it is no post. */
export function requirePost<Part>(event: RequestEvent, node: PostOf<Part> | null) {
  // `node` gives an empty object for an id of another kind: no fragment of the query fits it.
  if (!node || !('path' in node)) error(404, translatorFor(event.locals.language).t('error.404.title'));
  return { post: node, title: 'title' in node ? node.title : node.question.title };
}
