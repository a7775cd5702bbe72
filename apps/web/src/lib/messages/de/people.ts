import type { people as english } from '../en/people.ts';
import type { Translation } from '../types.ts';

export const people: Translation<typeof english> = {
  'role.member': 'Mitglied',
  'role.superuser': 'Superuser',
  'role.superuser.hint': 'Kunde, dem wir vertrauen und der mitmoderiert',
  'role.moderator': 'Moderation',
  'role.moderator.hint': 'Sorgt für Ordnung und kennzeichnet offizielle Antworten',
  'role.staff': 'Team',
  'role.admin': 'Administration',

  'person.erased': 'Ehemaliges Mitglied',

  'privilege.ASK': 'Fragen stellen',
  'privilege.ANSWER': 'Fragen beantworten',
  'privilege.COMMENT': 'Kommentieren',
  'privilege.VOTE_UP': 'Dafür stimmen',
  'privilege.OFFER_BOUNTY': 'Prämien aussetzen',
  'privilege.VOTE_DOWN': 'Dagegen stimmen',
  'privilege.NOMINATE_SUPERUSER': 'Superuser vorschlagen',
  'privilege.CREATE_TAG': 'Schlagwörter anlegen',
  'privilege.EDIT_OTHERS_POSTS': 'Beiträge anderer bearbeiten',
  'privilege.PRIORITY_FLAGS': 'Vorrang für deine Meldungen',
  'privilege.DELETE_OTHERS_POSTS': 'Beiträge anderer löschen',
  'privilege.SET_OFFICIAL': 'Antworten als offiziell kennzeichnen',
  'privilege.CURATE': 'FAQ schreiben und pflegen',
};
