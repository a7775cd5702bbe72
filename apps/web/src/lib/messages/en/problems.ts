import type { Wording } from '../types.ts';

export const problems = {
  'problem.missing': 'Please fill this in.',
  'problem.missingText': 'Please fill this in: {min} to {max} characters.',
  'problem.missingEmail': 'Please give your e-mail address.',
  'problem.length': 'This takes {min} to {max} characters; there are {count}.',
  'problem.login': 'The name or the password is wrong.',
  'problem.currentPassword': 'This is not your current password.',
  'problem.password':
    'A password takes 8 to 200 characters and must not be one of those that everybody tries first.',
  'problem.username': 'This name is taken or does not work: 2 to 30 letters a to z, digits, - and _.',
  'problem.email': 'This address does not work, or it has an account already.',
  'problem.tags': 'Give one to five tags of letters, digits and - . + #.',
  'problem.tagUnknown':
    'Nobody has used the tag “{tag}” yet, and creating tags is not open to you so far. Tags that come near: {near}.',
  'problem.tagUnknownAlone':
    'Nobody has used the tag “{tag}” yet, and creating tags is not open to you so far. Please choose one that others have used.',
  'problem.token': 'This link was used already or is too old.',
  'problem.range': 'This takes {least} to {most}.',
  'problem.wholeRange': 'This takes a whole number, {least} to {most}.',
  'problem.reason': 'Please say why, in up to 300 characters.',
  'problem.somebodyElse': 'That takes another person: you had a part in it yourself.',
  'problem.higherRole': 'That is only for people whose role is below your own.',
  'problem.ownWork': 'That is for somebody other than the one who wrote it.',
  'problem.conflict': 'Somebody was faster, and things have changed meanwhile.',
  'problem.loggedOut':
    'You are no longer logged in. What you typed is still here: log in, then send it again.',
  'problem.notFound': 'It is no longer there. It may have been deleted meanwhile.',
  'problem.votesOfDay': {
    one: 'You have cast the one vote of this kind that there is for a day. You can go on from {when}.',
    other: 'You have cast all {n} votes of this kind for today. You can go on from {when}.',
  },
  'problem.votesForAuthor': {
    one: 'You have voted like this once today for what this person wrote, which is all for a day. You can go on from {when}.',
    other:
      'You have voted like this {n} times today for what this person wrote, which is all for a day. You can go on from {when}.',
  },
} as const satisfies Wording;
