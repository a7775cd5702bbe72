import { MeilisearchApiError, MeilisearchRequestError, MeilisearchTaskTimeOutError } from 'meilisearch';
import { BatchRefused, EngineRefusesKey, EngineUnavailable, IndexLost } from '../domain/engine.js';

/** Timeouts, too many requests: the server asks for patience. */
const PATIENCE = new Set([408, 429]);

/** Runs a call of the client and turns what it throws into what the rest of the code understands. */
export async function understood<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw understand(error);
  }
}

function understand(error: unknown): unknown {
  if (error instanceof MeilisearchApiError) return understandAnswer(error);
  if (error instanceof MeilisearchTaskTimeOutError) {
    return new EngineUnavailable('it accepts changes, but does not work on them', { cause: error });
  }
  if (error instanceof MeilisearchRequestError)
    return new EngineUnavailable(reasonOf(error), { cause: error });
  // A proxy in between answered with its HTML page, which the client tried to read as JSON.
  if (error instanceof SyntaxError) {
    return new EngineUnavailable('the answer does not come from Meilisearch', { cause: error });
  }
  return error;
}

function understandAnswer(error: MeilisearchApiError): Error {
  const { status } = error.response;
  const reason = `${status} ${error.cause?.code ?? ''} ${error.message}`;
  if (status === 401 || status === 403) return new EngineRefusesKey(reason, { cause: error });
  if (status >= 500 || PATIENCE.has(status)) return new EngineUnavailable(reason, { cause: error });
  // A full disk is no fault of what was sent.
  if (error.cause?.type === 'system') return new EngineUnavailable(reason, { cause: error });
  if (error.cause?.code === 'task_not_found') {
    const why = 'the key cannot see the task that swaps indexes: it must not be limited to single ones';
    return new EngineRefusesKey(`${reason}: ${why}`, { cause: error });
  }
  if (error.cause?.code === 'index_not_found') return new IndexLost(reason, { cause: error });
  return new BatchRefused(reason, { cause: error });
}

/** A refused connection hides two causes down. */
function reasonOf(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return `cannot reach it: ${code}`;
    if (cause.name === 'MeilisearchRequestTimeOutError') return 'no answer in time';
  }
  return 'cannot reach it';
}
