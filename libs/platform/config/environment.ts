import { resolve } from 'node:path';

/** Everything that can be set from outside. Names, defaults and meanings are part of the public contract. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly meili: { readonly host: string; readonly apiKey: string | null } | null;
  readonly smtpUrl: string | null;
  readonly rateLimits: boolean;
  readonly logLevel: LogLevel;
  readonly isProduction: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A variable that does not parse. The message is one line that says how to mend it. */
export class EnvironmentError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws EnvironmentError at the first variable that is unknown or does not parse. */
export function readEnvironment(variables: Variables): Environment {
  refuseUnknown(variables);
  const host = hostName(variables, 'HOST', '127.0.0.1');
  const port = wholeNumber(variables, 'PORT', 3000, 1, 65_535);
  const meiliHost = url(variables, 'MEILI_HOST', ['http:', 'https:']);
  return {
    host,
    port,
    publicUrl:
      url(variables, 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? defaultPublicUrl(host, port),
    dataDir: resolve(given(variables, 'DATA_DIR') ?? '.data'),
    databaseUrl: url(variables, 'DATABASE_URL', ['postgres:', 'postgresql:'], { secret: true }),
    meili: meiliHost ? { host: meiliHost, apiKey: given(variables, 'MEILI_API_KEY') ?? null } : null,
    smtpUrl: url(variables, 'SMTP_URL', ['smtp:', 'smtps:'], { secret: true }),
    rateLimits: oneOf(variables, 'RATE_LIMITS', ['on', 'off'], 'on') === 'on',
    logLevel: oneOf(variables, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    isProduction: given(variables, 'NODE_ENV') === 'production',
  };
}

/** A misspelt PEERDESK_ variable would be ignored in silence; there are none of that prefix. */
function refuseUnknown(variables: Variables): void {
  const unknown = Object.keys(variables).find((name) => name.startsWith('PEERDESK_'));
  if (unknown) {
    throw new EnvironmentError(
      `${unknown} is not a variable of Peerdesk (given: ${JSON.stringify(variables[unknown])}); ` +
        'accepted are HOST, PORT, PUBLIC_URL, DATA_DIR, DATABASE_URL, MEILI_HOST, MEILI_API_KEY, SMTP_URL, RATE_LIMITS and LOG_LEVEL.',
    );
  }
}

/** An empty variable counts as not given: compose files and shells write those. */
function given(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim();
  return value === '' ? undefined : value;
}

function hostName(variables: Variables, name: string, fallback: string): string {
  const value = given(variables, name) ?? fallback;
  if (/[\s/]/.test(value))
    throw refused(name, value, 'a host name or an IP address to listen on, such as 127.0.0.1 or 0.0.0.0');
  return value;
}

function wholeNumber(
  variables: Variables,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = given(variables, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw refused(name, value, `a whole number from ${least} to ${most}`);
  }
  return number;
}

function oneOf<const Value extends string>(
  variables: Variables,
  name: string,
  accepted: readonly Value[],
  fallback: Value,
): Value {
  const value = given(variables, name) ?? fallback;
  const found = accepted.find((candidate) => candidate === value);
  if (!found) throw refused(name, value, accepted.join(', '));
  return found;
}

function url(
  variables: Variables,
  name: string,
  protocols: readonly string[],
  options = { secret: false },
): string | null {
  const value = given(variables, name);
  if (value === undefined) return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  if (!parsed || !protocols.includes(parsed.protocol)) {
    throw refused(
      name,
      options.secret ? null : value,
      `a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
  }
  return value;
}

function defaultPublicUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** @param value null for secrets: they are never shown */
function refused(name: string, value: string | null, accepted: string): EnvironmentError {
  const shown =
    value === null ? 'something else, not shown because it may hold a password' : JSON.stringify(value);
  return new EnvironmentError(`${name} is ${shown}; accepted: ${accepted}.`);
}

/** Where dependency injection finds the environment. */
export const ENVIRONMENT = Symbol('environment');
