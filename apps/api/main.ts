import 'reflect-metadata';

const variables = { ...process.env };
// Libraries look at it while they load: without it graphql examines every value as if it were being developed.
process.env['NODE_ENV'] ??= 'production';
const [{ keepHeapTight }, { serve }] = await Promise.all([import('#libs/platform'), import('./serve.js')]);

keepHeapTight();
await serve(variables);
