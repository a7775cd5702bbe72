import { Injectable } from '@nestjs/common';
import { BountyAwarded, BountyEnding, BountyReturned } from '#libs/bounties';
import {
  AcceptanceReminderDue,
  AcceptedOnBehalf,
  AlsoSolvedMarked,
  AnswerAccepted,
  AnswerMadeOfficial,
} from '#libs/forum';
import type { PostRef } from '#libs/forum';
import { AnswersPromoted } from '#libs/knowledge';
import { MemberSanctioned, SanctionLifted, VotesGivenBack, VotesInvalidated } from '#libs/moderation';
import { DomainEvents } from '#libs/platform';
import {
  HelperRated,
  PrivilegeAtRisk,
  PrivilegeGained,
  PrivilegeRegained,
  PrivilegesLost,
  ReputationRecomputed,
} from '#libs/reputation';
import type { Telling } from '../domain/notice-kinds.js';
import { Notices } from './notices.js';

/** What happens elsewhere, and whom it is told: a line each. Told in the transaction in which it happens. */
const REACTIONS = [
  when(AcceptanceReminderDue, ({ questionId, askerId }) => ({
    accountId: askerId,
    kind: 'ACCEPT_REMINDER',
    key: `accept-reminder:${questionId}`,
    subject: { kind: 'question', id: questionId },
    data: {},
  })),
  when(AcceptedOnBehalf, ({ answer, askerId, by, reason }) => {
    if (askerId === null) return [];
    return {
      accountId: askerId,
      kind: 'ACCEPTED_ON_BEHALF',
      key: `accepted-on-behalf:${answer.id}`,
      subject: { kind: 'answer', id: answer.id },
      data: { by: by.accountId, reason },
    };
  }),
  when(AnswerAccepted, ({ answer, askerId, by }) =>
    marked('ANSWER_ACCEPTED', answer, [askerId, by.accountId]),
  ),
  when(AlsoSolvedMarked, ({ answer, askerId }) => marked('ANSWER_ALSO_SOLVED', answer, [askerId])),
  when(AnswerMadeOfficial, ({ answer, by }) => marked('ANSWER_OFFICIAL', answer, [by.accountId])),
  when(AnswersPromoted, ({ articleId, slug, answers }) =>
    answers.map(({ answerId, authorId }): Telling => ({
      accountId: authorId,
      kind: 'ANSWER_PROMOTED',
      key: `answer-promoted:${articleId}`,
      subject: { kind: 'answer', id: answerId },
      data: { slug },
    })),
  ),
  when(PrivilegeGained, privilegeOpened),
  when(PrivilegeRegained, privilegeOpened),
  when(PrivilegeAtRisk, ({ accountId, privilege, since, until, reputationNeeded }) => ({
    accountId,
    kind: 'PRIVILEGE_AT_RISK',
    key: `privilege-at-risk:${privilege}:${since.toISOString()}`,
    subject: null,
    data: { name: privilege, until, ...(reputationNeeded !== null && { points: reputationNeeded }) },
  })),
  when(PrivilegesLost, privilegesClosed),
  // Of no answer: that would tell from whom the remark is.
  when(HelperRated, ({ helperId, day }) => ({
    accountId: helperId,
    kind: 'RATING_REMARK',
    key: `rating-remark:${day}`,
    subject: null,
    data: {},
  })),
  when(BountyEnding, ({ bounty, endsAt }) => ({
    accountId: bounty.offeredBy,
    kind: 'BOUNTY_ENDING',
    key: `bounty-ending:${bounty.id}`,
    subject: { kind: 'question', id: bounty.questionId },
    data: { points: bounty.amount, until: endsAt },
  })),
  when(BountyAwarded, ({ bounty, answerId, wonBy }) => ({
    accountId: wonBy,
    kind: 'BOUNTY_WON',
    key: `bounty-won:${bounty.id}`,
    subject: { kind: 'answer', id: answerId },
    data: { points: bounty.amount },
  })),
  when(BountyReturned, ({ bounty, reason }) => {
    // Whoever took it back themselves knows.
    if (reason === 'WITHDRAWN') return [];
    return {
      accountId: bounty.offeredBy,
      kind: 'BOUNTY_RETURNED',
      key: `bounty-returned:${bounty.id}`,
      subject: { kind: 'question', id: bounty.questionId },
      data: { points: bounty.amount },
    };
  }),
  when(VotesInvalidated, ({ caseId, at, losses }) =>
    losses.map(({ accountId, count, points }): Telling => ({
      accountId,
      kind: 'VOTES_INVALIDATED',
      key: `votes-invalidated:${caseId}:${at.toISOString()}`,
      subject: null,
      data: { count, points },
    })),
  ),
  when(VotesGivenBack, ({ caseId, at, gains }) =>
    gains.map(({ accountId, count, points }): Telling => ({
      accountId,
      kind: 'VOTES_GIVEN_BACK',
      key: `votes-given-back:${caseId}:${at.toISOString()}`,
      subject: null,
      data: { count, points },
    })),
  ),
  when(ReputationRecomputed, ({ recomputationId, changes }) =>
    changes.map(({ accountId, before, after }): Telling => ({
      accountId,
      kind: 'RULES_CHANGED',
      key: `recomputed:${recomputationId}`,
      subject: null,
      data: { reputationBefore: before, reputationAfter: after },
    })),
  ),
  when(MemberSanctioned, ({ sanctionId, accountId, points, reason }) => ({
    accountId,
    kind: 'SANCTIONED',
    key: `sanctioned:${sanctionId}`,
    subject: null,
    data: { reason, points: -points },
  })),
  when(SanctionLifted, ({ sanctionId, accountId, points }) => ({
    accountId,
    kind: 'SANCTION_LIFTED',
    key: `sanction-lifted:${sanctionId}`,
    subject: null,
    data: { points },
  })),
];

