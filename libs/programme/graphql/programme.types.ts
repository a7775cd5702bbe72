import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { connectionOf } from '#libs/platform';
import { CRITERIA } from '../domain/criteria.js';
import type { CriterionName } from '../domain/criteria.js';
import { INVITATION_STATES, TERM_ENDS } from '../domain/programme.js';
import type { InvitationState, TermEnd } from '../domain/programme.js';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const CriterionEnum = enumOf(CRITERIA);
registerEnumType(CriterionEnum, {
  name: 'SuperuserCriterionName',
  description: 'What is looked at before somebody is suggested as a superuser.',
  valuesMap: {
    REPUTATION: { description: 'Points of reputation.' },
    ACTIVE_DAYS: {
      description:
        'UTC days on which they wrote or edited something, within `windowDays`; votes do not count.',
    },
    SOLUTIONS: {
      description:
        'Answers to others that were accepted, marked as also solving or made official by somebody else, ' +
        'within `windowDays`.',
    },
    ASKERS: { description: 'Different people whose questions these solved.' },
    QUALITY: { description: 'How well they post, 0 to 1: the quality of their ability POSTS.' },
  },
});

export const InvitationStateEnum = enumOf(INVITATION_STATES);
registerEnumType(InvitationStateEnum, {
  name: 'SuperuserInvitationState',
  description: 'What became of an invitation.',
  valuesMap: {
    OPEN: { description: 'It can be accepted and declined.' },
    ACCEPTED: { description: 'They said yes, and a term began.' },
    DECLINED: { description: 'They said no, with our thanks.' },
    WITHDRAWN: { description: 'By staff, or because an admin gave them a role that is as high or higher.' },
    EXPIRED: { description: 'Nobody answered in time.' },
  },
});

export const TermEndEnum = enumOf(TERM_ENDS);
registerEnumType(TermEndEnum, {
  name: 'SuperuserTermEnd',
  description: 'Why a term is over.',
  valuesMap: {
    COMPLETED: { description: 'Its time was up, and it was not renewed.' },
    STEPPED_DOWN: { description: 'The superuser stepped down.' },
    ROLE_CHANGED: { description: 'An admin gave them another role.' },
  },
});

@ObjectType({ description: 'One thing that it takes to be suggested as a superuser.' })
export class SuperuserRequirement {
  @Field(() => CriterionEnum, { description: 'What is counted.' })
  name: CriterionName;

  @Field(() => Float, { description: 'So much of it.' })
  needed: number;

  @Field(() => Float, { description: 'So much of it for staying: `stayShare` of `needed`.' })
  neededToStay: number;
}

@ObjectType({ description: 'What somebody has of one thing that it takes.' })
export class SuperuserCriterion extends SuperuserRequirement {
  @Field(() => Float, { description: 'What they have.' })
  has: number;

  @Field(() => Boolean, { description: 'Whether that is enough to be suggested.' })
  isMet: boolean;

  @Field(() => Boolean, { description: 'Whether that is enough to stay.' })
  isEnoughToStay: boolean;
}

@ObjectType({ description: 'How customers become superusers, by the rules in force.' })
export class SuperuserProgramme {
  @Field(() => [SuperuserRequirement], {
    description: 'What it takes. It suggests; staff decide and invite.',
  })
  requirements: SuperuserRequirement[];

  @Field(() => Int, { description: 'Over so many days is counted.' })
  windowDays: number;

  @Field(() => Float, { description: 'Whoever is in stays while they have this share of each, 0 to 1.' })
  stayShare: number;

  @Field(() => Int, {
    description: 'After so many days below that staff are told. Nobody loses the role for it within a term.',
  })
  graceDays: number;

  @Field(() => Int, { description: 'An invitation can be accepted for so many days.' })
  invitationDays: number;

  @Field(() => Int, { description: 'A term lasts so many months, and so does each renewal.' })
  termMonths: number;

  @Field(() => Int, { description: 'A term can be renewed in its last so many days.' })
  renewalDays: number;

  @Field(() => Int, { description: 'From this reputation on people nominate others.' })
  reputationToNominate: number;

  @Field(() => Boolean, { description: 'Whether the viewer may nominate somebody.' })
  viewerCanNominate: boolean;
}

@ObjectType({
  description: 'A customer whom the company trusts to look after the place. Never one of its staff.',
})
export class Superuser {
  @Field(() => User, { description: 'Who it is.' })
  user: User;

  @Field(() => Date, {
    nullable: true,
    description: 'When their term began, UTC; null for those whom an admin made one without a term.',
  })
  since: Date | null;
}

