import 'reflect-metadata';
import { run } from './run.js';

// Not process.exit: what was printed may still be on its way into a pipe.
process.exitCode = await run(process.argv.slice(2), process.env);
