import { accounts } from './accounts.ts';
import { asking } from './asking.ts';
import { ledger } from './ledger.ts';
import { notices } from './notices.ts';
import { standing } from './standing.ts';
import { superusers } from './superusers.ts';

/** What people meet once they take part: accounts, asking, standing, notices. Who only reads is spared it. */
export const member = {
  ...accounts,
  ...asking,
  ...ledger,
  ...notices,
  ...standing,
  ...superusers,
} as const;
