import type { Wording } from '../types.ts';

export const people = {
  'role.member': 'Member',
  'role.superuser': 'Superuser',
  'role.superuser.hint': 'A trusted customer who helps to moderate',
  'role.moderator': 'Moderator',
  'role.moderator.hint': 'Keeps order and marks official answers',
  'role.staff': 'Staff',
  'role.admin': 'Administrator',

  'person.erased': 'Former member',

  'privilege.ASK': 'Ask questions',
  'privilege.ANSWER': 'Answer questions',
  'privilege.COMMENT': 'Comment',
  'privilege.VOTE_UP': 'Upvote',
  'privilege.OFFER_BOUNTY': 'Offer bounties',
  'privilege.VOTE_DOWN': 'Downvote',
  'privilege.NOMINATE_SUPERUSER': 'Nominate superusers',
  'privilege.CREATE_TAG': 'Create tags',
  'privilege.EDIT_OTHERS_POSTS': 'Edit other people’s posts',
  'privilege.PRIORITY_FLAGS': 'Priority for your reports',
  'privilege.DELETE_OTHERS_POSTS': 'Delete other people’s posts',
  'privilege.SET_OFFICIAL': 'Mark answers as official',
  'privilege.CURATE': 'Write and edit the FAQ',
} as const satisfies Wording;
