import fc from 'fast-check';
import { openSite } from './site.js';
import type { Site } from './site.js';
import { stories } from './story.js';
import { tally } from './tally.js';
import { Town } from './town.js';

/** `npm run test:properties` sets them; the suite takes a few. */
const SEQUENCES = Number(process.env['PROPERTY_SEQUENCES'] ?? 25);
const SEED = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000);
const LONGEST = 25;
/** A site is used for so many stories: a new one takes half a second, and a large one is slow to check. */
const STORIES_OF_A_SITE = 20;
const CHECKED_EVERY = 5;
const TOLD_EVERY = 100;
const isLong = SEQUENCES > TOLD_EVERY;

describe('whatever people do, one after the other or at once', () => {
  let site: Site | null = null;
  let begun = 0;

  const theSite = async () => {
    if (begun % STORIES_OF_A_SITE === 0) await leave();
    site ??= await openSite();
    begun += 1;
    return site;
  };
  const leave = async () => {
    const left = site;
    site = null;
    await left?.close();
  };

  afterAll(leave);

  it(
    'ledger, counters, escrow and privileges agree with what the rules say of it',
    async () => {
      const property = fc.asyncProperty(stories(LONGEST), async (commands) => {
        const town = await Town.found(await theSite());
        try {
          await fc.asyncModelRun(() => ({ model: {}, real: town }), commands);
          if (begun % CHECKED_EVERY === 0) await town.site.check();
        } catch (error) {
          // What is broken stays broken, and would spoil the next story.
          await leave();
          throw error;
        }
        if (isLong && begun % TOLD_EVERY === 0) say(`${new Date().toISOString()} ${begun} stories`);
      });
      await fc.assert(property, {
        numRuns: SEQUENCES,
        seed: SEED,
        endOnFailure: false,
        ...(process.env['PROPERTY_PATH'] && { path: process.env['PROPERTY_PATH'] }),
      });
      if (isLong) say(`${SEQUENCES} stories, seed ${SEED}: all agreed.\n${tally()}`);
    },
    SEQUENCES * 20_000,
  );
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
