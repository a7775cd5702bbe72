import type { Wording } from '../types.ts';

export const superusers = {
  'superusers.title': 'Superusers',
  'superusers.intro':
    'Superusers are customers like everybody else here. They help so many people, and so well, that they are trusted to look after the place: they see to reports, put things in order and welcome newcomers. They do it beside their own work and are not staff, who are always marked as such.',
  'superusers.who': 'Who they are',
  'superusers.since': 'since {date}',
  'superusers.none': 'Nobody yet',
  'superusers.noneHint': 'The first ones will be introduced here.',
  'superusers.more': 'More superusers',

  'superusers.takes': 'What it takes',
  'superusers.takesIntro':
    'Who has all of this is suggested to the staff, and so is whoever was nominated. Staff invite; nobody becomes a superuser without having said yes.',
  'superusers.criterion': 'What is counted',
  'superusers.needed': 'Needed',
  'superusers.have': 'You have',
  'superusers.has': 'Has',
  'superusers.met': 'enough',
  'superusers.missing': 'not yet',
  'superusers.REPUTATION': 'Reputation',
  'superusers.ACTIVE_DAYS': 'Days on which something was written',
  'superusers.SOLUTIONS': 'Answers that solved a question of somebody else',
  'superusers.ASKERS': 'Different people whose question that was',
  'superusers.QUALITY': 'How well posts are received',
  'superusers.window': 'Days, solutions and people are counted over the last {n} days.',
  'superusers.stay':
    'Whoever is a superuser stays one with {share} of each. Below that for more than {days} days the staff are told, and talk; nobody loses the role for it in the middle of a term.',
  'superusers.terms': {
    one: 'A term lasts {n} month and can be renewed. Stepping down is possible at any time and needs no reason.',
    other:
      'A term lasts {n} months and can be renewed. Stepping down is possible at any time and needs no reason.',
  },

  'superusers.nominate': 'Nominate somebody',
  'superusers.nominateThem': 'Nominate as superuser',
  'superusers.nominateIntro':
    'Do you know somebody who should be one? Tell the staff. The person does not learn of it, so nobody is disappointed.',
  'superusers.nominateNeeds': {
    one: 'With {n} point of reputation you can nominate somebody.',
    other: 'With {n} points of reputation you can nominate somebody.',
  },
  'superusers.username': 'User name of the person',
  'superusers.reason': 'Why?',
  'superusers.reasonHint': '20 to 1,000 characters. Only staff read it.',
  'superusers.nominateButton': 'Nominate',
  'superusers.nominated': 'Thank you! The staff have your nomination.',
  'superusers.nobody': 'There is nobody of this name.',
  'superusers.whoProblem': 'You can nominate other members, not yourself and not staff.',
  'superusers.nominateConflict':
    'You nominated them within the last year, or they help to look after this place already.',

  'superusers.invited': 'You are invited to become a superuser. You can answer until {date}.',
  'superusers.toInvitation': 'Look at the invitation',
  'superusers.invitation': 'Your invitation',
  'superusers.invitationIntro':
    'You help so many people here, and so well, that we would like you to become a superuser.',
  'superusers.means': 'What it means',
  'superusers.means.tools':
    'You see the reports of others and decide on them, and you can delete and restore posts and edit all of them. Everything is on record and can be undone.',
  'superusers.means.badge': 'Your name carries the mark of superusers. It is another one than that of staff.',
  'superusers.means.term': {
    one: 'It is for {n} month. Before its end you can renew it.',
    other: 'It is for {n} months. Before its end you can renew it.',
  },
  'superusers.meansNot': 'What it does not mean',
  'superusers.meansNot.duty': 'There are no hours and no duties. You do as much as you like.',
  'superusers.meansNot.staff':
    'You do not speak for the company, and need not know what only the company can know.',
  'superusers.meansNot.ever': 'You can step down at any time, without a reason and with our thanks.',
  'superusers.answerUntil': 'You can answer until {date}. If you do not, everything stays as it is.',
  'superusers.accept': 'Accept',
  'superusers.decline': 'No, thank you',
  'superusers.noInvitation': 'No invitation is open',
  'superusers.noInvitationHint': 'It was answered or withdrawn, or its time has run out.',
  'superusers.back': 'All about superusers',
  'superusers.answerConflict':
    'That is not possible (any more): the invitation was withdrawn or has run out, or you were sanctioned lately. The staff can tell you more.',

  'superusers.welcome': 'Welcome, and thank you! You are a superuser from now on.',
  'superusers.declined': 'All right. Thank you for everything that you do here!',
  'superusers.renewed': 'Thank you! Your term was renewed.',
  'superusers.thanks': 'Thank you for looking after this place. You are a member again, and always welcome.',

  'superusers.you': 'You are a superuser',
  'superusers.until': 'Your term ends on {date}.',
  'superusers.noTerm': 'Your role has no end that was set.',
  'superusers.renewFrom': 'From {date} on you can renew it here.',
  'superusers.renewHint': {
    one: 'You can renew it now, for {n} more month from its end on.',
    other: 'You can renew it now, for {n} more months from its end on.',
  },
  'superusers.talk':
    'You have had less time for this place lately. To renew your term please talk to the staff first.',
  'superusers.renew': 'Renew',
  'superusers.stepDown': 'Step down',
  'superusers.stepDownHint': 'You are a member again at once. You need not give a reason.',
  'superusers.stepDownSure': 'Yes, I step down',
  'superusers.termConflict': 'Something has changed meanwhile. This is how it stands now.',
} as const satisfies Wording;
