import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notifications';
import { DomainEvents } from '#libs/platform';
import { BadgesAwarded, RankReached } from '../domain/events.js';

/** More than so many badges at once are told in one sentence. */
const NAMED_AT_MOST = 3;

/** Tells people what they were given, in the transaction that gives it. */
@Injectable()
export class Tellings {
  constructor(events: DomainEvents, notices: Notices) {
    events.on(RankReached, ({ accountId, names }) =>
      notices.tell({
        accountId,
        kind: 'RANK_REACHED',
        // By its name: when the ladder is built anew, a step of the same number is another one.
        key: `rank:${names.en}`,
        subject: null,
        data: { name: names.en, names },
      }),
    );
    events.on(BadgesAwarded, async ({ accountId, awards }) => {
      if (awards.length > NAMED_AT_MOST) {
        await notices.tell({
          accountId,
          kind: 'BADGES_AWARDED',
          key: `badges:${awards.at(-1)!.holdingId}`,
          subject: null,
          data: { count: awards.length },
        });
        return;
      }
      await notices.tellAll(
        awards.map(({ holdingId, key, names }) => ({
          accountId,
          kind: 'BADGE_AWARDED' as const,
          key: `badge:${holdingId}`,
          subject: null,
          data: { name: names.en, names, slug: key },
        })),
      );
    });
  }
}
