import type { Wording } from '../types.ts';

export const notices = {
  'notices.title': 'Notices',
  'notices.bell': { one: 'Notices: {shown} unread', other: 'Notices: {shown} unread' },
  'notices.bellNone': 'Notices',
  'notices.views': 'Which notices',
  'notices.all': 'All',
  'notices.unread': 'Unread',
  'notices.new': 'New',
  'notices.markRead': 'Mark as read',
  'notices.markAllRead': 'Mark all as read',
  'notices.older': 'Older notices',
  'notices.none': 'Nothing yet',
  'notices.noneHint': 'Here you will find what concerns you: thanks, reminders, and what you may do next.',
  'notices.noneUnread': 'You have read everything',
  'notices.noneUnreadHint': 'What is new will stand here.',
  'notices.gone': 'What it was about can no longer be seen.',
  'notices.kept': 'Read notices are kept for 180 days, all others for a year.',
  'notices.mails': 'Choose what you get by mail',

  'notice.PRIVILEGE_GAINED': 'Well earned: there is something new that you may do – “{what}”.',
  'notice.PRIVILEGE_AT_RISK':
    'Your reputation is below what “{what}” takes. You keep it until {until}, unless it falls much further; a few good answers until then are enough.',
  'notice.PRIVILEGE_LOST': '“{what}” rests for now. It comes back by itself when your reputation does.',
  'notice.PRIVILEGES_LOST':
    'These rest for now: {what}. They come back by themselves when your reputation does.',
  'notice.quoted': '“{what}”',
  'notice.RANK_REACHED': 'Congratulations: you have reached the rank “{what}”.',
  'notice.BADGE_AWARDED': 'You were given the badge “{what}”.',
  'notice.BADGES_AWARDED': { one: 'You were given {n} badge.', other: 'You were given {n} badges.' },
  'notice.BOUNTY_ENDING': {
    one: 'Your bounty of {n} point ends on {until}. Did an answer earn it?',
    other: 'Your bounty of {n} points ends on {until}. Did an answer earn it?',
  },
  'notice.BOUNTY_WON': {
    one: 'Your answer won a bounty of {n} point. Thank you!',
    other: 'Your answer won a bounty of {n} points. Thank you!',
  },
  'notice.BOUNTY_RETURNED': {
    one: 'Your bounty of {n} point ended without a winner; the point is yours again.',
    other: 'Your bounty of {n} points ended without a winner; the points are yours again.',
  },
  'notice.RATING_REMARK': 'Somebody whom you helped left you a remark that only you can read.',
  'notice.ACCEPT_REMINDER': 'Your question has answers. If one of them solved it, please accept it.',
  'notice.ACCEPTED_ON_BEHALF':
    '{who} has accepted an answer to your question in your name: “{reason}” The last word is yours – you can move the acceptance or take it back at any time.',
  'notice.moderator': 'Somebody who moderates',
  'notice.ANSWER_ACCEPTED': 'Your answer was accepted: it solved the question. Thank you!',
  'notice.ANSWER_ALSO_SOLVED': 'Your answer solved it too, says the person who asked. Thank you!',
  'notice.ANSWER_OFFICIAL': 'Your answer is the official one now. Thank you!',
  'notice.ANSWER_PROMOTED': 'Your answer is part of the FAQ now, with your name on it. Thank you!',
  'notice.SUPERUSER_INVITED':
    'You are invited to become a superuser. It is your choice; you can accept until {until}.',
  'notice.SUPERUSER_TERM_ENDING':
    'Thank you for looking after this place. Your term as a superuser ends on {until}; you can renew it or step down.',
  'notice.SUPERUSER_TERM_ENDED':
    'Your time as a superuser is over. Thank you for looking after this place; you are always welcome.',
  'notice.SUPERUSER_BELOW':
    'Superuser {what} has had less time for this place lately. A talk may help; nothing happens by itself.',
  'notice.VOTES_INVALIDATED': {
    one: 'One vote on what you wrote did not count: it broke the rules of voting. Your reputation changed by {points}.',
    other:
      '{n} votes on what you wrote did not count: they broke the rules of voting. Your reputation changed by {points}.',
  },
  'notice.VOTES_GIVEN_BACK': {
    one: 'One vote on what you wrote counts again. Taking it out was a mistake, and we are sorry. Your reputation changed by {points}.',
    other:
      '{n} votes on what you wrote count again. Taking them out was a mistake, and we are sorry. Your reputation changed by {points}.',
  },
  'notice.SANCTIONED': 'Those who look after this place had to act: {reason}',
  'notice.SANCTIONED.points': '({points} reputation)',
  'notice.SANCTIONED.until': 'It holds until {until}.',
  'notice.SANCTION_LIFTED': 'A measure against your account was lifted. All is as before.',
  'notice.RULES_CHANGED':
    'Reputation was counted anew by the rules that hold now: yours was {before} and is {after}. The rules are the same for everybody.',

  'mails.title': 'Mails',
  'mails.intro': 'Everything that concerns you stands on the page of notices. Of these you also get a mail:',
  'mails.kinds': 'Mails to you',
  'mails.language': 'Language of mails',
  'mails.saved': 'Saved. That is how we will write to you.',
  'mails.ACCEPT_REMINDER': 'A reminder when your question has answers and none is accepted',
  'mails.ACCEPTED_ON_BEHALF': 'When an answer to your question was accepted in your name',
  'mails.SUPERUSER_INVITED': 'An invitation to become a superuser',
  'mails.SUPERUSER_TERM_ENDING': 'When your term as a superuser ends',

  'unsubscribe.title': 'End these mails',
  'unsubscribe.question': 'You got this mail:',
  'unsubscribe.button': 'Send me no more of these',
  'unsubscribe.done': 'Done: you get no more mails of this kind.',
  'unsubscribe.doneHint': 'In your settings you can have them again.',
  'unsubscribe.unknown': 'This link does not work',
  'unsubscribe.unknownHint': 'It is not complete. When you are logged in, your settings end any mail.',
} as const satisfies Wording;
