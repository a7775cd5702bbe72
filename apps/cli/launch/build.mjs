/** npm run build: everything that a start would build. */
import { prepare, readiness } from './prepare.mjs';
import { launcher, say } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  say('The build is up to date.');
});
