import type { Viewer } from '#libs/kernel';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Address of the client, for limits only; it is not stored. */
  readonly address: string;
  /** The token that the request came with, by cookie or by header. */
  readonly sessionToken: string | null;
  /** A keyed hash of what a guest can be recognised by within the site; never an address. */
  readonly guestKey: Buffer;
  /** The request says `DNT: 1` or `Sec-GPC: 1`: nothing that this person does is to be recorded for figures. */
  readonly refusesRecording: boolean;
  /** Sets the session cookie of the response, or clears it. */
  setSession(token: string | null): void;
  /** Loaders live as long as the request: nobody sees what another may see. */
  readonly loaders: Map<object, unknown>;
}
