import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, SiteSettings } from '#libs/platform';
import { MAIL_LANGUAGES, mailWordsIn } from '../domain/mail-wording.js';
import { MAILED_KINDS } from '../domain/notice-kinds.js';
import type { MailedKind } from '../domain/notice-kinds.js';
import { NoticeQueries } from '../persistence/notice.queries.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { notificationPolicies } from './policies.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

export interface MailChoices {
  /** In which language mails are written to them. */
  language: string;
  kinds: { kind: MailedKind; isMailed: boolean }[];
}

/** What people want by mail. As long as they have not said otherwise they get every kind that is mailed. */
@Injectable()
export class MailPreferences {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly settings: SiteSettings,
    private readonly queries: NoticeQueries,
    private readonly store: NoticeStore,
    private readonly links: UnsubscribeLinks,
  ) {}

  async of(accountId: number): Promise<MailChoices> {
    const { refused, locale } = await this.queries.mailChoices(accountId);
    return {
      language: mailWordsIn(locale ?? (await this.settings.get('locale', 'en'))).language,
      kinds: MAILED_KINDS.map((kind) => ({ kind, isMailed: !refused.includes(kind) })),
    };
  }

  /**
   * Changes one's own choices; what is left out stays.
   * @throws UserInputError on `language` for one that mails are not written in, on `kinds` for one that is not mailed
   */
  async choose(
    viewer: Viewer,
    { language, kinds }: { language: string | null; kinds: readonly string[] | null },
  ): Promise<number> {
    if (language !== null && !MAIL_LANGUAGES.includes(language)) {
      throw UserInputError.field('language', `Mails are written in ${MAIL_LANGUAGES.join(' and ')}.`);
    }
    const unknown = kinds?.find((kind) => !MAILED_KINDS.some((mailed) => mailed === kind));
    if (unknown) throw UserInputError.field('kinds', `${unknown} is not mailed to anybody.`);
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(notificationPolicies.chooseMails, actor, undefined);
      const { accountId } = actor;
      if (language !== null) await this.store.setLanguage(accountId, language);
      if (kinds !== null) {
        const wanted = MAILED_KINDS.filter((kind) => kinds.includes(kind));
        await this.store.allowMails(accountId, wanted);
        await this.store.refuseMails(
          accountId,
          MAILED_KINDS.filter((kind) => !wanted.includes(kind)),
        );
      }
      return accountId;
    });
  }

  /** What the link of a mail is about, and whether such mails still come; null for a link that is not ours. */
  async ofLink(token: string): Promise<{ kind: MailedKind; isMailed: boolean } | null> {
    const subscription = await this.links.read(token);
    if (!subscription) return null;
    const { kinds } = await this.of(subscription.accountId);
    return kinds.find(({ kind }) => kind === subscription.kind) ?? null;
  }

  /** Ends mails of one kind for whoever got the mail that the link was in. False for a link that is not ours. */
  async unsubscribe(token: string): Promise<boolean> {
    const subscription = await this.links.read(token);
    if (!subscription) return false;
    await this.store.refuseMails(subscription.accountId, [subscription.kind]);
    return true;
  }
}
