import type { ApolloServer } from '@apollo/server';
import type { ApolloDriver } from '@nestjs/apollo';
import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { RequestContext } from '#libs/platform';
import { RequestContexts } from './request-contexts.js';
import type { HttpExchange } from './request-contexts.js';

export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface OperationResult {
  data?: unknown;
  errors?: readonly unknown[];
}

/**
 * Runs operations of the web application without a socket in between: the same server, with the same limits and
 * the same policies, as the person who sent the page's request.
 */
export function inProcessGraphql(app: INestApplicationContext) {
  const contexts = app.get(RequestContexts);
  const driver = app.get<GraphQLModule>(GraphQLModule).graphQlAdapter as ApolloDriver;
  const server = driver.instance as unknown as ApolloServer<RequestContext>;

  return async (exchange: HttpExchange, operation: Operation): Promise<OperationResult> => {
    const contextValue = await contexts.of(exchange);
    const { body } = await server.executeOperation(operation, { contextValue });
    if (body.kind !== 'single') throw new Error('pages do not ask for incremental delivery');
    return { data: body.singleResult.data, errors: body.singleResult.errors };
  };
}
