import type { RequestEvent } from '@sveltejs/kit';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** One entry of `errors` in a GraphQL response, as far as pages care. */
export interface ApiFault {
  message: string;
  extensions?: Record<string, unknown>;
}

/** One field that was refused: `path` as it was sent (`title`, `tags.2`), `message` in English with the way out. */
export interface FieldFault {
  path: string;
  message: string;
  /** What it is about, where that can be told from more than the field: `TAG_UNKNOWN`. */
  code?: string;
  /** What of the field was refused. */
  value?: string;
  /** What could be given instead, the best first. */
  suggestions?: readonly string[];
  /** With `OUT_OF_RANGE`: what figures are taken. */
  range?: { least: number; most: number; isWhole: boolean };
}

/** The fields that a fault names; none where it is about the whole. */
export function fieldsOf(fault: ApiFault): FieldFault[] {
  const fields = fault.extensions?.fields;
  return Array.isArray(fields) ? fields.filter(isFieldFault) : [];
}

function isFieldFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

export interface ApiResponse {
  data?: unknown;
  errors?: readonly ApiFault[];
}

/**
 * What the process that mounts this application puts on each request: GraphQL without a socket, with the request's
 * own identity. It writes the session cookie of login and logout on the HTTP response by itself.
 */
interface InProcessApi {
  execute(operation: Operation): Promise<ApiResponse>;
  requestId?: string;
  /** The address that visitors use, without a trailing slash. */
  publicUrl?: string;
}

declare module 'node:http' {
  interface IncomingMessage {
    /** Absent under `vite dev`. */
    peerdesk?: InProcessApi;
  }
}

export async function execute(event: RequestEvent, operation: Operation): Promise<ApiResponse> {
  const inProcess = event.platform?.req.peerdesk;
  return inProcess ? inProcess.execute(operation) : executeOverHttp(event, operation);
}

/** The way of `vite dev`, where the API is another process: cookies are carried there and back by hand. */
async function executeOverHttp(event: RequestEvent, operation: Operation): Promise<ApiResponse> {
  const address = process.env.API_URL ?? 'http://127.0.0.1:3000';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: event.request.headers.get('cookie') ?? '',
    },
    body: JSON.stringify(operation),
  });
  for (const line of response.headers.getSetCookie()) passCookieOn(event, line);
  return (await response.json()) as ApiResponse;
}

function passCookieOn(event: RequestEvent, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const maxAge = attributes.find((attribute) => attribute.toLowerCase().startsWith('max-age='));
  event.cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
    httpOnly: true,
    sameSite: 'lax',
    secure: attributes.some((attribute) => attribute.toLowerCase() === 'secure'),
    ...(maxAge ? { maxAge: Number(maxAge.slice('max-age='.length)) } : {}),
  });
}
