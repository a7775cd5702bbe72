import type { Wording } from '../types.ts';

export const superusers = {
  'superusers.title': 'Superusers',
  'superusers.intro':
    'Superusers are customers like everyone else here. They help so many people, and so well, that they are trusted to look after the community: they handle reports, tidy up and welcome newcomers. They do this alongside their own work and are not staff; staff are always marked as such.',
  'superusers.who': 'Who they are',
  'superusers.since': 'since {date}',
  'superusers.none': 'Nobody yet',
  'superusers.noneHint': 'The first ones will be introduced here.',
  'superusers.more': 'More superusers',

  'superusers.takes': 'What it takes',
  'superusers.takesIntro':
    'Members who meet all of this are suggested to the staff, and so is anyone who was nominated. Staff send the invitations; nobody becomes a superuser without saying yes.',
  'superusers.criterion': 'Requirement',
  'superusers.needed': 'Required',
  'superusers.have': 'You have',
  'superusers.has': 'Has',
  'superusers.met': 'met',
  'superusers.missing': 'not yet',
  'superusers.REPUTATION': 'Reputation',
  'superusers.ACTIVE_DAYS': 'Active days',
  'superusers.SOLUTIONS': 'Answers that solved somebody else’s question',
  'superusers.ASKERS': 'Different people who asked those questions',
  'superusers.QUALITY': 'How well posts are received',
  'superusers.window': 'Days, solutions and people are counted over the last {n} days.',
  'superusers.stay':
    'To stay a superuser, {share} of each is enough. If somebody is below that for more than {days} days, the staff are told and talk to them; nobody loses the role for it in the middle of a term.',
  'superusers.terms': {
    one: 'A term lasts {n} month and can be renewed. You can step down at any time without giving a reason.',
    other:
      'A term lasts {n} months and can be renewed. You can step down at any time without giving a reason.',
  },

  'superusers.nominate': 'Nominate somebody',
  'superusers.nominateThem': 'Nominate as superuser',
  'superusers.nominateIntro':
    'Do you know somebody who should be one? Tell the staff. The person is not told, so nobody is disappointed.',
  'superusers.nominateNeeds': {
    one: 'With {n} point of reputation you can nominate somebody.',
    other: 'With {n} points of reputation you can nominate somebody.',
  },
  'superusers.username': 'User name of the person',
  'superusers.reason': 'Why?',
  'superusers.reasonHint': '20 to 1,000 characters. Only staff read it.',
  'superusers.nominateButton': 'Nominate',
  'superusers.nominated': 'Thank you! The staff have your nomination.',
  'superusers.nobody': 'There is no user with this name.',
  'superusers.whoProblem': 'You can nominate other members, not yourself and not staff.',
  'superusers.nominateConflict':
    'You nominated them within the last year, or they already help to look after the community.',

  'superusers.invited': 'You are invited to become a superuser. You can answer until {date}.',
  'superusers.toInvitation': 'See the invitation',
  'superusers.invitation': 'Your invitation',
  'superusers.invitationIntro':
    'You help so many people here, and so well, that we would like you to become a superuser.',
  'superusers.means': 'What it means',
  'superusers.means.tools':
    'You review other people’s reports, and you can delete, restore and edit all posts. Everything is on record and can be undone.',
  'superusers.means.badge': 'Your name is marked as a superuser’s. The mark differs from that of staff.',
  'superusers.means.term': {
    one: 'It is for {n} month. You can renew it before it ends.',
    other: 'It is for {n} months. You can renew it before it ends.',
  },
  'superusers.meansNot': 'What it does not mean',
  'superusers.meansNot.duty': 'There are no fixed hours and no duties. You do as much as you like.',
  'superusers.meansNot.staff':
    'You do not speak for the company and need not know what only the company can know.',
  'superusers.meansNot.ever': 'You can step down at any time, without a reason and with our thanks.',
  'superusers.answerUntil': 'You can answer until {date}. If you do not, everything stays as it is.',
  'superusers.accept': 'Accept',
  'superusers.decline': 'No, thank you',
  'superusers.noInvitation': 'No open invitation',
  'superusers.noInvitationHint': 'It was answered or withdrawn, or has expired.',
  'superusers.back': 'All about superusers',
  'superusers.answerConflict':
    'This is not possible any more: the invitation was withdrawn or has expired, or you were sanctioned recently. The staff can tell you more.',

  'superusers.welcome': 'Welcome, and thank you! You are a superuser now.',
  'superusers.declined': 'All right. Thank you for everything you do here!',
  'superusers.renewed': 'Thank you! Your term was renewed.',
  'superusers.thanks':
    'Thank you for looking after the community. You are a member again, and always welcome.',

  'superusers.you': 'You are a superuser',
  'superusers.until': 'Your term ends on {date}.',
  'superusers.noTerm': 'Your role has no end date.',
  'superusers.renewFrom': 'You can renew it here from {date}.',
  'superusers.renewHint': {
    one: 'You can renew it now, for {n} more month after it ends.',
    other: 'You can renew it now, for {n} more months after it ends.',
  },
  'superusers.talk':
    'You have had less time for the community lately. Please talk to the staff before you renew your term.',
  'superusers.renew': 'Renew',
  'superusers.stepDown': 'Step down',
  'superusers.stepDownHint': 'You are a member again at once. You do not have to give a reason.',
  'superusers.stepDownSure': 'Yes, I step down',
  'superusers.termConflict': 'Something has changed in the meantime. This is how it stands now.',
} as const satisfies Wording;
