import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Finding } from '../domain/fraud-case.js';
import { ringsIn } from '../domain/rings.js';
import type { Ring } from '../domain/rings.js';
import type { FraudThresholds } from '../domain/thresholds.js';
import { FindingQueries } from '../persistence/finding.queries.js';
import type { VoteEdge } from '../persistence/finding.queries.js';
import { FraudCaseStore } from '../persistence/fraud-case.store.js';
import { FraudSettings } from './fraud-settings.js';

/** What is being committed while we look is dated earlier than it can be seen: it is looked at again. */
const OVERLAP_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Looks every night for votes and acceptances (“solved it too” is one) that seem arranged, and makes cases of them for people to look at. It
 * decides nothing. Each night looks at those who have done something since the last one, over all days of the window;
 * run again, it finds what it knows.
 */
@Injectable()
export class Detection {
  constructor(
    private readonly database: Database,
    private readonly queries: FindingQueries,
    private readonly cases: FraudCaseStore,
    private readonly settings: FraudSettings,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const limits = await this.settings.thresholds();
    const startedAt = await this.queries.now();
    const upTo = await this.settings.lookedAtUpTo();
    const since = new Date(
      upTo ? upTo.getTime() - OVERLAP_MS : startedAt.getTime() - limits.windowDays * DAY_MS,
    );
    for await (const finding of this.findings(limits, since)) {
      signal?.throwIfAborted();
      await this.note(finding, limits);
    }
    await this.settings.setLookedAtUpTo(startedAt);
  }

  private async *findings(limits: FraudThresholds, since: Date): AsyncGenerator<Finding> {
    const edges = await this.queries.voteEdges(limits, since);
    const rings = ringsIn(edges);
    yield* this.rings(rings, edges, limits);
    yield* this.serialVotes(rings, limits, since);
    yield* this.reciprocalAcceptances(limits, since);
    yield* this.sockPuppets(limits);
  }

  private async *rings(
    rings: readonly Ring[],
    edges: readonly VoteEdge[],
    limits: FraudThresholds,
  ): AsyncGenerator<Finding> {
    const known = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
    for (const ring of rings) {
      const links = ring.edges.flatMap(({ from, to }) => known.get(`${from} ${to}`) ?? []);
      if (!links.some(({ isFresh }) => isFresh)) continue;
      yield {
        kind: 'RING',
        accountIds: ring.members,
        evidence: {
          leastVotes: Math.min(...links.map(({ votes }) => votes)),
          leastShare: Math.min(...links.map(({ share }) => share)),
          windowDays: limits.windowDays,
        },
        votes: await this.queries.votesOf(limits, ring.edges, { upvotesOnly: true }),
        acceptances: [],
      };
    }
  }

  private async *serialVotes(
    rings: readonly Ring[],
    limits: FraudThresholds,
    since: Date,
  ): AsyncGenerator<Finding> {
    const inRings = new Set(rings.flatMap((ring) => ring.edges.map(({ from, to }) => `${from} ${to}`)));
    for (const { voterId, authorId, ...figures } of await this.queries.serialPairs(limits, since)) {
      // Nobody needs two cases of the same votes; those against somebody are in no ring.
      if (figures.downvotes === 0 && inRings.has(`${voterId} ${authorId}`)) continue;
      yield {
        kind: 'SERIAL_VOTES',
        accountIds: [voterId, authorId],
        evidence: { ...figures, windowDays: limits.windowDays },
        votes: await this.queries.votesOf(limits, [{ from: voterId, to: authorId }]),
        acceptances: [],
      };
    }
  }

  private async *reciprocalAcceptances(limits: FraudThresholds, since: Date): AsyncGenerator<Finding> {
    for (const { one, other, ...figures } of await this.queries.reciprocalPairs(limits, since)) {
      yield {
        kind: 'RECIPROCAL_ACCEPTANCE',
        accountIds: [one, other],
        evidence: { ...figures, windowDays: limits.windowDays },
        votes: [],
        acceptances: await this.queries.acceptancesBetween(limits, one, other),
      };
    }
  }

  private async *sockPuppets(limits: FraudThresholds): AsyncGenerator<Finding> {
    for (const { one, other, ...figures } of await this.queries.sharedPairs(limits)) {
      yield {
        kind: 'SOCK_PUPPETS',
        accountIds: [one, other],
        evidence: { ...figures, windowDays: limits.windowDays },
        votes: await this.queries.votesOf(limits, [
          { from: one, to: other },
          { from: other, to: one },
        ]),
        acceptances: await this.queries.acceptancesBetween(limits, one, other),
      };
    }
  }

  /**
   * The same people again: their case grows. What was decided on comes back if it has grown by enough: as the same case
   * if nothing of it is invalid, else as a new one.
   */
  private async note(finding: Finding, { regrowth }: FraudThresholds): Promise<void> {
    await this.database.transaction(async () => {
      await this.cases.lockNoting();
      const match = await this.cases.matching(finding);
      if (!match) return this.open(finding);
      const { known, more } = await this.cases.growth(match.id, finding);
      const isDecided = match.state !== 'OPEN' && match.state !== 'PROPOSED';
      if (more === 0 || (isDecided && more < regrowth * known)) return;
      if (match.state === 'INVALIDATED') return this.open(finding);
      await this.cases.addItems(match.id, finding);
      if (match.state === 'PROPOSED') await this.cases.noteGrowth(match.id);
      else await this.cases.reopen(match.id, finding);
    });
  }

  private async open(finding: Finding): Promise<void> {
    await this.cases.addItems(await this.cases.add(finding), finding);
  }
}
