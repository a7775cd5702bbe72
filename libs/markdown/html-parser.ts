import { createRequire } from 'node:module';

/**
 * htmlparser2, required instead of imported: sanitize-html is CommonJS and requires it too, and jest refuses to require a
 * module that an import is just about to load. Required by both, it is loaded once, in jest as in Node.
 */
export const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2');
