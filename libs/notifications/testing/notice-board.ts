import { AccountQueries, Accounts, Sessions } from '#libs/accounts';
import { PostQueries } from '#libs/forum';
import {
  DomainEvents,
  Jobs,
  Mailer,
  Outbox,
  SiteSecret,
  SiteSettings,
  createLogger,
  readEnvironment,
} from '#libs/platform';
import { Builders, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { MailPreferences } from '../application/mail-preferences.js';
import { NoticeMails } from '../application/notice-mails.js';
import { Notices } from '../application/notices.js';
import { Reactions } from '../application/reactions.js';
import { UnsubscribeLinks } from '../application/unsubscribe-links.js';
import type { NoticeKind } from '../domain/notice-kinds.js';
import { NoticeQueries } from '../persistence/notice.queries.js';
import type { NoticeRow } from '../persistence/notice.queries.js';
import { NoticeStore } from '../persistence/notice.store.js';

/** Everything about notices over one database, wired as the application wires it. */
export class NoticeBoard {
  readonly make: Builders;
  readonly events = new DomainEvents();
  readonly forum: ReturnType<typeof forumOn>;
  readonly settings: SiteSettings;
  readonly mailer: Mailer;
  readonly queries: NoticeQueries;
  readonly preferences: MailPreferences;
  readonly notices: Notices;

  constructor(
    private readonly test: TestDatabase,
    smtpUrl = 'smtp://127.0.0.1:1',
  ) {
    const { database } = test;
    const logger = createLogger('silent');
    const environment = readEnvironment({ SMTP_URL: smtpUrl, PUBLIC_URL: 'https://desk.example.com' });
    this.make = new Builders(database);
    this.forum = forumOn(database, this.events);
    this.settings = new SiteSettings(database);
    const jobs = new Jobs(database, logger);
    this.mailer = new Mailer(database, this.settings, jobs, environment, logger);
    const accounts = new Accounts(database, this.events, new Sessions(database));
    const store = new NoticeStore(database);
    const links = new UnsubscribeLinks(new SiteSecret(database), environment);
    this.queries = new NoticeQueries(database);
    this.preferences = new MailPreferences(database, accounts, this.settings, this.queries, store, links);
    const mails = new NoticeMails(
      store,
      new AccountQueries(database),
      new PostQueries(database),
      links,
      new Outbox(database, this.mailer),
      this.settings,
      environment,
    );
    this.notices = new Notices(database, accounts, store, mails);
    new Reactions(this.events, this.notices);
  }

  /** All that somebody was told, the newest first. */
  async toldTo({ accountId }: { accountId: number }): Promise<NoticeRow[]> {
    return (await this.queries.page(accountId, { first: 100, unreadOnly: false })).rows;
  }

  async kindsToldTo(person: { accountId: number }): Promise<NoticeKind[]> {
    return (await this.toldTo(person)).map(({ kind }) => kind);
  }

  async unreadOf({ accountId }: { accountId: number }): Promise<number> {
    const [row] = await this.queries.unreadCounts([accountId]);
    return row?.unread ?? NaN;
  }

  /** What waits to be sent. */
  postedMails(): Promise<
    { recipient: string; subject: string; body: string; unsubscribeUrl: string | null }[]
  > {
    return this.test.database.query(
      `select recipient, subject, body, unsubscribe_url as "unsubscribeUrl" from mail where sent_at is null order by id`,
    );
  }
}
