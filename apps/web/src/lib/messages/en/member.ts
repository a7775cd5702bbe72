import { accounts } from './accounts.ts';
import { answering } from './answering.ts';
import { helpers } from './top-helpers.ts';
import { home } from './home.ts';
import { offering } from './offering.ts';
import { setup } from './setup.ts';
import { asking } from './asking.ts';
import { ledger } from './ledger.ts';
import { notices } from './notices.ts';
import { profiles } from './profiles.ts';
import { ratings } from './ratings.ts';
import { recognition } from './recognition.ts';
import { reporting } from './reporting.ts';
import { standing } from './standing.ts';
import { superusers } from './superusers.ts';

/** What people meet once they take part: accounts, asking, standing, notices. Who only reads is spared it. */
export const member = {
  ...accounts,
  ...answering,
  ...helpers,
  ...home,
  ...offering,
  ...setup,
  ...asking,
  ...ledger,
  ...notices,
  ...profiles,
  ...ratings,
  ...recognition,
  ...reporting,
  ...standing,
  ...superusers,
} as const;
