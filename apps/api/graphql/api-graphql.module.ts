import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainModule } from '#libs/assembly';
import {
  ENVIRONMENT,
  LIMITS,
  LOGGER,
  describeRootTypes,
  formatError,
  operationLimitsPlugin,
} from '#libs/platform';
import type { Environment, Logger } from '#libs/platform';
import { RequestContexts } from './request-contexts.js';
import { requestReportPlugin } from './request-report.plugin.js';
import { subscriptionOptions } from './subscriptions.js';

@Module({ imports: [DomainModule], providers: [RequestContexts], exports: [RequestContexts] })
export class RequestContextModule {}

/** /graphql. Introspection is on: the API is public and described; its limits hold before anything runs. */
@Module({
  imports: [
    DomainModule,
    RequestContextModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [RequestContextModule],
      inject: [RequestContexts, ModuleRef, LOGGER, ENVIRONMENT],
      useFactory: (
        contexts: RequestContexts,
        modules: ModuleRef,
        logger: Logger,
        environment: Environment,
      ) => ({
        autoSchemaFile: true,
        sortSchema: true,
        transformSchema: describeRootTypes,
        path: '/graphql',
        graphiql: false,
        introspection: true,
        csrfPrevention: true,
        includeStacktraceInErrorResponses: false,
        autoTransformHttpErrors: false,
        parseOptions: { maxTokens: LIMITS.tokens },
        validationOptions: { maxErrors: 20 },
        context: (request: FastifyRequest, reply: FastifyReply) =>
          contexts.of({
            request: request.raw,
            response: reply.raw,
            address: request.ip,
            requestId: request.id,
          }),
        formatError,
        subscriptions: {
          'graphql-ws': subscriptionOptions(
            contexts,
            environment.publicUrl,
            () => modules.get(GraphQLSchemaHost, { strict: false }).schema,
          ),
        },
        plugins: [
          operationLimitsPlugin(),
          requestReportPlugin(logger),
          // It watches every field for hints that nobody gives here, which costs more than many fields do.
          ApolloServerPluginCacheControlDisabled(),
        ],
      }),
    }),
  ],
  exports: [RequestContextModule, GraphQLModule],
})
export class ApiGraphqlModule {}
