import type { accounts as english } from '../en/accounts.ts';
import type { Translation } from '../types.ts';

export const accounts: Translation<typeof english> = {
  'settings.profile': 'Profil',
  'settings.account': 'Benutzername: {username} · E-Mail: {email} (sehen nur du und die Administration)',
  'settings.displayNameHint': 'Steht neben allem, was du schreibst.',
  'settings.about': 'Über dich',
  'settings.aboutHint': 'Ein paar Worte für dein Profil. Markdown ist möglich.',
  'settings.saved': 'Gespeichert.',
  'settings.password': 'Passwort',
  'settings.passwordHint': 'Wenn du es änderst, wirst du auf allen anderen Geräten abgemeldet.',
  'settings.currentPassword': 'Aktuelles Passwort',
  'settings.newPassword': 'Neues Passwort',
  'settings.changePassword': 'Passwort ändern',
  'settings.passwordSaved': 'Passwort geändert. Überall sonst bist du abgemeldet.',

  'erase.title': 'Mein Konto löschen',
  'erase.what':
    'Dein Name, deine E-Mail-Adresse, dein Profil, Entwürfe, Mitteilungen und private Bemerkungen werden gelöscht, das meiste sofort und alles innerhalb eines Tages. Du wirst überall abgemeldet.',
  'erase.stays':
    'Deine öffentlichen Fragen, Antworten und Kommentare bleiben für andere erhalten; statt deines Namens steht dort „Ehemaliges Mitglied“. Auch Stimmen und Punkte, die du vergeben hast, bleiben. Steht in deinen Beiträgen etwas über dich, dann bearbeite oder lösche sie bitte vorher.',
  'erase.final': 'Das lässt sich nicht rückgängig machen: Niemand kann dein Konto wiederherstellen.',
  'erase.password': 'Dein Passwort',
  'erase.confirm': 'Gib zur Bestätigung deinen Benutzernamen ein: {username}',
  'erase.button': 'Mein Konto endgültig löschen',
  'erase.usernameProblem': 'Das ist nicht dein Benutzername. Bitte gib ihn zur Bestätigung ein.',
  'erase.passwordProblem': 'Das ist nicht dein aktuelles Passwort.',
  'erase.done': 'Dein Konto ist gelöscht',
  'erase.doneWords':
    'Du bist abgemeldet, und dein Name ist entfernt. Wo andere ihn erwähnt haben, verschwindet er innerhalb eines Tages. Danke, dass du dabei warst.',

  'login.name': 'Benutzername oder E-Mail-Adresse',
  'login.password': 'Passwort',
  'login.forgot': 'Passwort vergessen?',
  'login.noAccount': 'Neu hier?',

  'register.intro':
    'Mit einem Konto kannst du fragen, antworten und abstimmen. Lesen und suchen geht auch ohne.',
  'register.haveAccount': 'Schon ein Konto?',
  'register.username': 'Benutzername',
  'register.usernameHint':
    '2 bis 30 Zeichen: Buchstaben a bis z, Ziffern, - und _. Er lässt sich später nicht ändern.',
  'register.displayName': 'Anzeigename',
  'register.displayNameOptional': 'Anzeigename (freiwillig)',
  'register.displayNameHint': 'Der Name, den andere sehen.',
  'register.email': 'E-Mail-Adresse',
  'register.emailHint': 'Wird anderen nie gezeigt.',
  'register.passwordHint': 'Mindestens 8 Zeichen. Ein kurzer Satz eignet sich gut.',

  'forgot.title': 'Passwort zurücksetzen',
  'forgot.intro':
    'Gib die E-Mail-Adresse deines Kontos ein. Wir schicken dir einen Link, mit dem du ein neues Passwort wählen kannst.',
  'forgot.send': 'Link schicken',
  'forgot.sent': 'Wenn es ein Konto mit dieser Adresse gibt, ist der Link unterwegs. Er gilt zwei Stunden.',

  'reset.title': 'Neues Passwort wählen',
  'reset.save': 'Speichern und anmelden',
  'reset.again': 'Einen neuen Link anfordern',
};
