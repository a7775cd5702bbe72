import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { FraudThresholds } from '../domain/thresholds.js';

const DAYS = 'Days that are looked at together, 7 to 180.';

@ObjectType({
  description: 'From where on something is looked at. For ADMIN: who knows them does just less.',
})
@InputType('FraudThresholdsInput', {
  description: 'From where on something is looked at; all of it at once.',
})
export class FraudThresholdsType implements FraudThresholds {
  @Field(() => Int, { description: DAYS })
  windowDays: number;

  @Field(() => Int, { description: 'Votes of one person for what one other wrote, 3 to 1,000.' })
  serialVotes: number;

  @Field(() => Float, { description: 'The share that they are of all votes of that person, 0.05 to 1.' })
  serialShare: number;

  @Field(() => Int, { description: 'Upvotes from each member of a ring to the next, 2 to 1,000.' })
  ringVotes: number;

  @Field(() => Float, { description: 'The share that they are of the member’s upvotes, 0.01 to 1.' })
  ringShare: number;

  @Field(() => Int, {
    description: 'Acceptances, also of what solved it too, in each direction between two people, 1 to 100.',
  })
  reciprocalAcceptances: number;

  @Field(() => Float, { description: 'How many times as many as by chance, 1 to 1,000.' })
  reciprocalFactor: number;

  @Field(() => Int, {
    description: 'Days on which two accounts were used from one network with one browser, 1 to 30.',
  })
  sharedDays: number;

  @Field(() => Int, { description: 'Accounts that may be used from there at most, 2 to 50.' })
  sharedAccounts: number;

  @Field(() => Int, { description: 'Votes and acceptances between the two, 1 to 1,000.' })
  sharedDeeds: number;

  @Field(() => Float, { description: 'The share by which what was decided on has to grow, 0 to 10.' })
  regrowth: number;
}
