import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '#libs/platform';

/**
 * Points, limits and thresholds as data. The newest row is in force. Version 1 is what was written in the code before,
 * which entries of the ledger name already; it is spelt out here, since presets may change and it must not.
 */
const VERSION_1 = {
  points: {
    QUESTION_UPVOTED: 10,
    QUESTION_DOWNVOTED: -2,
    ANSWER_UPVOTED: 10,
    ANSWER_DOWNVOTED: -2,
    VOTED_ANSWER_DOWN: -1,
    ANSWER_ACCEPTED: 15,
    ACCEPTED_AN_ANSWER: 2,
    ANSWER_ALSO_SOLVED: 5,
    ANSWER_MADE_OFFICIAL: 15,
    ANSWER_PROMOTED: 25,
  },
  dailyCap: 200,
  privileges: {
    ASK: 0,
    ANSWER: 0,
    COMMENT: 0,
    VOTE_UP: 0,
    OFFER_BOUNTY: 75,
    VOTE_DOWN: 125,
    NOMINATE_SUPERUSER: 200,
    CREATE_TAG: 0,
    EDIT_OTHERS_POSTS: 1_000,
  },
  abilities: { POSTS: 0.8, EDITS: 0.8, FLAGS: 0.8 },
  hysteresis: { share: 0.9, graceDays: 14 },
  votes: { upPerDay: 100, downPerDay: 30, upPerAuthor: 50, downPerAuthor: 10 },
  bounty: { least: 50, most: 500, days: 7, graceDays: 1, leastScore: 2 },
  solutions: { alsoSolvedMost: 4, onBehalfAfterDays: 14, reminderAfterDays: 7 },
  ratings: { priorMean: 3.5, priorWeight: 5, leastCount: 5 },
  ranks: [
    { names: { en: 'Newcomer', de: 'Neu dabei' }, reputation: 0, solutions: 0, articles: 0 },
    { names: { en: 'Contributor', de: 'Aktiv dabei' }, reputation: 50, solutions: 0, articles: 0 },
    { names: { en: 'Helper', de: 'Hilfsbereit' }, reputation: 200, solutions: 1, articles: 0 },
    { names: { en: 'Adviser', de: 'Ratgebend' }, reputation: 1_000, solutions: 5, articles: 0 },
    { names: { en: 'Expert', de: 'Fachkundig' }, reputation: 3_000, solutions: 25, articles: 0 },
    { names: { en: 'Luminary', de: 'Wegweisend' }, reputation: 10_000, solutions: 100, articles: 5 },
  ],
  expertise: { halfLifeDays: 365 },
  superusers: {
    reputation: 500,
    windowDays: 100,
    activeDays: 15,
    solutions: 5,
    askers: 5,
    quality: 0.75,
    stayShare: 0.9,
    graceDays: 14,
    invitationDays: 30,
    termMonths: 12,
  },
};

export class RuleSets1700000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_set (
        version integer primary key check (version >= 1),
        preset text check (preset in ('NEW', 'GROWING', 'ESTABLISHED')),
        rules jsonb not null check (jsonb_typeof(rules) = 'object'),
        note text not null default '' check (length(note) <= 500),
        created_by bigint references account (id),
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`insert into rule_set (version, preset, rules) values (1, 'NEW', $1)`, [
      JSON.stringify(VERSION_1),
    ]);
    await makeAppendOnly(runner, 'rule_set');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rule_set`);
  }
}
