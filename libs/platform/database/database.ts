import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { UserInputError } from '#libs/kernel';
import { countStatement } from './statement-counter.js';

/** PostgreSQL gave up one of two transactions that waited for each other; running it again is the remedy. */
const WORTH_RETRYING = new Set(['40P01', '40001']);
const ATTEMPTS = 4;

/** What PostgreSQL says to NUL: in a text, and in JSON. */
const NO_CHARACTER = new Set(['22021', '22P05']);

interface Unit {
  runner: QueryRunner;
  afterCommit: (() => void)[];
  /** Ends with the last statement that was asked for; never fails. */
  turn: Promise<unknown>;
  /** Nothing is asked in it any more. */
  isOver: boolean;
}

/**
 * The one way to PostgreSQL. What runs inside `transaction` uses its connection without being handed it:
 * the current unit of work travels with the asynchronous call chain.
 */
@Injectable()
export class Database {
  private readonly units = new AsyncLocalStorage<Unit>();

  constructor(readonly dataSource: DataSource) {}

  /** For entities. Belongs to the surrounding transaction if there is one. */
  get manager(): EntityManager {
    return this.units.getStore()?.runner.manager ?? this.dataSource.manager;
  }

  /** Runs one statement and gives its rows (for INSERT, UPDATE and DELETE those of RETURNING). */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    countStatement();
    const unit = this.units.getStore();
    if (unit) return this.inTurn(unit, () => this.run<Row>(unit.runner, sql, parameters));

    const runner = this.dataSource.createQueryRunner();
    try {
      return await this.run<Row>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  /** The first row, or undefined. */
  async one<Row = Record<string, unknown>>(
    sql: string,
    parameters: unknown[] = [],
  ): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /**
   * Runs `work` in one transaction, or inside the surrounding one. `work` may be run again from its start when
   * PostgreSQL breaks a deadlock, so it must not change anything but the database.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.units.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transactOnce(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !WORTH_RETRYING.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** Runs `action` once the surrounding transaction has committed (at once without one); never after a rollback. */
  afterCommit(action: () => void): void {
    const unit = this.units.getStore();
    if (unit) unit.afterCommit.push(action);
    else action();
  }

  private async transactOnce<T>(work: () => Promise<T>): Promise<T> {
    const unit: Unit = {
      runner: this.dataSource.createQueryRunner(),
      afterCommit: [],
      turn: Promise.resolve(),
      isOver: false,
    };
    let result: T;
    try {
      await unit.runner.startTransaction();
      result = await this.units.run(unit, work);
      await unit.turn;
      unit.isOver = true;
      await unit.runner.commitTransaction();
    } catch (error) {
      // Of several statements that were asked for at once, the first that fails comes here. Those that wait for their
      // turn are refused: they would run after the rollback, outside of any transaction, and stay.
      unit.isOver = true;
      await unit.turn;
      // A connection that broke cannot roll back, and the reason to report is the first one.
      if (unit.runner.isTransactionActive) await unit.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await unit.runner.release();
    }
    for (const action of unit.afterCommit) action();
    return result;
  }

  /** A connection takes one statement at a time, also from use cases that ask for several at once. */
  private inTurn<T>(unit: Unit, statement: () => Promise<T>): Promise<T> {
    const result = unit.turn.then(() => {
      if (unit.isOver) throw new Error('The transaction is over.');
      return statement();
    });
    unit.turn = result.catch(() => undefined);
    return result;
  }

  private async run<Row>(runner: QueryRunner, sql: string, parameters: unknown[]): Promise<Row[]> {
    const client = (await runner.connect()) as PoolClient;
    try {
      const { rows } = await client.query({
        name: statementName(sql, parameters),
        text: sql,
        values: parameters,
      });
      return rows as Row[];
    } catch (error) {
      throw NO_CHARACTER.has(sqlState(error) ?? '') ? noCharacter() : error;
    }
  }
}

/**
 * Only clients send NUL. Texts that are kept are cleaned of it; in a filter, a language or whatever else nobody
 * cleaned, it is for the client to mend and not for us.
 */
function noCharacter(): UserInputError {
  return UserInputError.field('', 'There is a character (NUL) in it that no text can have.');
}

/** Texts that each connection keeps prepared, at most. The texts are ours; only filters make a few of them vary. */
const PREPARED_AT_MOST = 500;
const statementNames = new Map<string, string>();

/**
 * A name makes PostgreSQL parse and plan a statement once a connection instead of each time, which is most of the cost
 * of the small ones. Without parameters it may be a command that cannot be prepared.
 */
function statementName(sql: string, parameters: readonly unknown[]): string | undefined {
  const known = statementNames.get(sql);
  if (known || parameters.length === 0 || statementNames.size >= PREPARED_AT_MOST) return known;
  const name = `peerdesk_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

/** The SQLSTATE of a failure that PostgreSQL reported. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The name of the constraint that a write broke, so that callers can say it in the person's words. */
export function brokenConstraint(error: unknown): string | undefined {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? constraint : undefined;
}
