import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { User } from '#libs/accounts';
import { PRIVILEGE_NAMES, PRIVILEGE_OPENERS } from '../application/privileges.js';
import type { PersonalPrivilege, PrivilegeName, PrivilegeOpener } from '../application/privileges.js';
import type { VoteAllowance } from '../application/vote-limits.js';
import { ABILITIES } from '../domain/rule-set.js';
import type { Ability } from '../domain/rule-set.js';
import type { ReputationReason } from '../domain/reasons.js';
import { ReputationReasonEnum } from './reputation.types.js';

export const PrivilegeNameEnum = Object.fromEntries(PRIVILEGE_NAMES.map((name) => [name, name])) as {
  [Name in PrivilegeName]: Name;
};
registerEnumType(PrivilegeNameEnum, {
  name: 'PrivilegeName',
  description: 'Something that reputation, quality or a role lets people do.',
  valuesMap: {
    ASK: { description: 'Ask questions.' },
    ANSWER: { description: 'Answer questions.' },
    COMMENT: { description: 'Comment on posts.' },
    VOTE_UP: { description: 'Vote posts up.' },
    OFFER_BOUNTY: { description: 'Offer some of one’s reputation for an answer.' },
    VOTE_DOWN: { description: 'Vote posts down.' },
    NOMINATE_SUPERUSER: { description: 'Propose somebody as a superuser.' },
    CREATE_TAG: { description: 'Tag questions with what nobody has used before.' },
    EDIT_OTHERS_POSTS: { description: 'Edit what others wrote.' },
    PRIORITY_FLAGS: { description: 'Have one’s reports looked at first; by their quality only.' },
    DELETE_OTHERS_POSTS: { description: 'Delete and restore what others wrote; SUPERUSER and above.' },
    SET_OFFICIAL: { description: 'Mark an answer as official; MODERATOR and above.' },
    CURATE: { description: 'Look after the FAQ; STAFF and ADMIN.' },
  },
});

export const PrivilegeOpenerEnum = Object.fromEntries(PRIVILEGE_OPENERS.map((name) => [name, name])) as {
  [Name in PrivilegeOpener]: Name;
};
registerEnumType(PrivilegeOpenerEnum, {
  name: 'PrivilegeOpener',
  description: 'Why somebody may.',
  valuesMap: {
    REPUTATION: { description: 'Their reputation reached what it takes, now or not long ago.' },
    ABILITY: { description: 'The quality of what they do; see `User.abilities`.' },
    ROLE: { description: 'Their role alone.' },
  },
});

@ObjectType('Privilege', {
  description: 'Something that reputation, quality or a role lets people do, and whether this person may.',
})
export class PrivilegeType implements PersonalPrivilege {
  /** For field resolvers; not part of the schema. */
  user: User;

  @Field(() => PrivilegeNameEnum, { description: 'What it is about.' })
  name: PrivilegeName;

  @Field(() => Boolean, { description: 'Whether this person may.' })
  held: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'By the rules in force. Null where no reputation is enough: it takes a role, or quality.',
  })
  reputationNeeded: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The reputation that is missing; null where it is held, or where none is enough.',
  })
  missing: number | null;
}

export const AbilityNameEnum = Object.fromEntries(ABILITIES.map((name) => [name, name])) as {
  [Name in Ability]: Name;
};
registerEnumType(AbilityNameEnum, {
  name: 'AbilityName',
  description: 'What the quality of somebody’s work is measured in.',
  valuesMap: {
    POSTS: {
      description:
        'Good: a score above 0, accepted, also solved, official. Bad: a score below 0, or deleted by those who moderate.',
    },
    EDITS: { description: 'Edits of what others wrote. Bad: somebody else brought the former text back.' },
    FLAGS: { description: 'Reports to those who moderate. Good: they were acted upon. Bad: declined.' },
  },
});

@ObjectType('Ability', { description: 'How well somebody does something, apart from how much of it.' })
export class AbilityType {
  @Field(() => AbilityNameEnum, { description: 'What is measured.' })
  name: Ability;

  @Field(() => Int, { description: 'How many went well; counted some times a day.' })
  good: number;

  @Field(() => Int, { description: 'How many did not.' })
  bad: number;

  @Field(() => Float, { description: '(good + 2) / (good + bad + 4): 0.5 for who has done nothing yet.' })
  quality: number;

  @Field(() => Float, { description: 'The quality that opens the privilege.' })
  bar: number;

  @Field(() => PrivilegeNameEnum, { description: 'What it opens, whatever the reputation.' })
  opens: PrivilegeName;

  @Field(() => Boolean, {
    description: 'Whether it does. It does for some days yet when the quality has fallen below the bar.',
  })
  isOpen: boolean;
}

@ObjectType({ description: 'What reputation is made of: everything of one kind together.' })
export class ReputationSource {
  @Field(() => ReputationReasonEnum, { description: 'What for.' })
  reason: ReputationReason;

  @Field(() => Int, {
    description:
      'What it brought, or cost, in all; what was taken back is off. They add up to `User.reputation`.',
  })
  points: number;

  @Field(() => Int, {
    description:
      'How many entries of the ledger stand for it. Those that were taken back are not counted, nor what took them ' +
      'back; 0 where points are left of them, because of a daily cap.',
  })
  entries: number;
}

@ObjectType('VoteAllowance', { description: 'How many votes somebody can still cast on this UTC day.' })
export class VoteAllowanceType implements VoteAllowance {
  @Field(() => Int, { description: 'Votes up that are left today.' })
  upLeft: number;

  @Field(() => Int, { description: 'Votes down that are left today.' })
  downLeft: number;

  @Field(() => Int, { description: 'Votes up a day.' })
  upPerDay: number;

  @Field(() => Int, { description: 'Votes down a day.' })
  downPerDay: number;

  @Field(() => Int, { description: 'Votes up a day for what one and the same person wrote.' })
  upPerAuthor: number;

  @Field(() => Int, { description: 'Votes down a day for what one and the same person wrote.' })
  downPerAuthor: number;

  @Field(() => Date, { description: 'When it is as many as ever again: the next midnight, UTC.' })
  opensAt: Date;
}
