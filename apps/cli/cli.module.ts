import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DomainModule } from '#libs/assembly';
import { PlatformModule } from '#libs/platform';
import type { PlatformParts } from '#libs/platform';

/** Everything that the API knows, at the hands of the operator. */
@Module({})
export class CliModule {
  static of(parts: PlatformParts): DynamicModule {
    return { module: CliModule, imports: [PlatformModule.of(parts), DomainModule] };
  }
}
