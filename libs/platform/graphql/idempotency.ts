import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConflictError, UserInputError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { Database } from '../database/database.js';

const DAYS_REMEMBERED = 7;
/** What its column holds. */
const LONGEST_KEY = 200;

/**
 * Lets a client send a mutation again that it heard no answer to: with the same `clientMutationId` it acts once, and
 * the thing that was made the first time is given again.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * @param operation the name of the mutation
   * @param work makes the thing and gives its number; runs in the transaction that notes the key
   * @throws ConflictError if the same key came with other input
   * @throws UserInputError if the key is one that cannot be kept
   */
  once(
    actor: Actor,
    operation: string,
    input: { clientMutationId?: string | null },
    work: () => Promise<number>,
  ): Promise<number> {
    const key = input.clientMutationId;
    if (!key) return this.database.transaction(work);
    refuseWhatCannotBeKept(key);
    const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');

    return this.database.transaction(async () => {
      // A second request with this key waits here until the first has committed.
      const claimed = await this.database.one(
        `insert into idempotency_key (account_id, key, operation, input_hash, result_id) values ($1, $2, $3, $4, '')
         on conflict do nothing returning 1`,
        [actor.accountId, key, operation, inputHash],
      );
      if (!claimed) return this.earlierResult(actor, key, operation, inputHash);

      const id = await work();
      await this.database.query(
        `update idempotency_key set result_id = $3 where account_id = $1 and key = $2`,
        [actor.accountId, key, String(id)],
      );
      return id;
    });
  }

  /** Forgets keys that no client will come back with; for the nightly cleaning. */
  async clearOld(): Promise<void> {
    await this.database.query(
      `delete from idempotency_key where created_at < now() - make_interval(days => $1)`,
      [DAYS_REMEMBERED],
    );
  }

  private async earlierResult(
    actor: Actor,
    key: string,
    operation: string,
    inputHash: string,
  ): Promise<number> {
    const earlier = await this.database.one<{ operation: string; inputHash: string; resultId: string }>(
      `select operation, input_hash as "inputHash", result_id as "resultId"
         from idempotency_key where account_id = $1 and key = $2`,
      [actor.accountId, key],
    );
    if (earlier?.operation !== operation || earlier.inputHash !== inputHash) {
      throw new ConflictError('This clientMutationId was used for something else. Please use a new one.');
    }
    return Number(earlier.resultId);
  }
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair: changed into something else, two keys could become one. */
function refuseWhatCannotBeKept(key: string): void {
  // Counted as the database counts: by code points.
  if ([...key].length <= LONGEST_KEY && !key.includes('\0') && key.isWellFormed()) return;
  throw UserInputError.field(
    'clientMutationId',
    `A clientMutationId has 1 to ${LONGEST_KEY} characters of well-formed text.`,
  );
}
