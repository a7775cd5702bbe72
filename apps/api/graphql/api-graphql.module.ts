import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainModule } from '#libs/assembly';
import { LIMITS, LOGGER, formatError, operationLimitsPlugin } from '#libs/platform';
import type { Logger } from '#libs/platform';
import { RequestContexts } from './request-contexts.js';
import { requestReportPlugin } from './request-report.plugin.js';

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
      inject: [RequestContexts, LOGGER],
      useFactory: (contexts: RequestContexts, logger: Logger) => ({
        autoSchemaFile: true,
        sortSchema: true,
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
        plugins: [operationLimitsPlugin(), requestReportPlugin(logger)],
      }),
    }),
  ],
  exports: [RequestContextModule, GraphQLModule],
})
export class ApiGraphqlModule {}
