import type { Wording } from '../types.ts';

export const people = {
  'role.member': 'Member',
  'role.superuser': 'Superuser',
  'role.superuser.hint': 'A trusted customer who helps to look after the place',
  'role.moderator': 'Moderator',
  'role.moderator.hint': 'Keeps order and marks official answers',
  'role.staff': 'Staff',
  'role.admin': 'Administrator',

  'person.erased': 'Former member',

  'privilege.ASK': 'Ask questions',
  'privilege.ANSWER': 'Answer questions',
  'privilege.COMMENT': 'Comment',
  'privilege.VOTE_UP': 'Vote up',
  'privilege.OFFER_BOUNTY': 'Offer bounties',
  'privilege.VOTE_DOWN': 'Vote down',
  'privilege.NOMINATE_SUPERUSER': 'Nominate superusers',
  'privilege.CREATE_TAG': 'Create tags',
  'privilege.EDIT_OTHERS_POSTS': 'Improve what others wrote',
  'privilege.PRIORITY_FLAGS': 'Have your reports looked at first',
  'privilege.DELETE_OTHERS_POSTS': 'Delete what others wrote',
  'privilege.SET_OFFICIAL': 'Mark answers as official',
  'privilege.CURATE': 'Write and edit the FAQ',
} as const satisfies Wording;
