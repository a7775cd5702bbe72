import { Injectable } from '@nestjs/common';

/**
 * What libs above this one want to know of whoever asks. It is read with the session, in the same statement, so that what
 * every page shows costs no page a statement of its own.
 */
@Injectable()
export class ViewerFacts {
  private readonly expressions = new Map<string, string>();

  /**
   * To be called by constructors.
   * @param sql an expression over `session.account_id`, cheap, never anything from outside
   */
  add(name: string, sql: string): void {
    this.expressions.set(name, sql);
  }

  /** SQL of one object with all of them. */
  get json(): string {
    const pairs = [...this.expressions].map(([name, sql]) => `'${name}', ${sql}`);
    return `json_build_object(${pairs.join(', ')})`;
  }
}
