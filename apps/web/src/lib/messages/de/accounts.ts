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

  'erase.title': 'Mein Konto löschen',
  'erase.what':
    'Dein Name, deine E-Mail-Adresse, dein Profil, Entwürfe, Mitteilungen und private Bemerkungen werden gelöscht, das meiste sofort und alles innerhalb eines Tages. Du wirst überall abgemeldet.',
  'erase.stays':
    'Was du gefragt, geantwortet und öffentlich geschrieben hast, bleibt, damit andere behalten, was sie daraus gelernt haben; statt deines Namens steht dort „Ehemaliges Mitglied“. Deine Stimmen und die Punkte, die du vergeben hast, bleiben denen, die sie bekamen. Steht in deinen Texten etwas über dich, dann bearbeite oder lösche sie bitte vorher.',
  'erase.final': 'Es gibt keinen Weg zurück: Niemand kann das Konto wiederherstellen.',
  'erase.password': 'Dein Passwort',
  'erase.confirm': 'Tippe zur Bestätigung deinen Benutzernamen: {username}',
  'erase.button': 'Mein Konto endgültig löschen',
  'erase.usernameProblem': 'Das ist nicht der Benutzername des Kontos. Bitte tippe ihn zur Bestätigung.',
  'erase.passwordProblem': 'Das ist nicht dein bisheriges Passwort.',
  'erase.done': 'Dein Konto ist gelöscht',
  'erase.doneWords':
    'Du bist abgemeldet, und dein Name ist weg. Was davon noch in Texten anderer steht, verschwindet innerhalb eines Tages. Danke, dass du hier warst.',

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