@ObjectType({ description: 'An invitation to become a superuser. Somebody has one open at most.' })
export class SuperuserInvitation {
  @Field(() => User, { nullable: true, description: 'Who is invited; null once the account was erased.' })
  user: User | null;

  @Field(() => User, { nullable: true, description: 'By whom; null once the account was erased.' })
  invitedBy: User | null;

  @Field(() => String, { description: 'What was said with it, as plain text; may be empty.' })
  message: string;

  @Field(() => Date, { description: 'When it was sent, UTC.' })
  createdAt: Date;

  @Field(() => Date, { description: 'Until when it can be accepted, UTC.' })
  expiresAt: Date;

  @Field(() => Int, { description: 'How many months the term would last.' })
  termMonths: number;

  @Field(() => InvitationStateEnum, { description: 'What became of it.' })
  state: InvitationState;

  @Field(() => Date, { nullable: true, description: 'When it was answered, withdrawn or closed, UTC.' })
  settledAt: Date | null;
}

@ObjectType({ description: 'The time for which somebody is a superuser. Somebody has one open at most.' })
export class SuperuserTerm {
  @Field(() => User, { nullable: true, description: 'Whose it is; null once the account was erased.' })
  user: User | null;

  @Field(() => Date, { description: 'When they accepted, UTC.' })
  beganAt: Date;

  @Field(() => Date, { description: 'When its time is up, UTC.' })
  endsAt: Date;

  @Field(() => Int, { description: 'How often it was renewed.' })
  renewals: number;

  @Field(() => Boolean, { description: 'Whether its holder can renew it at this moment.' })
  canBeRenewed: boolean;

  @Field(() => Boolean, {
    description: 'Whether staff let it be renewed at its next end although the criteria are missed.',
  })
  isRenewalOffered: boolean;

  @Field(() => [SuperuserCriterion], {
    nullable: true,
    description: 'What the holder has, as it was counted last; null before that, and once the term is over.',
  })
  criteria: SuperuserCriterion[] | null;

  @Field(() => Date, { nullable: true, description: 'Since when they are below what staying takes, UTC.' })
  belowSince: Date | null;

  @Field(() => Boolean, {
    description: 'Below for longer than `graceDays`: a talk may help. Nothing happens by itself.',
  })
  isBelowForLong: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was over, UTC; null while it lasts.' })
  endedAt: Date | null;

  @Field(() => TermEndEnum, { nullable: true, description: 'Why it is over; null while it lasts.' })
  endReason: TermEnd | null;
}

@ObjectType({ description: 'A member who could become a superuser, with the figures of each criterion.' })
export class SuperuserCandidate {
  @Field(() => User, { description: 'Who it is.' })
  user: User;

  @Field(() => [SuperuserCriterion], { description: 'What they have, as it was counted last.' })
  criteria: SuperuserCriterion[];

  @Field(() => Int, { description: 'How many criteria they fulfil whole.' })
  metCount: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when they are suggested, UTC; null while something is missing.',
  })
  qualifiedSince: Date | null;

  @Field(() => Int, { description: 'How many people nominated them within a year.' })
  nominationCount: number;

  @Field(() => Boolean, { description: 'Sanctioned within 30 days: they cannot be invited.' })
  isSanctioned: boolean;

  @Field(() => SuperuserInvitation, {
    nullable: true,
    description: 'The latest one, whatever became of it; null if they were never invited.',
  })
  invitation: SuperuserInvitation | null;

  @Field(() => Date, { description: 'When it was counted, UTC.' })
  countedAt: Date;
}

@ObjectType({ description: 'Somebody proposes somebody else as a superuser.' })
export class SuperuserNomination {
  @Field(() => User, { nullable: true, description: 'Who is proposed; null once the account was erased.' })
  nominee: User | null;

  @Field(() => User, { nullable: true, description: 'By whom; null once the account was erased.' })
  nominator: User | null;

  @Field(() => String, { description: 'Why, as plain text.' })
  reason: string;

  @Field(() => Date, { description: 'When, UTC.' })
  createdAt: Date;
}

export const SuperuserConnection = connectionOf<Superuser>('Superuser', () => Superuser);
export const SuperuserCandidateConnection = connectionOf<SuperuserCandidate>(
  'SuperuserCandidate',
  () => SuperuserCandidate,
);
export const SuperuserNominationConnection = connectionOf<SuperuserNomination>(
  'SuperuserNomination',
  () => SuperuserNomination,
);
export const SuperuserInvitationConnection = connectionOf<SuperuserInvitation>(
  'SuperuserInvitation',
  () => SuperuserInvitation,
);
export const SuperuserTermConnection = connectionOf<SuperuserTerm>('SuperuserTerm', () => SuperuserTerm);
