import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DomainModule } from '#libs/assembly';
import { AccessGuard, DeclaredAccessCheck, PlatformModule } from '#libs/platform';
import type { PlatformParts } from '#libs/platform';
import { ExpectedFailuresFilter } from './expected-failures.filter.js';
import { ApiGraphqlModule } from './graphql/api-graphql.module.js';
import { AtomFeeds } from './http/atom.js';
import { FaqFeedsController } from './http/faq-feeds.controller.js';
import { FeedsController } from './http/feeds.controller.js';
import { HealthController } from './http/health.controller.js';
import { SchemaController } from './http/schema.controller.js';
import { SitemapController } from './http/sitemap.controller.js';

@Module({})
export class ApiModule {
  static of(parts: PlatformParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [DiscoveryModule, PlatformModule.of(parts), DomainModule, ApiGraphqlModule],
      controllers: [
        HealthController,
        SchemaController,
        FeedsController,
        FaqFeedsController,
        SitemapController,
      ],
      providers: [
        AtomFeeds,
        DeclaredAccessCheck,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ExpectedFailuresFilter },
      ],
    };
  }
}
