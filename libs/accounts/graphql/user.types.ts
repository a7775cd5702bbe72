import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES, globalId, isStaff } from '#libs/kernel';
import type { Role } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import type { AccountRow } from '../persistence/account.queries.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [Name in Role]: Name };
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person is to the company, in rising order of what they may do.',
  valuesMap: {
    MEMBER: { description: 'Asks, answers, votes.' },
    SUPERUSER: { description: 'A trusted customer who moderates beside staff and is never shown as staff.' },
    MODERATOR: { description: 'Moderates and marks official answers.' },
    STAFF: {
      description:
        "The company's own people: everything a moderator may, and the FAQ. Always shown as staff.",
    },
    ADMIN: { description: 'Runs the site.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A person with an account.' })
export class User extends Node {
  /** The row, for field resolvers; not part of the schema. */
  accountId: number;
  aboutHtml: string;

  @Field(() => String, {
    description: 'Unique; stands in the address of the profile and behind @. It never changes.',
  })
  username: string;

  @Field(() => String, { description: 'The name that is shown; not unique.' })
  displayName: string;

  @Field(() => RoleEnum, { description: 'What they may do beyond what reputation opens.' })
  role: Role;

  @Field(() => Boolean, { description: 'One of the company’s own people; shown on everything they write.' })
  isStaff: boolean;

  @Field(() => String, { description: 'Site-relative address of the profile.' })
  path: string;

  @Field(() => Date, { description: 'When the account was made, UTC.' })
  createdAt: Date;

  @Field(() => Int, { description: 'Always the sum of `reputationEntries`.' })
  reputation: number;

  privileges: string[];
  rankLevel: number;
  helperRatingSum: number;
  helperRatingCount: number;
  privateEmail: string | null;
}

export const UserConnection = connectionOf<User>('User', () => User);

export function toUser(row: AccountRow): User {
  return {
    ...row,
    id: globalId('account', row.accountId),
    isStaff: isStaff(row.role),
    path: `/people/${row.username}`,
  };
}
