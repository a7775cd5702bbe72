import { basename, resolve } from 'node:path';
import type { Database } from '#libs/platform';
import { ConflictError, UserInputError } from '#libs/kernel';
import type { Dump } from './dump.js';
import { guessLocale } from './locale.js';
import { parsePost } from './records/post.js';
import { LeftOut } from './records/fields.js';
import { readRows } from './rows.js';

/** A community that was imported, or is being imported. */
export interface Source {
  id: number;
  name: string;
  locale: string;
}

const FINGERPRINT_POSTS = 200;

/**
 * The source that a dump belongs to, made if it is new. A dump does not say which community it is of, and the name of
 * its directory proves nothing, so it is recognised by its first posts: the same ids at the same milliseconds.
 *
 * @param locale BCP 47, of the community's text; guessed from it when undefined, and settled by its first import.
 * @throws UserInputError on `locale` if it is no language tag.
 */
export async function recogniseSource(database: Database, dump: Dump, locale?: string): Promise<Source> {
  const language = locale === undefined ? undefined : requireLocale(locale);
  const { fingerprint, text } = await takeSample(dump);
  const name = basename(resolve(dump.directory));
  const known = await database.one<Source>(
    `select id, name, locale
       from import_source,
            lateral (select count(*) as common from unnest(fingerprint) as post where post = any($1::text[])) as compared
      where common * 2 >= least(cardinality(fingerprint), cardinality($1::text[])) and (common > 0 or name = $2)
      order by common desc limit 1`,
    [fingerprint, name],
  );
  if (known) return known;
  const [created] = await database.query<Source>(
    `insert into import_source (name, locale, fingerprint) values ($1, $2, $3) returning id, name, locale`,
    [name, language ?? guessLocale(text), fingerprint],
  );
  if (!created) throw new ConflictError('The imported community could not be recorded.');
  return created;
}

function requireLocale(locale: string): string {
  try {
    return new Intl.Locale(locale).toString();
  } catch {
    throw UserInputError.field('locale', `${locale} is no language tag; it must be like en, pt-BR or ja.`);
  }
}

/** The first posts of a dump: as a fingerprint, and as text that shows the language. */
async function takeSample(dump: Dump): Promise<{ fingerprint: string[]; text: string }> {
  const fingerprint: string[] = [];
  let text = '';
  for await (const result of readRows(dump.files.Posts ?? '')) {
    if (!('attributes' in result)) continue;
    const post = parsePost(result.attributes);
    if (post instanceof LeftOut) continue;
    fingerprint.push(`${post.key}@${post.createdAt.toISOString()}`);
    text += ` ${post.body.slice(0, 2000)}`;
    if (fingerprint.length === FINGERPRINT_POSTS) break;
  }
  return { fingerprint, text };
}
