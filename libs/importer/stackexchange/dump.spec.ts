import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDump } from './dump.js';
import { DumpFiles } from './testing/dump-files.js';

let files: DumpFiles;
beforeEach(async () => {
  files = await DumpFiles.create();
});
afterEach(() => files.remove());

const message = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);

it('finds the files whichever way their names are written, and says which are missing', async () => {
  await files.write({ Users: [], Tags: [] });
  await writeFile(join(files.directory, 'posts.XML'), '<posts/>');
  const dump = await openDump(files.directory);
  expect(dump.files.Posts).toMatch(/posts\.XML$/);
  expect(dump.missing).toEqual(['PostHistory', 'Comments', 'PostLinks', 'Votes', 'Badges']);
});

it('says what is wrong with a directory that holds no dump', async () => {
  expect(await message(openDump('/nowhere/at/all'))).toMatch(/\/nowhere\/at\/all cannot be read/);
  await files.write({ Users: [] });
  expect(await message(openDump(files.directory))).toMatch(/holds no Posts.xml/);
  await writeFile(join(files.directory, 'cooking.stackexchange.com.7z'), '');
  expect(await message(openDump(files.directory))).toMatch(/extract cooking\.stackexchange\.com\.7z first/);
});
