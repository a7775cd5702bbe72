import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import type { SanctionRow } from '../persistence/sanction.queries.js';

@ObjectType({
  implements: () => [Node],
  description: 'Points that were taken from somebody for what they did. For them, and MODERATOR and above.',
})
export class Sanction extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: SanctionRow;

  @Field(() => Int, { description: 'How many points were taken, 1 to 1,000.' })
  points: number;

  @Field(() => String, { description: 'Why, as the person was told.' })
  reason: string;

  @Field(() => Date, { description: 'When it was imposed, UTC.' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When the points were given back, UTC; null while it holds.',
  })
  liftedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted; null while it holds.' })
  liftReason: string | null;
}

export const SanctionConnection = connectionOf<Sanction>('Sanction', () => Sanction);

export function toSanction(row: SanctionRow): Sanction {
  const { points, reason, createdAt, liftedAt, liftReason } = row;
  return { row, id: globalId('sanction', row.sanctionId), points, reason, createdAt, liftedAt, liftReason };
}

@InputType({ description: 'Whom, how much and what for.' })
export class SanctionMemberInput {
  @Field(() => ID, { description: 'Somebody of a lower role than the viewer’s.' })
  userId: string;

  @Field(() => Int, { description: '1 to 1,000 points of reputation.' })
  points: number;

  @Field(() => String, { description: 'Up to 300 characters, which the person is told.' })
  reason: string;
}

@InputType({ description: 'Which sanction ends, and why.' })
export class LiftSanctionInput {
  @Field(() => ID, { description: 'One that still holds.' })
  sanctionId: string;

  @Field(() => String, { description: 'Up to 300 characters, for the record.' })
  reason: string;
}

@ObjectType({ description: 'The sanction that was imposed or lifted.' })
export class SanctionPayload {
  @Field(() => Sanction, { description: 'As it is now.' })
  sanction: Sanction;
}
