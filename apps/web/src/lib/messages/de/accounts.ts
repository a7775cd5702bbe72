import type { accounts as english } from '../en/accounts.ts';
import type { Translation } from '../types.ts';

export const accounts: Translation<typeof english> = {
  'settings.profile': 'Profil',
  'settings.account': 'Benutzername: {username} · E-Mail: {email} (sehen nur du und die Administration)',
  'settings.displayNameHint': 'Der Name, der neben allem steht, was du schreibst.',
  'settings.about': 'Über dich',
  'settings.aboutHint': 'Ein paar Worte für dein Profil. Markdown geht.',
  'settings.saved': 'Gespeichert.',
  'settings.password': 'Passwort',
  'settings.passwordHint': 'Ein neues Passwort meldet dich überall sonst ab.',
  'settings.currentPassword': 'Bisheriges Passwort',
  'settings.newPassword': 'Neues Passwort',
  'settings.changePassword': 'Passwort ändern',
  'settings.passwordSaved': 'Dein Passwort ist geändert, alle anderen Sitzungen sind beendet.',

  'login.name': 'Benutzername oder E-Mail-Adresse',
  'login.password': 'Passwort',
  'login.forgot': 'Passwort vergessen?',
  'login.noAccount': 'Neu hier?',

  'register.intro': 'Zum Fragen, Antworten und Abstimmen. Lesen und Suchen geht ohne Konto.',
  'register.haveAccount': 'Du hast schon ein Konto?',
  'register.username': 'Benutzername',
  'register.usernameHint': '2 bis 30 Zeichen: Buchstaben a bis z, Ziffern, - und _. Er bleibt für immer.',
  'register.displayName': 'Angezeigter Name',
  'register.displayNameOptional': 'Angezeigter Name (freiwillig)',
  'register.displayNameHint': 'So, wie du genannt werden möchtest.',
  'register.email': 'E-Mail-Adresse',
  'register.emailHint': 'Wird anderen nie gezeigt.',
  'register.passwordHint': 'Mindestens 8 Zeichen. Ein kurzer Satz eignet sich gut.',

  'forgot.title': 'Neues Passwort wählen',
  'forgot.intro':
    'Nenne die E-Mail-Adresse deines Kontos. Du bekommst einen Link, mit dem du ein neues Passwort wählen kannst.',
  'forgot.send': 'Link schicken',
  'forgot.sent': 'Wenn es ein Konto mit dieser Adresse gibt, ist der Link unterwegs. Er gilt zwei Stunden.',

  'reset.title': 'Neues Passwort wählen',
  'reset.save': 'Speichern und anmelden',
  'reset.again': 'Einen neuen Link anfordern',
};
