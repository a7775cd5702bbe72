import type { TaskView } from './tasks.js';

/** What the server does to the next request instead of answering properly. */
export type Misbehaviour =
  { kind: 'status'; status: number } | { kind: 'html'; status: number } | { kind: 'hangUp' } | undefined;

/** The ways in which a search server goes wrong. Each stays until `clear()`. */
export interface Faults {
  /** Nobody listens on the port any more: connections are refused. */
  absent(): Promise<void>;
  /** Every answer comes this many milliseconds late. */
  slow(milliseconds: number): void;
  /** Every request is answered with this status and the server's own error shape. */
  status(status: number): void;
  /** A proxy in between answers with its HTML page. */
  html(status?: number): void;
  /** Connections are accepted and cut without an answer. */
  hangUp(): void;
  /** The key is no longer taken: 403. */
  refuseKey(): void;
  /** Requests are accepted with 202 and their tasks fail later; `of` narrows down which. */
  failTasks(message?: string, of?: (task: TaskView) => boolean): void;
  /** The disk is full: requests are accepted, and all tasks that would write fail. */
  fullDisk(): void;
  /** Tasks that bring one of these documents fail, as if the server choked on it. */
  failDocuments(...ids: string[]): void;
  /** All indexes are gone, as after a lost volume. */
  forgetEverything(): void;
  /** Bodies above this many bytes are refused with 413. */
  limitPayload(bytes: number): void;
  /** Tasks stay `enqueued`. */
  pauseTasks(): void;
  /** Everything works again. */
  clear(): Promise<void>;
}
