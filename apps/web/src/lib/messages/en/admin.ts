import type { Wording } from '../types.ts';

export const admin = {
  'record.intro':
    'Who changed what others wrote, which roles and official marks were given, and what was done to the FAQ and the site. Nobody can change or remove an entry.',
  'record.older': 'Older entries',
  'record.none': 'Nothing has been recorded yet',
  'record.noneHint': 'What moderators, staff and administrators do will stand here.',
  'record.nobody': 'The site itself, its operator or a former member',
  'record.before': 'Before',
  'record.after': 'After',
  'record.reason': 'Reason',
  'record.version': 'Version',
  'record.kind.ACCOUNT': 'Person',
  'record.kind.QUESTION': 'Question',
  'record.kind.ANSWER': 'Answer to',
  'record.kind.COMMENT': 'Comment on',
  'record.kind.ARTICLE': 'FAQ article',
  'record.alongWith': 'Along with it',
  'record.account.role-changed': 'changed a role',
  'record.question.deleted': 'deleted a question',
  'record.question.restored': 'restored a question',
  'record.question.edited': 'edited a question',
  'record.answer.deleted': 'deleted an answer',
  'record.answer.restored': 'restored an answer',
  'record.answer.edited': 'edited an answer',
  'record.answer.made-official': 'marked an answer as official',
  'record.answer.official-mark-withdrawn': 'took the official mark from an answer',
  'record.answer.accepted-on-behalf': 'accepted an answer on behalf of the person who asked',
  'record.answer.acceptance-withdrawn-on-behalf':
    'took back what was accepted on behalf of the person who asked',
  'record.answer.superseded': 'marked an answer as replaced by a newer one',
  'record.answer.supersession-withdrawn': 'took back that a newer answer replaces an answer',
  'record.comment.deleted': 'deleted a comment',
  'record.comment.restored': 'restored a comment',
  'record.article.drafted': 'made a draft of an FAQ article',
  'record.article.edited': 'edited an FAQ article',
  'record.article.published': 'published an FAQ article',
  'record.article.archived': 'archived an FAQ article',
  'record.site.updated': 'changed the site',

  'admin.site': 'Site',
  'admin.people': 'People and roles',
  'admin.mails': 'Kept mails',
  'admin.tagline': 'Tagline',
  'admin.taglineHint': 'One line on what this place is for.',
  'admin.locale': 'Language of the community',
  'admin.localeHint':
    'A language tag such as en or pt-BR; new questions get it unless the asker says otherwise.',
  'admin.houseRulesHint': 'How people treat each other here. Markdown.',
  'admin.searchPeople': 'Search by name or e-mail address',
  'admin.person': 'Person',
  'admin.since': 'Here since',
  'admin.role': 'Role',
  'admin.roleOf': 'Role of {name}',
  'admin.change': 'Change',
  'admin.nobody': 'Nobody found',
  'admin.mailsIntro':
    'Mails that have not gone out, because no mail server is set (SMTP_URL) or it did not take them.',
  'admin.noMails': 'No mails kept',
  'admin.warnings': 'What needs your attention',
  'warning.RATE_LIMITS_OFF':
    'Nobody is held back from posting, voting or guessing passwords, because RATE_LIMITS is off. That is for imports and measurements, not for a site that is open to all.',
  'warning.NO_HTTPS':
    'The address of the site (PUBLIC_URL) is {address}. Without https, passwords and sessions can be read on their way.',
  'warning.NO_MAIL_SERVER':
    'No mail leaves this site, not even a link for a new password, because no mail server is set (SMTP_URL). Mails are kept here for you instead.',
  'warning.MAILS_GIVEN_UP': {
    one: '{n} mail could not be sent. The mail server said: {answer}',
    other: '{n} mails could not be sent. The mail server said: {answer}',
  },
  'warning.MAILS_DELAYED': {
    one: '{n} mail has not been sent yet and will be tried again. The mail server said: {answer}',
    other: '{n} mails have not been sent yet and will be tried again. The mail server said: {answer}',
  },
  'warning.NO_WORKER':
    'No worker is running: mails, the nightly cleaning and other work in the background wait for one.',
  'warning.readMails': { one: 'Read the kept mail', other: 'Read the {n} kept mails' },
} as const satisfies Wording;
