import type { Wording } from '../types.ts';

export const problems = {
  'problem.missing': 'Please fill this in.',
  'problem.missingText': 'Please fill this in: {min} to {max} characters.',
  'problem.missingEmail': 'Please enter your e-mail address.',
  'problem.length': 'Please use {min} to {max} characters; there are {count}.',
  'problem.login': 'The name or the password is wrong.',
  'problem.currentPassword': 'This is not your current password.',
  'problem.password': 'Please use 8 to 200 characters, and none of the most common passwords.',
  'problem.username': 'This name is taken or not allowed: use 2 to 30 letters a to z, digits, - and _.',
  'problem.email': 'This address is not valid or already has an account.',
  'problem.tags': 'Use one to five tags made of letters, digits and - . + #.',
  'problem.tagUnknown':
    'The tag “{tag}” does not exist yet, and you cannot create tags yet. Similar tags: {near}.',
  'problem.tagUnknownAlone':
    'The tag “{tag}” does not exist yet, and you cannot create tags yet. Please choose an existing one.',
  'problem.token': 'This link was already used or has expired.',
  'problem.range': 'Enter a value from {least} to {most}.',
  'problem.wholeRange': 'Enter a whole number from {least} to {most}.',
  'problem.reason': 'Please say why, in up to 300 characters.',
  'problem.somebodyElse': 'Somebody else has to do this, because you were involved yourself.',
  'problem.higherRole': 'You can only do this for people whose role is below your own.',
  'problem.ownWork': 'Somebody other than the author has to do this.',
  'problem.conflict': 'Somebody else has changed this in the meantime.',
  'problem.loggedOut':
    'You are no longer logged in. What you typed is still here: log in, then send it again.',
  'problem.notFound': 'This no longer exists. It may have been deleted.',
  'problem.votesOfDay': {
    one: 'You have used your one vote of this kind for today. You can vote again from {when}.',
    other: 'You have used all {n} votes of this kind for today. You can vote again from {when}.',
  },
  'problem.votesForAuthor': {
    one: 'You have voted like this once today on this person’s posts, which is the daily limit. You can go on from {when}.',
    other:
      'You have voted like this {n} times today on this person’s posts, which is the daily limit. You can go on from {when}.',
  },
} as const satisfies Wording;
