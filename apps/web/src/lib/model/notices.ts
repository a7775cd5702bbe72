import type { Person } from '../model.ts';

/** Every kind that the pages have words for; a newer server may have more. */
export type NoticeKind =
  | 'PRIVILEGE_GAINED'
  | 'PRIVILEGE_AT_RISK'
  | 'PRIVILEGE_LOST'
  | 'PRIVILEGES_LOST'
  | 'RANK_REACHED'
  | 'BADGE_AWARDED'
  | 'BADGES_AWARDED'
  | 'BOUNTY_ENDING'
  | 'BOUNTY_WON'
  | 'BOUNTY_RETURNED'
  | 'RATING_REMARK'
  | 'ACCEPT_REMINDER'
  | 'ACCEPTED_ON_BEHALF'
  | 'ANSWER_ACCEPTED'
  | 'ANSWER_ALSO_SOLVED'
  | 'ANSWER_OFFICIAL'
  | 'ANSWER_PROMOTED'
  | 'SUPERUSER_INVITED'
  | 'SUPERUSER_TERM_ENDING'
  | 'SUPERUSER_TERM_ENDED'
  | 'SUPERUSER_BELOW'
  | 'VOTES_INVALIDATED'
  | 'VOTES_GIVEN_BACK'
  | 'SANCTIONED'
  | 'SANCTION_LIFTED'
  | 'RULES_CHANGED';

export interface Notice {
  id: string;
  kind: NoticeKind;
  createdAt: string;
  isRead: boolean;
  /** Of the question that it is about; null where it may not be seen any more. */
  title: string | null;
  path: string | null;
  name: string | null;
  points: number | null;
  reputationBefore: number | null;
  reputationAfter: number | null;
  count: number | null;
  until: string | null;
  reason: string | null;
  /** Names, where it is about several. */
  privileges: string[] | null;
  /** Who did it; null where the kind does not say so, and once their account was erased. */
  by: Pick<Person, 'displayName'> | null;
}

export interface MailChoice {
  kind: NoticeKind;
  isMailed: boolean;
}

export interface MailPreferences {
  language: string;
  kinds: MailChoice[];
}
