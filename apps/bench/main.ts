/**
 * `npm run bench [-- questions]` measures what each screen and act costs, `npm run bench -- search` how well and how
 * fast search finds things (`-- search --help` tells its options), `npm run bench -- contention` what the ledger costs
 * fifty writers who all want the same question, `npm run bench -- votes` what ledger, limits and signals add to a vote.
 */
if (process.argv[2] === 'search') await import('./search/search-bench.js');
else if (process.argv[2] === 'contention') await import('./contention/contention-bench.js');
else if (process.argv[2] === 'votes') await import('./votes/vote-bench.js');
else await import('./requests.js');

export {};
