import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { PeerdeskError } from '#libs/kernel';

/** Apollo's own codes for requests that never reach a resolver: each is the client's to mend. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'LIMIT_EXCEEDED',
]);

/** Where graphql-js says in which part of a variable a value did not fit. */
const VARIABLE_PATH = /^Variable "\$(\w+)" (?:got invalid value .* at "[^".]+\.([^"]+)"|.*)/s;
const MISSING_FIELD = /Field "(\w+)" of required type/;

/**
 * Turns whatever was thrown into what clients may see: expected failures with their code and a way out, anything
 * else without a word of detail.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  if (cause instanceof PeerdeskError) {
    return { message: cause.message, locations, path, extensions: { code: cause.code, ...cause.details } };
  }

  const code = formatted.extensions?.['code'];
  if (code === 'BAD_USER_INPUT') {
    return {
      message: formatted.message,
      locations,
      path,
      extensions: { code, fields: inputProblems(formatted.message) },
    };
  }
  if (typeof code === 'string' && REQUEST_CODES.has(code)) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, locations, path, extensions };
  }
  return {
    message: 'Something went wrong on our side. The request id helps us to find it.',
    locations,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** True for a failure that somebody has to look at, as opposed to one that the client was told about. */
export function isDefect(error: GraphQLError): boolean {
  if (unwrapResolverError(error) instanceof PeerdeskError) return false;
  const code = error.extensions['code'];
  return code !== 'BAD_USER_INPUT' && !(typeof code === 'string' && REQUEST_CODES.has(code));
}

function inputProblems(message: string): { path: string; message: string }[] {
  const [, variable, inner] = VARIABLE_PATH.exec(message) ?? [];
  const missing = MISSING_FIELD.exec(message)?.[1];
  const path = [inner, missing].filter(Boolean).join('.') || variable || '';
  return [{ path, message }];
}
