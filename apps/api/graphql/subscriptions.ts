import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import {
  LIMITS,
  exceededLimits,
  formatError,
  fragmentsOf,
  limitError,
  measureOperation,
} from '#libs/platform';
import type { RequestContexts } from './request-contexts.js';

type Connection = Context<Record<string, unknown> | undefined, unknown>;
type Options = Partial<ServerOptions<Record<string, unknown> | undefined, unknown>>;

const POLICY_VIOLATION = 4403;
/** A session that has ended ends its streams; looked at this often, so that they close within five seconds. */
const SESSION_CHECK_MS = 3_000;

/** Subscriptions over graphql-ws at /graphql: the same people, policies and limits as over HTTP. */
export function subscriptionOptions(
  contexts: RequestContexts,
  publicUrl: string,
  schema: () => GraphQLSchema,
): Options {
  const watches = new WeakMap<object, NodeJS.Timeout>();
  return {
    connectionInitWaitTimeout: 10_000,

    onConnect: (connection) => {
      // Browsers send cookies along from any page; only our own pages may use them so.
      const { origin, cookie } = requestOf(connection).headers;
      if (origin && cookie && origin !== publicUrl) return false;
      withToken(connection);
      watches.set(connection, watchSession(connection, contexts));
      return true;
    },

    onDisconnect: (connection) => clearInterval(watches.get(connection)),

    onSubscribe: async (connection, _id, payload) => {
      const prepared = prepare(schema(), payload.query, payload.operationName, payload.variables ?? {});
      if (prepared instanceof Array) return prepared.map(asClientError);
      return { ...prepared, contextValue: await contexts.ofSocket(requestOf(connection)) };
    },

    onError: (_connection, _id, _payload, errors) => errors.map(asClientError),

    onNext: (_connection, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: result.errors.map(asClientError) } : result,
  };
}

function prepare(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null | undefined,
  variableValues: Record<string, unknown>,
): ExecutionArgs | GraphQLError[] {
  let document;
  try {
    document = parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('This is not GraphQL.')];
  }
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation !== 'subscription') {
    return [
      new GraphQLError('Over this connection there are subscriptions only; send everything else over HTTP.'),
    ];
  }
  const errors = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule], {
    maxErrors: 20,
  });
  if (errors.length > 0) return [...errors];
  const fragments = fragmentsOf(document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION));
  const problems = exceededLimits(measureOperation(operation, fragments, variableValues, schema), operation);
  if (problems.length > 0) return [limitError(problems, operation)];
  return { schema, document, operationName, variableValues };
}

/** Clients without cookies send their token with the first message, as HTTP clients send a header. */
function withToken(connection: Connection): void {
  const { connectionParams } = connection;
  const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  if (typeof given === 'string') requestOf(connection).headers.authorization = given;
}

/** Closes the connection of somebody whose session was ended, by themselves or by others. */
function watchSession(connection: Connection, contexts: RequestContexts): NodeJS.Timeout {
  const { request, socket } = connection.extra as Extra;
  const check = async () => {
    if (await contexts.hasLostSession(request)) socket.close(POLICY_VIOLATION, 'Your session has ended.');
  };
  return setInterval(() => void check().catch(() => undefined), SESSION_CHECK_MS).unref();
}

function requestOf(connection: Connection): Extra['request'] {
  return (connection.extra as Extra).request;
}

function asClientError(error: GraphQLError): GraphQLError {
  const formatted = formatError(error.toJSON(), error);
  const code =
    formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR' && !error.originalError
      ? 'BAD_REQUEST'
      : undefined;
  return new GraphQLError(code ? error.message : formatted.message, {
    path: error.path,
    extensions: { ...formatted.extensions, ...(code && { code }) },
  });
}
