import type { Wording } from '../types.ts';

export const accounts = {
  'settings.profile': 'Profile',
  'settings.account': 'User name: {username} · E-mail: {email} (only you and administrators see it)',
  'settings.displayNameHint': 'The name that stands beside everything you write.',
  'settings.about': 'About you',
  'settings.aboutHint': 'A few words for your profile. Markdown works.',
  'settings.saved': 'Saved.',
  'settings.password': 'Password',
  'settings.passwordHint': 'A new password logs you out everywhere else.',
  'settings.currentPassword': 'Current password',
  'settings.newPassword': 'New password',
  'settings.changePassword': 'Change password',
  'settings.passwordSaved': 'Your password was changed, and all other sessions have ended.',

  'erase.title': 'Erase my account',
  'erase.what':
    'Your name, your e-mail address, your profile, drafts, notices and private remarks are deleted, most of them at once and all of them within a day. You are logged out everywhere.',
  'erase.stays':
    'What you asked, answered and wrote in public stays, so that others keep what they learned from it; “Former member” stands in place of your name. Your votes and the points you gave stay with those who got them. If there is something about you in your texts, please edit or delete them first.',
  'erase.final': 'There is no way back: nobody can restore the account.',
  'erase.password': 'Your password',
  'erase.confirm': 'Type your user name, {username}, to confirm',
  'erase.button': 'Erase my account for good',
  'erase.usernameProblem': 'This is not the user name of the account. Please type it to confirm.',
  'erase.passwordProblem': 'This is not your current password.',
  'erase.done': 'Your account is erased',
  'erase.doneWords':
    'You are logged out, and your name is gone. What is left of it in texts of others goes within a day. Thank you for having been here.',

  'login.name': 'User name or e-mail address',
  'login.password': 'Password',
  'login.forgot': 'Forgot your password?',
  'login.noAccount': 'New here?',

  'register.intro': 'To ask, answer and vote. Reading and searching need no account.',
  'register.haveAccount': 'You have an account?',
  'register.username': 'User name',
  'register.usernameHint': '2 to 30 characters: letters a to z, digits, - and _. It stays for good.',
  'register.displayName': 'Name to show',
  'register.displayNameOptional': 'Name to show (optional)',
  'register.displayNameHint': 'As you would like to be called.',
  'register.email': 'E-mail address',
  'register.emailHint': 'Never shown to others.',
  'register.passwordHint': 'At least 8 characters. A short sentence works well.',

  'forgot.title': 'Choose a new password',
  'forgot.intro':
    'Give the e-mail address of your account. You get a link with which you can choose a new password.',
  'forgot.send': 'Send me the link',
  'forgot.sent': 'If there is an account with this address, the link is on its way. It works for two hours.',

  'reset.title': 'Choose a new password',
  'reset.save': 'Save and log in',
  'reset.again': 'Ask for a new link',
} as const satisfies Wording;
