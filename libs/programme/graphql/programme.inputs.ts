import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { PageArgs } from '#libs/platform';
import type { CandidateView } from '../persistence/programme.queries.js';
import { SuperuserInvitation, SuperuserTerm } from './programme.types.js';

export const CandidateViewEnum = { SUGGESTED: 'SUGGESTED', NOMINATED: 'NOMINATED', ALL: 'ALL' } as const;
registerEnumType(CandidateViewEnum, {
  name: 'SuperuserCandidateView',
  description: 'Which members are listed.',
  valuesMap: {
    SUGGESTED: { description: 'Those who fulfil, or lately fulfilled, everything.' },
    NOMINATED: { description: 'Those whom somebody nominated within a year.' },
    ALL: { description: 'Also those who have nearly the reputation that it takes.' },
  },
});

@ArgsType()
export class SuperuserCandidatesArgs extends PageArgs {
  @Field(() => CandidateViewEnum, { nullable: true, defaultValue: 'SUGGESTED', description: 'Whom to list.' })
  view?: CandidateView | null;
}

@ArgsType()
export class SuperuserNominationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this person.' })
  userId?: string | null;
}

@ArgsType()
export class SuperuserTermsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Those under way, the next end first; false: those that are over, the latest first.',
  })
  open?: boolean | null;
}

@InputType({ description: 'Whom the viewer proposes, and why.' })
export class NominateSuperuserInput {
  @Field(() => ID, { description: 'A member; not oneself, and nobody of staff.' })
  userId: string;

  @Field(() => String, { description: 'Why, as plain text of 20 to 1,000 characters; staff read it.' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the client’s choice: the mutation sent again with the same one acts once.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'Who is invited.' })
export class InviteSuperuserInput {
  @Field(() => ID, { description: 'A member.' })
  userId: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is said with it, as plain text of up to 1,000 characters.',
  })
  message?: string | null;
}

@InputType({ description: 'Whom an act of the programme is about.' })
export class SuperuserPersonInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;
}

@ObjectType({ description: 'Where somebody stands in the programme after an act.' })
export class SuperuserPayload {
  @Field(() => User, { description: 'Whom it was about, as they are now.' })
  user: User;

  @Field(() => SuperuserInvitation, { nullable: true, description: 'The open one; null if there is none.' })
  invitation: SuperuserInvitation | null;

  @Field(() => SuperuserTerm, { nullable: true, description: 'The one under way; null if there is none.' })
  term: SuperuserTerm | null;
}

@ObjectType({ description: 'That a nomination was noted.' })
export class NominateSuperuserPayload {
  @Field(() => User, { description: 'Who was proposed.' })
  user: User;
}

@ObjectType({ description: 'That everybody was counted anew.' })
export class RefreshSuperuserCandidatesPayload {
  @Field(() => Date, { nullable: true, description: 'When, UTC; null if there is nobody to count.' })
  countedAt: Date | null;
}
