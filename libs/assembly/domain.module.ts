import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';

/** Every domain. Applications take them all: they differ in what they put in front, not in what they know. */
export const domainModules = [AccountsModule, ForumModule];

@Module({ imports: domainModules, exports: domainModules })
export class DomainModule {}
