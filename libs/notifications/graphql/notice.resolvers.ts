import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { PostLoader } from '#libs/forum';
import { encodeCursor, permits, requireActor, requireId } from '#libs/kernel';
import { Access, AccessAsParent, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { MailPreferences } from '../application/mail-preferences.js';
import { Notices } from '../application/notices.js';
import { notificationPolicies } from '../application/policies.js';
import { destinationOf } from '../domain/notice-kinds.js';
import { COUNTED_AT_MOST, NoticeQueries } from '../persistence/notice.queries.js';
import {
  MailPreferencesView,
  MarkNoticesReadInput,
  MarkNoticesReadPayload,
  Notice,
  NoticeConnection,
  NoticeMailChoice,
  NoticesArgs,
  SetMailPreferencesInput,
  SetMailPreferencesPayload,
  toNotice,
} from './notice.types.js';
import { UnreadCountLoader } from './unread.loader.js';

@Resolver(() => User)
export class PersonNoticesResolver {
  constructor(
    private readonly queries: NoticeQueries,
    private readonly unread: UnreadCountLoader,
    private readonly preferences: MailPreferences,
  ) {}

  @ResolveField(() => NoticeConnection, {
    nullable: true,
    description: 'What they were told, the newest first. For oneself; null for everybody else.',
  })
  @Access(notificationPolicies.readOwn)
  async notices(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
    @Args() { first, after, unreadOnly }: NoticesArgs,
  ): Promise<Connection<Notice> | null> {
    if (!permits(notificationPolicies.readOwn, viewer, user)) return null;
    const page = await this.queries.page(user.accountId, {
      first: requirePageSize(first),
      after,
      unreadOnly,
    });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('notices', [row.noticeId]),
      node: toNotice,
    });
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      `Notices that they have not marked as read; ${COUNTED_AT_MOST} stands for that many or more. For oneself; ` +
      'null for everybody else.',
  })
  @Access(notificationPolicies.readOwn)
  unreadNoticeCount(@Parent() user: User, @Context() context: RequestContext): Promise<number> | null {
    const isOwn = permits(notificationPolicies.readOwn, context.viewer, user);
    return isOwn ? this.unread.load(context, user.accountId) : null;
  }

  @ResolveField(() => MailPreferencesView, {
    nullable: true,
    description: 'What they want by mail. For oneself; null for everybody else.',
  })
  @Access(notificationPolicies.readOwn)
  mailPreferences(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
  ): Promise<MailPreferencesView> | null {
    return permits(notificationPolicies.readOwn, viewer, user) ? this.preferences.of(user.accountId) : null;
  }
}

@Resolver(() => Notice)
@AccessAsParent()
export class NoticeFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly posts: PostLoader,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Of a privilege, a rank, a badge or a sanction; null where the kind has none.',
  })
  name(
    @Parent() { row }: Notice,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description: 'In which language, where it has names in several; English if left out.',
    })
    locale?: string | null,
  ): string | null {
    const { name = null, names = {} } = row.data;
    return names[locale ?? ''] ?? name;
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who did it, where the kind says so; null once their account was erased.',
  })
  by(@Parent() { row }: Notice, @Context() context: RequestContext): Promise<User | null> | null {
    return row.data.by === undefined ? null : this.accounts.load(context, row.data.by);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Title of the question that it is about, as it is now; null where it is about none, or about one that its reader ' +
      'may not see any more.',
  })
  async title(@Parent() { row }: Notice, @Context() context: RequestContext): Promise<string | null> {
    const post = row.subjectId === null ? null : await this.posts.load(context, row.subjectId);
    return post?.row.questionTitle ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Site-relative address of what it is about; null where that may not be seen any more.',
  })
  async path(@Parent() { row }: Notice, @Context() context: RequestContext): Promise<string | null> {
    const post = row.subjectId === null ? null : await this.posts.load(context, row.subjectId);
    const owner = await this.accounts.load(context, row.accountId);
    return destinationOf(row.kind, {
      ...(row.data.slug && { slug: row.data.slug }),
      username: owner?.username ?? '',
      subjectPath: post?.path ?? null,
    });
  }
}

@Resolver()
export class NoticeOperationsResolver {
  constructor(
    private readonly notices: Notices,
    private readonly preferences: MailPreferences,
    private readonly unread: UnreadCountLoader,
  ) {}

  @Query(() => NoticeMailChoice, {
    nullable: true,
    description:
      'What the link at the end of a mail is about, for whoever holds it; null for one that is not ours.',
  })
  @Access(notificationPolicies.unsubscribe)
  mailOfLink(
    @Args('token', { type: () => String, description: 'The `token` of the link.' }) token: string,
  ): Promise<NoticeMailChoice | null> {
    return this.preferences.ofLink(token);
  }

  @Mutation(() => MarkNoticesReadPayload, {
    description:
      'Marks one’s own notices as read; those of others and those that are not there any more are passed over. ' +
      'BAD_USER_INPUT on `ids` unless exactly one of `ids` and `upTo` is given.',
  })
  @Access(notificationPolicies.markOwn)
  async markNoticesRead(
    @Context() context: RequestContext,
    @Args('input', { type: () => MarkNoticesReadInput, description: 'Which ones.' })
    { ids, upTo }: MarkNoticesReadInput,
  ): Promise<MarkNoticesReadPayload> {
    const { accountId } = requireActor(context.viewer);
    const markedCount = await this.notices.markRead(context.viewer, {
      ids: ids?.map((id) => requireId(id, 'notice')) ?? null,
      upTo: upTo == null ? null : requireId(upTo, 'notice'),
    });
    this.unread.clear(context, accountId);
    return { markedCount, unreadNoticeCount: await this.unread.load(context, accountId) };
  }

  @Mutation(() => SetMailPreferencesPayload, {
    description:
      'Changes what one gets by mail, and in which language. BAD_USER_INPUT on `language` or `kinds` for one that mails ' +
      'are not written in, or that is not mailed.',
  })
  @Access(notificationPolicies.chooseMails)
  async setMailPreferences(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => SetMailPreferencesInput, description: 'What is to change.' })
    { language, kinds }: SetMailPreferencesInput,
  ): Promise<SetMailPreferencesPayload> {
    const accountId = await this.preferences.choose(viewer, {
      language: language ?? null,
      kinds: kinds ?? null,
    });
    return { mailPreferences: await this.preferences.of(accountId) };
  }
}
