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
