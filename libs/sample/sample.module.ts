import { Module } from '@nestjs/common';
import { ForumModule } from '#libs/forum';
import { ReputationModule } from '#libs/reputation';
import { Sample } from './sample.js';

@Module({ imports: [ForumModule, ReputationModule], providers: [Sample], exports: [Sample] })
export class SampleModule {}
