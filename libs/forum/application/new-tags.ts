import type { Actor, FieldProblem } from '#libs/kernel';
import { TAG_NAME, TAGS } from '../domain/post-rules.js';
import type { TagStore } from '../persistence/tag.store.js';
import { holdsPrivilege } from './privileges.js';

const SUGGESTED_AT_MOST = 3;

/**
 * What stands against these tags for somebody who may not create any: each that nobody has used is a problem, with the
 * tags that come nearest as the way out.
 */
export async function problemsOfNewTags(
  tags: TagStore,
  names: readonly string[],
  actor: Actor,
): Promise<FieldProblem[]> {
  if (holdsPrivilege(actor, 'CREATE_TAG')) return [];
  // Of what is refused for its number or length anyway, nothing is looked up.
  const unknown = await tags.unknown(
    names.filter(({ length }) => length <= 2 * TAG_NAME.max).slice(0, TAGS.max),
  );
  return Promise.all(
    unknown.map(async (name) => {
      const suggestions = await tags.nearest(name, SUGGESTED_AT_MOST);
      const wayOut =
        suggestions.length > 0
          ? `Tags that come near: ${suggestions.join(', ')}.`
          : 'Please choose one that others have used.';
      return {
        path: 'tags',
        code: 'TAG_UNKNOWN',
        value: name,
        message: `Nobody has used the tag “${name}” yet, and creating tags is not open to you so far. ${wayOut}`,
        suggestions,
      };
    }),
  );
}
