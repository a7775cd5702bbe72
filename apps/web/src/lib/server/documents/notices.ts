import type { Page } from '#lib/model.ts';
import type { MailChoice, MailPreferences, Notice, NoticeKind } from '#lib/model/notices.ts';
import { document } from '../document.ts';

export const ownNotices = document<
  { viewer: { notices: Page<Notice> } | null },
  { after: string | null; unreadOnly: boolean; locale: string }
>(`
query OwnNotices($after: String, $unreadOnly: Boolean!, $locale: String) {
  viewer {
    id
    notices(first: 30, after: $after, unreadOnly: $unreadOnly) {
      nodes { id kind createdAt isRead title path name(locale: $locale) points reputationBefore reputationAfter count until reason privileges by { id displayName } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`);

/** Null for what is not there, or is not the reader's. */
export const noticeToOpen = document<{ node: Partial<Pick<Notice, 'id' | 'path'>> | null }, { id: string }>(`
query NoticeToOpen($id: ID!) { node(id: $id) { id ... on Notice { path } } }`);

export const markNoticesRead = document<
  { markNoticesRead: { unreadNoticeCount: number } },
  { input: { ids?: string[]; upTo?: string } }
>(`
mutation MarkNoticesRead($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { unreadNoticeCount } }`);

export const ownMails = document<{ viewer: { mailPreferences: MailPreferences } | null }>(`
query OwnMails { viewer { id mailPreferences { language kinds { kind isMailed } } } }`);

export const setMailPreferences = document<unknown, { input: { language?: string; kinds?: NoticeKind[] } }>(`
mutation SetMailPreferences($input: SetMailPreferencesInput!) {
  setMailPreferences(input: $input) { mailPreferences { language } }
}`);

export const mailOfLink = document<{ mailOfLink: MailChoice | null }, { token: string }>(`
query MailOfLink($token: String!) { mailOfLink(token: $token) { kind isMailed } }`);
