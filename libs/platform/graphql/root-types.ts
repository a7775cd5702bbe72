import type { GraphQLSchema } from 'graphql';

const DESCRIPTIONS = {
  Query:
    'All that can be read. Whoever may not see a thing is told that it does not exist: null, or NOT_FOUND where ' +
    'there can be no null. Failures that a client can do something about are errors with one of these ' +
    '`extensions.code`: UNAUTHENTICATED (log in first), FORBIDDEN (`requires` names the role or privilege that is ' +
    'missing), NOT_FOUND, BAD_USER_INPUT (`fields` holds the `path` and a `message` for each part that cannot be ' +
    'taken; also for an unknown `after` and a `first` out of range), CONFLICT and RATE_LIMITED (`retryAfter`, in ' +
    'seconds). Anything else is INTERNAL_SERVER_ERROR with a `requestId`.',
  Mutation:
    'All that can be changed. Each mutation gives what it changed, as it is afterwards, and happens whole or not at ' +
    'all. Beside the codes that its description names, each can fail with UNAUTHENTICATED, FORBIDDEN, NOT_FOUND for ' +
    'an id and BAD_USER_INPUT for its fields, as Query explains them. CONFLICT says that somebody was faster or that ' +
    'the state does not allow it, and carries what helps to try again.',
  Subscription:
    'What is told as it happens, by the graphql-ws protocol at the same address as queries. Nothing that happened ' +
    'while the connection was away is told later.',
} as const;

/** Nest makes the three root types by itself and has no place to say what they are. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, description] of Object.entries(DESCRIPTIONS)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
  return schema;
}
