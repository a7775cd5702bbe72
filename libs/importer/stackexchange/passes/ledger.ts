import type { AcceptedAnswer } from './acceptance.js';
import type { CastVote } from './count-votes.js';
import type { ImportRun } from './run.js';

export async function recordVotes(_run: ImportRun, _votes: CastVote[]): Promise<void> {}
export async function recordAcceptances(_run: ImportRun, _accepted: AcceptedAnswer[]): Promise<void> {}
