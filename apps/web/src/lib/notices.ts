import type { Translator } from './i18n.ts';
import type { Notice, NoticeKind } from './model/notices.ts';
import type { MessageKey } from './messages/types.ts';
import { privilegeName } from './privileges.ts';

/** What the page says for each kind. */
const sentences: Record<NoticeKind, (notice: Notice, translator: Translator) => string> = {
  PRIVILEGE_GAINED: (notice, { t }) => t('notice.PRIVILEGE_GAINED', { what: privilegeOf(notice, t) }),
  PRIVILEGE_AT_RISK: (notice, { t, date }) =>
    t('notice.PRIVILEGE_AT_RISK', { what: privilegeOf(notice, t), until: date(notice.until ?? '') }),
  PRIVILEGE_LOST: (notice, { t }) => t('notice.PRIVILEGE_LOST', { what: privilegeOf(notice, t) }),
  PRIVILEGES_LOST: ({ privileges }, { t }) =>
    t('notice.PRIVILEGES_LOST', {
      what: (privileges ?? []).map((name) => t('notice.quoted', { what: privilegeName(name, t) })).join(', '),
    }),
  RANK_REACHED: ({ name }, { t }) => t('notice.RANK_REACHED', { what: name ?? '' }),
  BADGE_AWARDED: ({ name }, { t }) => t('notice.BADGE_AWARDED', { what: name ?? '' }),
  BADGES_AWARDED: ({ count }, { t }) => t('notice.BADGES_AWARDED', { n: count ?? 0 }),
  BOUNTY_ENDING: ({ points, until }, { t, date }) =>
    t('notice.BOUNTY_ENDING', { n: points ?? 0, until: date(until ?? '') }),
  BOUNTY_WON: ({ points }, { t }) => t('notice.BOUNTY_WON', { n: points ?? 0 }),
  BOUNTY_RETURNED: ({ points }, { t }) => t('notice.BOUNTY_RETURNED', { n: points ?? 0 }),
  RATING_REMARK: (_, { t }) => t('notice.RATING_REMARK'),
  ACCEPT_REMINDER: (_, { t }) => t('notice.ACCEPT_REMINDER'),
  ACCEPTED_ON_BEHALF: ({ by, reason }, { t }) =>
    t('notice.ACCEPTED_ON_BEHALF', { who: by?.displayName ?? t('notice.moderator'), reason: reason ?? '' }),
  ANSWER_ACCEPTED: (_, { t }) => t('notice.ANSWER_ACCEPTED'),
  ANSWER_ALSO_SOLVED: (_, { t }) => t('notice.ANSWER_ALSO_SOLVED'),
  ANSWER_OFFICIAL: (_, { t }) => t('notice.ANSWER_OFFICIAL'),
  ANSWER_PROMOTED: (_, { t }) => t('notice.ANSWER_PROMOTED'),
  SUPERUSER_INVITED: ({ until }, { t, date }) => t('notice.SUPERUSER_INVITED', { until: date(until ?? '') }),
  SUPERUSER_TERM_ENDING: ({ until }, { t, date }) =>
    t('notice.SUPERUSER_TERM_ENDING', { until: date(until ?? '') }),
  SUPERUSER_TERM_ENDED: (_, { t }) => t('notice.SUPERUSER_TERM_ENDED'),
  SUPERUSER_BELOW: ({ name }, { t }) => t('notice.SUPERUSER_BELOW', { what: `@${name ?? ''}` }),
  VOTES_INVALIDATED: ({ count, points }, { t, number }) =>
    t('notice.VOTES_INVALIDATED', { n: count ?? 0, points: signed(points ?? 0, number) }),
  VOTES_GIVEN_BACK: ({ count, points }, { t, number }) =>
    t('notice.VOTES_GIVEN_BACK', { n: count ?? 0, points: signed(points ?? 0, number) }),
  SANCTIONED: ({ reason, until, points }, { t, date, number }) =>
    [
      t('notice.SANCTIONED', { reason: reason ?? '' }),
      points ? t('notice.SANCTIONED.points', { points: signed(points, number) }) : '',
      until ? t('notice.SANCTIONED.until', { until: date(until) }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  SANCTION_LIFTED: (_, { t }) => t('notice.SANCTION_LIFTED'),
  RULES_CHANGED: ({ reputationBefore, reputationAfter }, { t, number }) =>
    t('notice.RULES_CHANGED', {
      before: number(reputationBefore ?? 0),
      after: number(reputationAfter ?? 0),
    }),
};

/** The notice in the reader's words; the name of its kind where a newer server tells what this page does not know. */
export function noticeText(notice: Notice, translator: Translator): string {
  return sentences[notice.kind]?.(notice, translator) ?? notice.kind;
}

/** Kinds that people can have by mail, as the settings call them. */
const mailNames = {
  ACCEPT_REMINDER: 'mails.ACCEPT_REMINDER',
  ACCEPTED_ON_BEHALF: 'mails.ACCEPTED_ON_BEHALF',
  SUPERUSER_INVITED: 'mails.SUPERUSER_INVITED',
  SUPERUSER_TERM_ENDING: 'mails.SUPERUSER_TERM_ENDING',
} as const satisfies Partial<Record<NoticeKind, MessageKey>>;

export const mailKeys: Partial<Record<NoticeKind, (typeof mailNames)[keyof typeof mailNames]>> = mailNames;
export const mailedKinds = Object.keys(mailNames) as (keyof typeof mailNames)[];

/** How many are unread, for little room: the API stops counting at 100. */
export function shortCount(unread: number): string {
  return unread >= 100 ? '99+' : String(unread);
}

function privilegeOf({ name }: Notice, t: Translator['t']): string {
  return privilegeName(name ?? '', t);
}

function signed(points: number, number: (value: number) => string): string {
  return points < 0 ? `−${number(-points)}` : `+${number(points)}`;
}
