import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ENVIRONMENT } from './config/environment.js';
import type { Environment } from './config/environment.js';
import { Database } from './database/database.js';
import { DomainEvents } from './events/domain-events.js';
import { DateTimeScalar } from './graphql/date-time.scalar.js';
import { NodeResolver, NodeSources } from './graphql/node.js';
import { Idempotency } from './graphql/idempotency.js';
import { Jobs } from './jobs/jobs.js';
import { RateLimits } from './limits/rate-limits.js';
import { LOGGER } from './logging/logger.js';
import type { Logger } from './logging/logger.js';
import { Mailer } from './mail/mailer.js';
import { Outbox } from './mail/outbox.js';
import { SiteSecret } from './settings/site-secret.js';
import { SiteSettings } from './settings/site-settings.js';

export interface PlatformParts {
  environment: Environment;
  logger: Logger;
  /** Connected and migrated. */
  dataSource: DataSource;
}

/** What every domain stands on. It is made of parts that exist before Nest does, since they outlive it. */
@Global()
@Module({})
export class PlatformModule {
  static of({ environment, logger, dataSource }: PlatformParts): DynamicModule {
    const providers = [
      { provide: ENVIRONMENT, useValue: environment },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: new Database(dataSource) },
      { provide: RateLimits, useValue: new RateLimits(dataSource, environment.rateLimits) },
      DomainEvents,
      Idempotency,
      Jobs,
      Mailer,
      Outbox,
      SiteSettings,
      SiteSecret,
      DateTimeScalar,
      NodeSources,
      NodeResolver,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