function privilegeOpened({ accountId, privilege, changeId }: PrivilegeGained | PrivilegeRegained): Telling {
  const data = { name: privilege };
  return { accountId, kind: 'PRIVILEGE_GAINED', key: `privilege:${changeId}`, subject: null, data };
}

/** What goes at once is told in one sentence. */
function privilegesClosed({ accountId, losses }: PrivilegesLost): Telling | [] {
  const [first, ...others] = losses;
  if (!first) return [];
  const { privilege, changeId, reputationNeeded } = first;
  const key = `privilege:${changeId}`;
  if (others.length > 0) {
    const names = losses.map((loss) => loss.privilege);
    return { accountId, kind: 'PRIVILEGES_LOST', key, subject: null, data: { privileges: names } };
  }
  const data = { name: privilege, ...(reputationNeeded !== null && { points: reputationNeeded }) };
  return { accountId, kind: 'PRIVILEGE_LOST', key, subject: null, data };
}

/**
 * To the author of an answer, once for each answer and mark: a mark that comes and goes is no news a second time.
 * @param knowing those who need not be told, because it is their own deed or question
 */
function marked(
  kind: 'ANSWER_ACCEPTED' | 'ANSWER_ALSO_SOLVED' | 'ANSWER_OFFICIAL',
  { id, authorId }: PostRef,
  knowing: readonly (number | null)[],
): Telling | [] {
  if (authorId === null || knowing.includes(authorId)) return [];
  const key = `${kind.toLowerCase().replaceAll('_', '-')}:${id}`;
  return { accountId: authorId, kind, key, subject: { kind: 'answer', id }, data: {} };
}

/** Listens to the libs below. Those above call `Notices` themselves. */
@Injectable()
export class Reactions {
  constructor(events: DomainEvents, notices: Notices) {
    for (const listen of REACTIONS) listen(events, notices);
  }
}

type EventClass<Event> = abstract new (...args: never[]) => Event;

/** @param tellings whom to tell what; several people in a list, nobody as an empty one */
function when<Event>(event: EventClass<Event>, tellings: (event: Event) => Telling | readonly Telling[]) {
  return (events: DomainEvents, notices: Notices): void =>
    events.on(event, (happened) => notices.tellAll([tellings(happened)].flat()));
}
