import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DomainModule } from '#libs/assembly';
import { PlatformModule } from '#libs/platform';
import type { PlatformParts } from '#libs/platform';

/** Everything that the API knows, without a way in. */
@Module({})
export class WorkerModule {
  static of(parts: PlatformParts): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.of(parts), DomainModule] };
  }
}
