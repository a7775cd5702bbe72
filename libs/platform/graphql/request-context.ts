import type { Viewer } from '#libs/kernel';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Address of the client, for limits only; it is not stored. */
  readonly address: string;
  readonly userAgent: string;
  /** The token that the request came with, by cookie or by header. */
  readonly sessionToken: string | null;
  readonly guestId: string | null;
  /** Adds a Set-Cookie header to the response. */
  setCookie(cookie: string): void;
  /** Loaders live as long as the request: nobody sees what another may see. */
  readonly loaders: Map<object, unknown>;
}
