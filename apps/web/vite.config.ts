import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Absolute, because the adapter resolves a relative path from wherever the build was started. */
const output = fileURLToPath(new URL('../../dist/web', import.meta.url));

export default defineConfig({
  // Written out because a step of the build reads this file again without the folder given on the command line.
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    sveltekit({
      adapter: adapter({
        out: output,
        // The settings of the adapter are set by the process that mounts it, under names of their own: HOST and
        // PORT already mean something else there.
        envPrefix: 'WEB_ADAPTER_',
      }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute on our pages: SvelteKit hides its announcer for screen readers with it.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          // Posts may show pictures from elsewhere over TLS; nothing else leaves the site.
          'img-src': ['self', 'data:', 'https:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          'object-src': ['none'],
        },
      },
      // One reader, one process: nobody gains from asking each hour whether a new version was deployed.
      version: { pollInterval: 0 },
      paths: { relative: false },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Left alone, every component that two pages share becomes a file of a few hundred bytes. Together they
            // compress better and come in one request.
            codeSplitting: {
              groups: [
                { name: 'framework', test: /node_modules\/(svelte|esm-env|clsx)\//, priority: 2 },
                { name: 'shared', test: /src\/lib\/(?!messages)/, minShareCount: 6, priority: 1 },
              ],
            },
          },
        },
      },
    },
  },
});
