import type { ApiKey } from './keys.js';

export interface Call {
  /** Parts of the path, in the order of the pattern. */
  path: readonly string[];
  query: URLSearchParams;
  body: unknown;
  key: ApiKey | 'master';
  started: number;
}

export interface Route {
  method: string;
  pattern: RegExp;
  /** What a key must be allowed to do; `undefined` is open to everybody. */
  action?: string;
  status: number;
  answer: (call: Call) => unknown;
}

export function read(method: string, pattern: RegExp, action: string, answer: Route['answer']): Route {
  return { method, pattern, action, status: 200, answer };
}

export function enqueue(method: string, pattern: RegExp, action: string, answer: Route['answer']): Route {
  return { method, pattern, action, status: 202, answer };
}
