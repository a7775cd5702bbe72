import type { member as english } from '../en/member.ts';
import type { Translation } from '../types.ts';
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

/** Was denen begegnet, die mitmachen. */
export const member: Translation<typeof english> = {
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
};
