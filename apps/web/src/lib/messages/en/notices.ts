import type { Wording } from '../types.ts';

export const notices = {
  'notices.title': 'Notifications',
  'notices.bell': { one: 'Notifications: {shown} unread', other: 'Notifications: {shown} unread' },
  'notices.bellNone': 'Notifications',
  'notices.views': 'Filter notifications',
  'notices.all': 'All',
  'notices.unread': 'Unread',
  'notices.new': 'New',
  'notices.markRead': 'Mark as read',
  'notices.markAllRead': 'Mark all as read',
  'notices.older': 'Older notifications',
  'notices.none': 'Nothing yet',
  'notices.noneHint': 'Here you find what concerns you: thanks, reminders and newly unlocked privileges.',
  'notices.noneUnread': 'You have read everything',
  'notices.noneUnreadHint': 'New notifications appear here.',
  'notices.gone': 'What this was about is no longer shown.',
  'notices.kept': 'Read notifications are kept for 180 days, all others for a year.',
  'notices.mails': 'Choose which e-mails you get',

  'notice.PRIVILEGE_GAINED': 'Well earned: you have unlocked “{what}”.',
  'notice.PRIVILEGE_AT_RISK':
    'Your reputation is below what “{what}” takes. You keep it until {until}, unless your reputation falls much further; a few good answers until then are enough.',
  'notice.PRIVILEGE_LOST':
    '“{what}” is paused for now. It comes back automatically when your reputation does.',
  'notice.PRIVILEGES_LOST': 'Paused for now: {what}. They come back automatically when your reputation does.',
  'notice.quoted': '“{what}”',
  'notice.RANK_REACHED': 'Congratulations: you have reached the rank “{what}”.',
  'notice.BADGE_AWARDED': 'You earned the badge “{what}”.',
  'notice.BADGES_AWARDED': { one: 'You earned {n} badge.', other: 'You earned {n} badges.' },
  'notice.BOUNTY_ENDING': {
    one: 'Your bounty of {n} point ends on {until}. Did an answer earn it?',
    other: 'Your bounty of {n} points ends on {until}. Did an answer earn it?',
  },
  'notice.BOUNTY_WON': {
    one: 'Your answer won a bounty of {n} point. Thank you!',
    other: 'Your answer won a bounty of {n} points. Thank you!',
  },
  'notice.BOUNTY_RETURNED': {
    one: 'Your bounty ended without a winner; you have your {n} point back.',
    other: 'Your bounty ended without a winner; you have your {n} points back.',
  },
  'notice.RATING_REMARK': 'Somebody you helped left you a remark that only you can read.',
  'notice.ACCEPT_REMINDER': 'Your question has answers. If one of them solved it, please accept it.',
  'notice.ACCEPTED_ON_BEHALF':
    '{who} has accepted an answer to your question on your behalf: “{reason}” You have the last word: you can accept another answer or undo it at any time.',
  'notice.moderator': 'A moderator',
  'notice.ANSWER_ACCEPTED': 'Your answer was accepted: it solved the question. Thank you!',
  'notice.ANSWER_ALSO_SOLVED': 'The asker says your answer solved it too. Thank you!',
  'notice.ANSWER_OFFICIAL': 'Your answer is now the official answer. Thank you!',
  'notice.ANSWER_PROMOTED': 'Your answer is now part of the FAQ, with your name on it. Thank you!',
  'notice.SUPERUSER_INVITED':
    'You are invited to become a superuser. It is up to you; you can accept until {until}.',
  'notice.SUPERUSER_TERM_ENDING':
    'Thank you for looking after the community. Your term as a superuser ends on {until}; you can renew it or step down.',
  'notice.SUPERUSER_TERM_ENDED':
    'Your time as a superuser is over. Thank you for looking after the community; you are always welcome.',
  'notice.SUPERUSER_BELOW':
    'Superuser {what} has had less time for the community lately. A talk may help; nothing happens automatically.',
  'notice.VOTES_INVALIDATED': {
    one: 'One vote on your posts was invalidated: it broke the voting rules. Your reputation changed by {points}.',
    other:
      '{n} votes on your posts were invalidated: they broke the voting rules. Your reputation changed by {points}.',
  },
  'notice.VOTES_GIVEN_BACK': {
    one: 'One vote on your posts counts again. It was invalidated by mistake; we are sorry. Your reputation changed by {points}.',
    other:
      '{n} votes on your posts count again. They were invalidated by mistake; we are sorry. Your reputation changed by {points}.',
  },
  'notice.SANCTIONED': 'The moderators had to take action: {reason}',
  'notice.SANCTIONED.points': '({points} reputation)',
  'notice.SANCTIONED.until': 'It applies until {until}.',
  'notice.SANCTION_LIFTED': 'A sanction against your account was lifted. Everything is as before.',
  'notice.RULES_CHANGED':
    'Reputation was recalculated under the current rules: yours was {before} and is now {after}. The rules are the same for everyone.',

  'mails.title': 'E-mails',
  'mails.intro':
    'Everything that concerns you is listed in your notifications. You also get these by e-mail:',
  'mails.kinds': 'E-mails to you',
  'mails.language': 'Language of e-mails',
  'mails.saved': 'Saved. This is how we will write to you.',
  'mails.ACCEPT_REMINDER': 'A reminder when your question has answers and none is accepted',
  'mails.ACCEPTED_ON_BEHALF': 'When an answer to your question was accepted on your behalf',
  'mails.SUPERUSER_INVITED': 'An invitation to become a superuser',
  'mails.SUPERUSER_TERM_ENDING': 'When your term as a superuser ends',

  'unsubscribe.title': 'Unsubscribe from these e-mails',
  'unsubscribe.question': 'You got this e-mail:',
  'unsubscribe.button': 'Unsubscribe',
  'unsubscribe.done': 'Done: you get no more e-mails of this kind.',
  'unsubscribe.doneHint': 'You can turn them on again in your settings.',
  'unsubscribe.unknown': 'This link does not work',
  'unsubscribe.unknownHint': 'It is incomplete. Log in and turn off any e-mails in your settings.',
} as const satisfies Wording;
