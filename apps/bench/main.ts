/**
 * `npm run bench [-- questions]` measures what each screen and act costs, `npm run bench -- search` how well and how
 * fast search finds things; `-- search --help` tells its options.
 */
if (process.argv[2] === 'search') await import('./search/search-bench.js');
else await import('./requests.js');

export {};
