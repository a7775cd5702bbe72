export { MailPreferences } from './application/mail-preferences.js';
export { Notices } from './application/notices.js';
export type { Telling } from './domain/notice-kinds.js';
export { UnreadCountLoader } from './graphql/unread.loader.js';
export { NotificationsModule, notificationsResolvers } from './notifications.module.js';
