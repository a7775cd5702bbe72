import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a request comes from, as far as the network and the browser say so themselves. */
export interface RequestOrigin {
  readonly address: string;
  /** Empty if the client names none. */
  readonly userAgent: string;
}

const origins = new AsyncLocalStorage<RequestOrigin>();

/** Everything that `work` leads to knows where the request came from, without being handed it. */
export function cameFrom<T>(origin: RequestOrigin, work: () => T): T {
  return origins.run(origin, work);
}

/** Undefined for what no request has caused: jobs, imports, the command line. */
export function currentOrigin(): RequestOrigin | undefined {
  return origins.getStore();
}
