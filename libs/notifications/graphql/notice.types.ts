import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { ALL_KINDS, NOTICE_KINDS } from '../domain/notice-kinds.js';
import type { MailedKind, NoticeKind } from '../domain/notice-kinds.js';
import { COUNTED_AT_MOST } from '../persistence/notice.queries.js';
import type { NoticeRow } from '../persistence/notice.queries.js';

export const NoticeKindEnum = Object.fromEntries(ALL_KINDS.map((kind) => [kind, kind])) as {
  [Kind in NoticeKind]: Kind;
};
registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: 'What somebody is told.',
  valuesMap: Object.fromEntries(ALL_KINDS.map((kind) => [kind, { description: NOTICE_KINDS[kind].tells }])),
});

@ObjectType({
  implements: () => [Node],
  description: 'Something that a person is told about themselves, once.',
})
export class Notice extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: NoticeRow;

  @Field(() => NoticeKindEnum, { description: 'What it tells.' })
  kind: NoticeKind;

  @Field(() => Date, { description: 'When it was told, UTC.' })
  createdAt: Date;

  @Field(() => Boolean, { description: 'Whether it was marked as read.' })
  isRead: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Points of reputation, below 0 where some were taken; null where the kind has none.',
  })
  points: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What their reputation was before it was counted anew; null where it was not.',
  })
  reputationBefore: number | null;

  @Field(() => Int, { nullable: true, description: 'What it was after that; null where it was not.' })
  reputationAfter: number | null;

  @Field(() => Int, { nullable: true, description: 'How many; null where the kind counts nothing.' })
  count: number | null;

  @Field(() => Date, { nullable: true, description: 'Until when, UTC; null where the kind has no end.' })
  until: Date | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of privileges (`PrivilegeName`) where it is about several; null where it is not.',
  })
  privileges: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'What was written down as the reason, plain text.' })
  reason: string | null;
}

export const NoticeConnection = connectionOf<Notice>('Notice', () => Notice);

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Leaves out what was marked as read.' })
  unreadOnly: boolean;
}

@ObjectType({ description: 'Whether somebody gets notices of one kind by mail too.' })
export class NoticeMailChoice {
  @Field(() => NoticeKindEnum, { description: 'One of the kinds that are mailed.' })
  kind: MailedKind;

  @Field(() => Boolean, { description: 'True unless they refused.' })
  isMailed: boolean;
}

@ObjectType('MailPreferences', { description: 'What somebody wants by mail.' })
export class MailPreferencesView {
  @Field(() => String, {
    description:
      'In which language they are written to, as a BCP 47 tag; that of the site until they choose.',
  })
  language: string;

  @Field(() => [NoticeMailChoice], { description: 'Every kind of notice that is mailed.' })
  kinds: NoticeMailChoice[];
}

@InputType({ description: 'Which notices were read. Exactly one of the two is given.' })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'This one and all that are older.' })
  upTo?: string | null;
}

@ObjectType({ description: 'What is left to read.' })
export class MarkNoticesReadPayload {
  @Field(() => Int, { description: 'How many were unread until now.' })
  markedCount: number;

  @Field(() => Int, { description: `How many still are; ${COUNTED_AT_MOST} stands for that many or more.` })
  unreadNoticeCount: number;
}

@InputType({ description: 'What one wants by mail; what is left out or null stays.' })
export class SetMailPreferencesInput {
  @Field(() => String, { nullable: true, description: 'In which language to be written to: `en` or `de`.' })
  language?: string | null;

  @Field(() => [NoticeKindEnum], {
    nullable: true,
    description: 'The kinds to get by mail; mails of all others end.',
  })
  kinds?: NoticeKind[] | null;
}

@ObjectType({ description: 'What one wants by mail, after the change.' })
export class SetMailPreferencesPayload {
  @Field(() => MailPreferencesView, { description: 'As it is now.' })
  mailPreferences: MailPreferencesView;
}

export function toNotice(row: NoticeRow): Notice {
  const { points, reputationBefore, reputationAfter, count, until, reason, privileges } = row.data;
  return {
    row,
    id: globalId('notice', row.noticeId),
    kind: row.kind,
    createdAt: row.createdAt,
    isRead: row.readAt !== null,
    points: points ?? null,
    reputationBefore: reputationBefore ?? null,
    reputationAfter: reputationAfter ?? null,
    count: count ?? null,
    until: until ? new Date(until) : null,
    reason: reason ?? null,
    privileges: privileges ?? null,
  };
}
