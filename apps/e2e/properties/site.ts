import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Erasure } from '#libs/accounts';
import { DomainModule } from '#libs/assembly';
import { Bounties, Settlement } from '#libs/bounties';
import { Answers, Deletion, Marks, OnBehalf, Questions, Supersession, Votes } from '#libs/forum';
import { Integrity, areAllKept, formatResults } from '#libs/integrity';
import type { Actor, Role } from '#libs/kernel';
import { Promotion, Publication } from '#libs/knowledge';
import { FraudCaseStore, FraudCases, Sanctions } from '#libs/moderation';
import { PlatformModule, createLogger, readEnvironment } from '#libs/platform';
import type { Database } from '#libs/platform';
import {
  HelperRatings,
  PrivilegeKeeping,
  RatingPublication,
  RatingReview,
  Recomputation,
  RuleDesk,
  RuleSets,
} from '#libs/reputation';
import { SearchIndexing } from '#libs/search';
import { Builders, createClockedDatabase } from '#libs/testing';

/** Connections beside those of the deeds that run at once. */
const POOL = 8;

@Module({})
class WholeSite {}

/** The whole of Peerdesk without its ways in, on a database of its own with a clock of its own. */
export type Site = Awaited<ReturnType<typeof openSite>>;

export async function openSite() {
  const clocked = await createClockedDatabase({ poolSize: POOL });
  const { database } = clocked;
  const parts = {
    environment: readEnvironment({ RATE_LIMITS: 'off' }),
    logger: createLogger('silent'),
    dataSource: database.dataSource,
  };
  const app = await NestFactory.createApplicationContext(
    { module: WholeSite, imports: [PlatformModule.of(parts), DomainModule] },
    { logger: false, abortOnError: false },
  );
  return {
    database,
    passDays: (days: number) => clocked.passDays(days),
    make: new Builders(database),
    questions: app.get(Questions),
    answers: app.get(Answers),
    votes: app.get(Votes),
    marks: app.get(Marks),
    onBehalf: app.get(OnBehalf),
    supersession: app.get(Supersession),
    deletion: app.get(Deletion),
    bounties: app.get(Bounties),
    settlement: app.get(Settlement),
    sanctions: app.get(Sanctions),
    fraudCases: app.get(FraudCases),
    suspicions: app.get(FraudCaseStore),
    promotion: app.get(Promotion),
    publication: app.get(Publication),
    ratings: app.get(HelperRatings),
    ratingReview: app.get(RatingReview),
    ratingPublication: app.get(RatingPublication),
    erasure: app.get(Erasure),
    ruleDesk: app.get(RuleDesk),
    ruleSets: app.get(RuleSets),
    recomputation: app.get(Recomputation),
    privileges: app.get(PrivilegeKeeping),
    /** Runs the whole of `peerdesk check`. @throws with what is broken */
    async check(): Promise<void> {
      await app.get(Erasure).followUpAll();
      await app.get(SearchIndexing).drain();
      const results = [];
      for await (const result of app.get(Integrity).check()) results.push(result);
      if (!areAllKept(results)) throw new Error(formatResults(results.filter(({ broken }) => broken > 0)));
    },
    async close(): Promise<void> {
      await app.close();
      await clocked.drop();
    },
  };
}

/** Who somebody is now, as a request would bring them along. */
export async function actorOf(database: Database, accountId: number): Promise<Actor> {
  const row = await database.one<{ role: Role; reputation: number; privileges: string[] }>(
    `select role, reputation, privileges from account where id = $1`,
    [accountId],
  );
  if (!row) throw new Error(`there is no account ${accountId}`);
  return { accountId, ...row };
}
