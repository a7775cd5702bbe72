import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { printApiSchema } from '#libs/assembly';

/**
 * Keeps apps/api/schema.graphql what the code says: writes it, or with --check says whether it is. Run from the root of
 * the project.
 */
const FILE = 'apps/api/schema.graphql';

const schema = await printApiSchema();
if (!process.argv.includes('--check')) {
  await writeFile(FILE, schema);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== schema) {
  console.error(`${FILE} is not what the code says. Run npm run schema and look at the difference.`);
  process.exitCode = 1;
}
