import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { globalId } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { percentile } from '../load.js';
import type { Ask } from './quality.js';
import type { Random } from './random.js';

export interface Freshness {
  samples: number;
  p50Ms: number;
  p99Ms: number;
  slowestMs: number;
  load: number;
}

const BETWEEN_WRITES_MS = 200;
const LOOK_AGAIN_MS = 5;
const LONGEST_WAIT_MS = 30_000;

/**
 * How long it takes from the commit of a new question until a search finds it, while others answer five questions a
 * second. Somebody has to be writing the index.
 */
export async function measureFreshness(
  database: Database,
  ask: Ask,
  random: Random,
  samples: number,
): Promise<Freshness> {
  const others = writeNowAndThen(database, random);
  const waits: number[] = [];
  try {
    for (let n = 0; n < samples; n++) {
      await sleep(50 + random.below(250));
      waits.push(await findableAfter(database, ask, random));
    }
  } finally {
    await others.stop();
  }
  waits.sort((a, b) => a - b);
  return {
    samples,
    p50Ms: percentile(waits, 0.5),
    p99Ms: percentile(waits, 0.99),
    slowestMs: waits.at(-1) ?? 0,
    load: loadavg()[0] ?? 0,
  };
}

async function findableAfter(database: Database, ask: Ask, random: Random): Promise<number> {
  const word = Array.from({ length: 14 }, () => String.fromCharCode(97 + random.below(26))).join('');
  const row = await database.one<{ id: number }>(
    `insert into post (kind, author_id, locale, title, body, body_html)
     select 'question', min(id), 'en', $1, $1, $1 from account returning id`,
    [`Something new about ${word}`],
  );
  const committedAt = performance.now();
  const id = globalId('question', row?.id ?? 0);
  while (!(await ask(word)).includes(id)) {
    const waited = performance.now() - committedAt;
    if (waited > LONGEST_WAIT_MS) throw new Error(`${id} was not found within ${waited} ms`);
    await sleep(LOOK_AGAIN_MS);
  }
  return performance.now() - committedAt;
}

function writeNowAndThen(database: Database, random: Random): { stop(): Promise<void> } {
  let stopped = false;
  const writing = (async () => {
    const last = await database.one<{ id: number }>('select max(id) as id from post');
    while (!stopped) {
      await database.query(
        `insert into post (kind, question_id, author_id, locale, body, body_html)
         select 'answer', id, author_id, locale, body, body_html
         from post where kind = 'question' and id >= $1 order by id limit 1`,
        [1 + random.below(last?.id ?? 1)],
      );
      await sleep(BETWEEN_WRITES_MS);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await writing;
    },
  };
}
