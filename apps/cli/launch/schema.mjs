/** npm run schema: writes the GraphQL schema that the code gives to apps/api/schema.graphql. */
import { launcher } from './launcher.mjs';
import { prepare, readiness } from './prepare.mjs';
import { run } from './processes.mjs';
import { pinnedNode, say } from './project.mjs';

await launcher(async () => {
  await prepare(readiness.everything);
  const code = await run(pinnedNode, ['dist/apps/api/print-schema.js']);
  if (code === 0) say('apps/api/schema.graphql is up to date.');
  process.exit(code);
});
