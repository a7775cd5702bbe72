import { accounts } from './accounts.ts';
import { asking } from './asking.ts';
import { ledger } from './ledger.ts';
import { notices } from './notices.ts';
import { ratings } from './ratings.ts';
import { recognition } from './recognition.ts';
import { reporting } from './reporting.ts';
import { standing } from './standing.ts';
import { superusers } from './superusers.ts';

/** What people meet once they take part: accounts, asking, standing, notices. Who only reads is spared it. */
export const member = {
  ...accounts,
  ...asking,
  ...ledger,
  ...notices,
  ...ratings,
  ...recognition,
  ...reporting,
  ...standing,
  ...superusers,
} as const;
