import type { Wording } from '../types.ts';

export const accounts = {
  'settings.profile': 'Profile',
  'settings.account': 'User name: {username} · E-mail: {email} (only you and administrators see it)',
  'settings.displayNameHint': 'Shown next to everything you write.',
  'settings.about': 'About you',
  'settings.aboutHint': 'A few words for your profile. You can use Markdown.',
  'settings.saved': 'Saved.',
  'settings.password': 'Password',
  'settings.passwordHint': 'Changing your password logs you out on all other devices.',
  'settings.currentPassword': 'Current password',
  'settings.newPassword': 'New password',
  'settings.changePassword': 'Change password',
  'settings.passwordSaved': 'Password changed. You are logged out everywhere else.',

  'erase.title': 'Erase my account',
  'erase.what':
    'Your name, e-mail address, profile, drafts, notices and private remarks are deleted, most of them right away and all of them within a day. You are logged out everywhere.',
  'erase.stays':
    'Your public questions, answers and comments stay, so that others can keep using them; “Former member” replaces your name. The votes and points you gave stay too. If your posts say anything about you, please edit or delete them first.',
  'erase.final': 'This cannot be undone: nobody can restore your account.',
  'erase.password': 'Your password',
  'erase.confirm': 'Type your user name, {username}, to confirm',
  'erase.button': 'Erase my account for good',
  'erase.usernameProblem': 'This is not your user name. Please type it to confirm.',
  'erase.passwordProblem': 'This is not your current password.',
  'erase.done': 'Your account is erased',
  'erase.doneWords':
    'You are logged out and your name is gone. Where others mentioned it, it disappears within a day. Thank you for being part of this community.',

  'login.name': 'User name or e-mail address',
  'login.password': 'Password',
  'login.forgot': 'Forgot your password?',
  'login.noAccount': 'New here?',

  'register.intro': 'With an account you can ask, answer and vote. You can read and search without one.',
  'register.haveAccount': 'Already have an account?',
  'register.username': 'User name',
  'register.usernameHint': '2 to 30 characters: letters a to z, digits, - and _. You cannot change it later.',
  'register.displayName': 'Display name',
  'register.displayNameOptional': 'Display name (optional)',
  'register.displayNameHint': 'The name others see.',
  'register.email': 'E-mail address',
  'register.emailHint': 'Never shown to others.',
  'register.passwordHint': 'At least 8 characters. A short sentence works well.',

  'forgot.title': 'Reset your password',
  'forgot.intro':
    'Enter the e-mail address of your account. We will send you a link to choose a new password.',
  'forgot.send': 'Send me the link',
  'forgot.sent': 'If there is an account with this address, the link is on its way. It works for two hours.',

  'reset.title': 'Choose a new password',
  'reset.save': 'Save and log in',
  'reset.again': 'Request a new link',
} as const satisfies Wording;
