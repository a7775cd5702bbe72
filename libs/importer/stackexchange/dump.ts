import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserInputError } from '#libs/kernel';

/** The files of a dump in the order in which they are imported: what something refers to comes before it. */
export const DUMP_FILES = [
  'Users',
  'Tags',
  'PostHistory',
  'Posts',
  'Comments',
  'PostLinks',
  'Votes',
  'Badges',
] as const;

export type DumpFile = (typeof DUMP_FILES)[number];

export interface Dump {
  directory: string;
  /** The paths of those that are there. */
  files: Partial<Record<DumpFile, string>>;
  missing: DumpFile[];
  bytes: number;
}

/**
 * Finds the files of a dump, whichever way their names are capitalised.
 *
 * @throws UserInputError on `directory` when it is none or holds no Posts.xml, the only file that must be there.
 */
export async function openDump(directory: string): Promise<Dump> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    throw UserInputError.field(
      'directory',
      `${directory} cannot be read as a directory (${error.code ?? error.message}).`,
    );
  });
  const files: Dump['files'] = {};
  let bytes = 0;
  for (const file of DUMP_FILES) {
    const name = names.find((candidate) => candidate.toLowerCase() === `${file.toLowerCase()}.xml`);
    if (name === undefined) continue;
    files[file] = join(directory, name);
    bytes += (await stat(join(directory, name))).size;
  }
  if (files.Posts === undefined) throw UserInputError.field('directory', withoutPosts(directory, names));
  return { directory, files, missing: DUMP_FILES.filter((file) => files[file] === undefined), bytes };
}

function withoutPosts(directory: string, names: string[]): string {
  const archive = names.find((name) => /\.(7z|zip|gz|bz2|xz)$/i.test(name));
  const hint = archive === undefined ? '' : ` Please extract ${archive} first.`;
  return `${directory} holds no Posts.xml, so it is no Stack Exchange dump.${hint}`;
}
