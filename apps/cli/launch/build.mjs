/** npm run build: everything that a start would build. */
import { launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { say } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  say('The build is up to date.');
});
