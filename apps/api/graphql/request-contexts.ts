import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import { AccountLoader, Sessions, toUser, viewerFrom } from '#libs/accounts';
import type { SessionAccount } from '#libs/accounts';
import { GUEST } from '#libs/kernel';
import { UnreadCountLoader } from '#libs/notifications';
import { ENVIRONMENT, SiteSecret } from '#libs/platform';
import type { Environment, RequestContext } from '#libs/platform';

const SESSION_SECONDS = 30 * 24 * 3_600;

/** What is known of one HTTP request, however many GraphQL operations it leads to. */
export interface HttpExchange {
  request: IncomingMessage;
  response: ServerResponse;
  address: string;
  requestId: string;
}

interface Identity {
  token: string | null;
  account: Promise<SessionAccount | undefined>;
}

/** Makes the context of GraphQL operations: who asks, by which session, and how the session is set. */
@Injectable()
export class RequestContexts {
  private readonly identities = new WeakMap<IncomingMessage, Identity>();
  private readonly isSecure: boolean;
  private readonly cookieName: string;

  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: AccountLoader,
    private readonly unread: UnreadCountLoader,
    private readonly secret: SiteSecret,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.isSecure = environment.publicUrl.startsWith('https:');
    // Browsers hold a cookie of this prefix to be Secure, for this host alone and for all of its paths.
    this.cookieName = this.isSecure ? '__Host-peerdesk' : 'peerdesk_session';
  }

  async of(exchange: HttpExchange): Promise<RequestContext> {
    const identity = this.identityOf(exchange.request);
    const account = await identity.account;
    const context: RequestContext = {
      viewer: account ? viewerFrom(account) : GUEST,
      requestId: exchange.requestId,
      address: exchange.address,
      sessionToken: identity.token,
      guestKey: await this.guestKey(exchange),
      refusesRecording: refusesRecording(exchange.request),
      setSession: (token) => this.setSession(exchange, token),
      loaders: new Map(),
    };
    // Who asks is on every page with what is new to them, and was read with the session already.
    if (account) {
      this.accounts.prime(context, account.accountId, toUser(account));
      this.unread.primeFrom(context, account);
    }
    return context;
  }

  /** For a stream: it answers nobody, so it can neither set a session nor use the one of another request. */
  async ofSocket(request: IncomingMessage): Promise<RequestContext> {
    const token = this.tokenOf(request);
    const account = token ? await this.sessions.accountOf(token) : undefined;
    const address = request.socket.remoteAddress ?? '';
    return {
      viewer: account ? viewerFrom(account) : GUEST,
      requestId: randomUUID(),
      address,
      sessionToken: token,
      guestKey: await this.secret.digest('guest', address),
      refusesRecording: refusesRecording(request),
      setSession: () => undefined,
      loaders: new Map(),
    };
  }

  /** True once the session that a stream was opened with has ended; never for a guest, who had none. */
  async hasLostSession(request: IncomingMessage): Promise<boolean> {
    const token = this.tokenOf(request);
    return token !== null && (await this.sessions.accountOf(token)) === undefined;
  }

  /** Read once for all operations of a page. */
  private identityOf(request: IncomingMessage): Identity {
    const known = this.identities.get(request);
    if (known) return known;
    const token = this.tokenOf(request);
    return this.remember(request, token);
  }

  private remember(request: IncomingMessage, token: string | null): Identity {
    const identity = { token, account: token ? this.sessions.accountOf(token) : Promise.resolve(undefined) };
    this.identities.set(request, identity);
    return identity;
  }

  private tokenOf(request: IncomingMessage): string | null {
    const [scheme, credentials] = request.headers.authorization?.split(' ') ?? [];
    if (scheme?.toLowerCase() === 'bearer' && credentials) return credentials;
    return parseCookie(request.headers.cookie ?? '')[this.cookieName] ?? null;
  }

  /** Tells guests apart well enough to count each once, by what their browsers send anyway. */
  private guestKey({ address, request }: HttpExchange): Promise<Buffer> {
    return this.secret.digest('guest', `${address} ${request.headers['user-agent'] ?? ''}`);
  }

  private setSession({ request, response }: HttpExchange, token: string | null): void {
    const cookie = stringifySetCookie({
      name: this.cookieName,
      value: token ?? '',
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      maxAge: token === null ? 0 : SESSION_SECONDS,
    });
    response.appendHeader('set-cookie', cookie);
    // Operations of this same request that come later act as the person who has just logged in or out.
    this.remember(request, token);
  }
}

function refusesRecording({ headers }: IncomingMessage): boolean {
  return headers['dnt'] === '1' || headers['sec-gpc'] === '1';
}
