import type { NoticeFacts } from './notice-facts.js';

type FactName = keyof NoticeFacts;

/** Which page a notice opens; `subject` is the question or answer that it is about. */
export type Destination =
  | 'subject'
  | 'standing'
  | 'ledger'
  | 'ratings'
  | 'badge'
  | 'article'
  | 'ownBadges'
  | 'superusers'
  | 'superuserInvitation'
  | 'superuserDesk';

interface KindDeclaration {
  /** When somebody is told, for the documentation of the API. */
  readonly tells: string;
  readonly facts: readonly FactName[];
  /** Facts that need not be there. */
  readonly may?: readonly FactName[];
  readonly about: 'question' | 'answer' | null;
  readonly leadsTo: Destination;
  /** True for what must reach people who are away. They can refuse each of these kinds. */
  readonly isMailed: boolean;
}

/**
 * Every kind of notice. A new one is declared here, worded for mails in `wording/` if it is mailed, and for the page in
 * the messages of the web application.
 */
export const NOTICE_KINDS = {
  PRIVILEGE_GAINED: {
    tells: 'A privilege (`name`) is open to them now.',
    facts: ['name'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  PRIVILEGE_AT_RISK: {
    tells:
      'They are below what a privilege (`name`) needs (`points`), and lose it at `until` unless they recover.',
    facts: ['name', 'until'],
    may: ['points'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  PRIVILEGE_LOST: {
    tells: 'A privilege (`name`) is closed to them; it opens again at `points`.',
    facts: ['name'],
    may: ['points'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  PRIVILEGES_LOST: {
    tells: 'Several `privileges` are closed to them at once; they open again with the reputation.',
    facts: ['privileges'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  RANK_REACHED: {
    tells: 'They have reached the rank `name`.',
    facts: ['name'],
    may: ['names'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  BADGE_AWARDED: {
    tells: 'They were given the badge `name`.',
    facts: ['name', 'slug'],
    may: ['names'],
    about: null,
    leadsTo: 'badge',
    isMailed: false,
  },
  BADGES_AWARDED: {
    tells: 'They were given `count` badges at once.',
    facts: ['count'],
    about: null,
    leadsTo: 'ownBadges',
    isMailed: false,
  },
  BOUNTY_ENDING: {
    tells: 'The bounty of `points` that they offered ends at `until`, and nobody has it yet.',
    facts: ['points', 'until'],
    about: 'question',
    leadsTo: 'subject',
    isMailed: false,
  },
  BOUNTY_WON: {
    tells: 'Their answer won a bounty of `points`.',
    facts: ['points'],
    about: 'answer',
    leadsTo: 'subject',
    isMailed: false,
  },
  BOUNTY_RETURNED: {
    tells: 'The bounty of `points` that they offered came back to them.',
    facts: ['points'],
    about: 'question',
    leadsTo: 'subject',
    isMailed: false,
  },
  RATING_REMARK: {
    tells:
      'Somebody whom they helped left them a private remark, some days ago. The notice does not hold it, and is ' +
      'about no answer: that would tell whom it is from.',
    facts: [],
    about: null,
    leadsTo: 'ratings',
    isMailed: false,
  },
  ACCEPT_REMINDER: {
    tells: 'Their question has answers, and none is accepted.',
    facts: [],
    about: 'question',
    leadsTo: 'subject',
    isMailed: true,
  },
  ACCEPTED_ON_BEHALF: {
    tells:
      'Somebody who moderates, `by`, has accepted an answer to their question in their name, for a `reason`. They may ' +
      'move the acceptance or take it back at any time.',
    facts: ['by', 'reason'],
    about: 'answer',
    leadsTo: 'subject',
    isMailed: true,
  },
  ANSWER_ACCEPTED: {
    tells: 'Their answer is accepted: it solved the question.',
    facts: [],
    about: 'answer',
    leadsTo: 'subject',
    isMailed: false,
  },
  ANSWER_ALSO_SOLVED: {
    tells: 'The asker says that their answer solved it too.',
    facts: [],
    about: 'answer',
    leadsTo: 'subject',
    isMailed: false,
  },
  ANSWER_OFFICIAL: {
    tells: 'Their answer was made official.',
    facts: [],
    about: 'answer',
    leadsTo: 'subject',
    isMailed: false,
  },
  ANSWER_PROMOTED: {
    tells: 'Their answer is part of an article of the FAQ that everybody can read.',
    facts: ['slug'],
    about: 'answer',
    leadsTo: 'article',
    isMailed: false,
  },
  SUPERUSER_INVITED: {
    tells: 'They are invited to become a superuser, and can accept until `until`.',
    facts: ['until'],
    about: null,
    leadsTo: 'superuserInvitation',
    isMailed: true,
  },
  SUPERUSER_TERM_ENDING: {
    tells: 'Their term as a superuser ends at `until`, and can be renewed.',
    facts: ['until'],
    about: null,
    leadsTo: 'superusers',
    isMailed: true,
  },
  SUPERUSER_TERM_ENDED: {
    tells:
      'Their time as a superuser is over, at the end of a term or because they stepped down; with thanks.',
    facts: [],
    about: null,
    leadsTo: 'superusers',
    isMailed: false,
  },
  SUPERUSER_BELOW: {
    tells: 'For staff: superuser `name` has been below what it takes for a while; a talk may help.',
    facts: ['name'],
    about: null,
    leadsTo: 'superuserDesk',
    isMailed: false,
  },
  VOTES_INVALIDATED: {
    tells: '`count` votes on what they wrote were found invalid, which changed their reputation by `points`.',
    facts: ['count', 'points'],
    about: null,
    leadsTo: 'ledger',
    isMailed: false,
  },
  VOTES_GIVEN_BACK: {
    tells:
      '`count` votes on what they wrote had been found invalid by mistake and count again, which raised their ' +
      'reputation by `points`.',
    facts: ['count', 'points'],
    about: null,
    leadsTo: 'ledger',
    isMailed: false,
  },
  SANCTIONED: {
    tells: 'A sanction holds for them, for a `reason`, perhaps until `until`, perhaps with `points`.',
    facts: ['reason'],
    may: ['name', 'until', 'points'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  SANCTION_LIFTED: {
    tells: 'A sanction was lifted.',
    facts: [],
    may: ['name', 'points'],
    about: null,
    leadsTo: 'standing',
    isMailed: false,
  },
  RULES_CHANGED: {
    tells:
      'Reputation was counted anew by newer rules, and theirs, `reputationBefore`, is `reputationAfter` now.',
    facts: ['reputationBefore', 'reputationAfter'],
    about: null,
    leadsTo: 'ledger',
    isMailed: false,
  },
} as const satisfies Record<string, KindDeclaration>;

type Declarations = typeof NOTICE_KINDS;
export type NoticeKind = keyof Declarations;

/** The kinds that are also mailed. */
export type MailedKind = {
  [Kind in NoticeKind]: Declarations[Kind]['isMailed'] extends true ? Kind : never;
}[NoticeKind];

type FactsOf<Declared extends KindDeclaration> = Required<Pick<NoticeFacts, Declared['facts'][number]>> &
  (Declared['may'] extends readonly FactName[] ? Pick<NoticeFacts, Declared['may'][number]> : unknown);

type SubjectOf<About> = About extends 'question' | 'answer' ? { kind: About; id: number } : null;

/** What somebody is to be told; what it must carry follows from its kind. */
export type Telling = {
  [Kind in NoticeKind]: {
    accountId: number;
    kind: Kind;
    /**
     * What it tells, unique for each person, such as `bounty-won:17`: they are told once, however often it is said.
     * 1 to 200 characters. It holds for as long as the notice is kept.
     */
    key: string;
    subject: SubjectOf<Declarations[Kind]['about']>;
    data: FactsOf<Declarations[Kind]>;
  };
}[NoticeKind];

export const ALL_KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];
export const MAILED_KINDS = ALL_KINDS.filter(isMailed);

export function isMailed(kind: NoticeKind): kind is MailedKind {
  return NOTICE_KINDS[kind].isMailed;
}

/** Where a notice leads, or null where that may not be seen any more. */
export function destinationOf(
  kind: NoticeKind,
  { slug, username, subjectPath }: { slug?: string; username: string; subjectPath: string | null },
): string | null {
  const paths: Record<Destination, string | null> = {
    subject: subjectPath,
    standing: '/standing',
    ledger: `/people/${username}?tab=reputation`,
    ratings: `/people/${username}?tab=ratings`,
    ownBadges: `/people/${username}?tab=badges`,
    article: `/faq/${encodeURIComponent(slug ?? '')}`,
    badge: `/badges/${encodeURIComponent(slug ?? '')}`,
    superusers: '/superusers',
    superuserInvitation: '/superusers/invitation',
    superuserDesk: '/desk/superusers?list=terms',
  };
  return paths[NOTICE_KINDS[kind].leadsTo];
}
