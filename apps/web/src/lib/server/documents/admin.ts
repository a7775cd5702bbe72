import type { Page, Person, Role } from '#lib/model.ts';
import type { SiteWarning } from '#lib/site-warnings.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

export interface SiteSettings {
  name: string;
  tagline: string;
  locale: string;
  houseRules: string;
  warnings: SiteWarning[];
}

export interface Mail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  createdAt: string;
  /** What the mail server said the last time; null where there is none. */
  lastError: string | null;
}

export const siteSettings = document<{ site: SiteSettings }>(`
query SiteSettings { site { name tagline locale houseRules warnings { code message mails detail } } }`);

export const roleHolders = document<
  { roleHolders: Page<Person & { email: string | null; createdAt: string }> },
  { after: string | null; search: string }
>(
  `
query RoleHolders($after: String, $search: String!) {
  roleHolders(first: 20, after: $after, search: $search) {
    nodes { ...Person email createdAt }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

export const keptMails = document<{ mails: Page<Mail> }, { after: string | null }>(`
query KeptMails($after: String) {
  mails(first: 20, after: $after) {
    nodes { id recipient subject body createdAt lastError }
    pageInfo { hasNextPage endCursor }
  }
}`);

export const setRole = document<unknown, { input: { userId: string; role: Role } }>(`
mutation SetRole($input: SetRoleInput!) { setRole(input: $input) { user { id role } } }`);

export const eraseAccount = document<
  unknown,
  { input: { userId: string; reason: string; username: string } }
>(`
mutation EraseAccount($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }`);

export const updateSite = document<
  unknown,
  { input: { name: string; tagline: string; locale: string; houseRules: string } }
>(`
mutation UpdateSite($input: UpdateSiteInput!) { updateSite(input: $input) { site { name } } }`);
