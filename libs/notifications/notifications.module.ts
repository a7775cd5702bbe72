import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { ForumModule } from '#libs/forum';
import { Forgetting } from './application/forgetting.js';
import { MailPreferences } from './application/mail-preferences.js';
import { NoticeMails } from './application/notice-mails.js';
import { Notices } from './application/notices.js';
import { Reactions } from './application/reactions.js';
import { UnsubscribeLinks } from './application/unsubscribe-links.js';
import { NoticeNodes } from './graphql/notice.nodes.js';
import {
  NoticeFieldsResolver,
  NoticeOperationsResolver,
  PersonNoticesResolver,
} from './graphql/notice.resolvers.js';
import { UnreadCountLoader } from './graphql/unread.loader.js';
import { NoticeCleaning } from './jobs/notice-cleaning.js';
import { NoticeQueries } from './persistence/notice.queries.js';
import { NoticeStore } from './persistence/notice.store.js';

export const notificationsResolvers = [PersonNoticesResolver, NoticeFieldsResolver, NoticeOperationsResolver];

const parts = [Notices, MailPreferences, UnreadCountLoader];

@Module({
  imports: [AccountsModule, ForumModule],
  providers: [
    ...parts,
    NoticeMails,
    UnsubscribeLinks,
    Reactions,
    Forgetting,
    NoticeQueries,
    NoticeStore,
    NoticeNodes,
    NoticeCleaning,
    ...notificationsResolvers,
  ],
  exports: parts,
})
export class NotificationsModule {}
