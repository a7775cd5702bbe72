import { Foundation1700000000000 } from './1700000000000-foundation.js';
import { Jobs1700000010000 } from './1700000010000-jobs.js';
import { Mail1700000020000 } from './1700000020000-mail.js';
import { MailUnsubscribe1700000820100 } from './1700000820100-mail-unsubscribe.js';

export const platformMigrations = [
  Foundation1700000000000,
  Jobs1700000010000,
  Mail1700000020000,
  MailUnsubscribe1700000820100,
];
