import { accountNumber, type Condition } from '../domain/conditions.js';
import { languageOf } from '../domain/language.js';
import type { BoostRule } from '../domain/rules.js';
import { withoutControls } from '../domain/words.js';

/** The list of states that a stored document has, by which it is filtered and counted. */
export type State = 'accepted' | 'official' | 'answered' | 'unanswered';

/** Names never become conditions: they are quoted, and what could end the quotes is escaped. */
export function literal(text: string): string {
  return `"${withoutControls(text).replace(/[\\"]/g, '\\$&')}"`;
}

/** All of which must hold. */
export function filterOf(conditions: readonly Condition[], except: readonly string[] = []): string[] {
  const filter = ['audience = public', ...conditions.flatMap(filterFor)];
  return except.length > 0 ? [...filter, `id NOT IN [${except.map(literal).join(', ')}]`] : filter;
}

function filterFor(condition: Condition): string[] {
  const { field, value, wanted } = condition;
  // Indexes of other kinds are not asked at all.
  if (field === 'kind') return [];
  return [wanted ? positive(condition) : `NOT (${positive({ field, value, wanted: true })})`];
}

function positive({ field, value }: Condition): string {
  if (field === 'tag') return `tags = ${literal(value)}`;
  if (field === 'author') return `authors = ${accountNumber(value)}`;
  if (field === 'product') return `products = ${literal(value)}`;
  if (field === 'version') return `versions = ${literal(value)}`;
  if (field === 'locale') {
    return value === languageOf(value) ? `language = ${literal(value)}` : `locale = ${literal(value)}`;
  }
  return `states = ${field}`;
}

/** What a rule of the curators raises or lowers. */
export function boosted({ field, value }: BoostRule): string {
  return `${field === 'kind' ? 'kind' : `${field}s`} = ${literal(value)}`;
}
