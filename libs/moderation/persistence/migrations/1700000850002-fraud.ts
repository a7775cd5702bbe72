import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signals that show accounts of one person, for a while, and cases in which votes or acceptances look arranged. */
export class Fraud1700000850002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createSignals(runner);
    await this.createCases(runner);
    await this.createItems(runner);
  }

  private async createSignals(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signal_key (
        -- the Monday of the week (UTC) in which signals are hashed with it; deleted with them
        week date primary key,
        key bytea not null check (length(key) = 32)
      )`);
    await runner.query(`
      create table account_signal (
        account_id bigint not null references account (id) on delete cascade,
        kind text not null check (kind in ('LOGIN', 'VOTE', 'ANSWER')),
        -- keyed, of the network and the browser: tells that two are the same, within a week, and nothing else
        hash bytea not null check (length(hash) = 16),
        day date not null,
        primary key (hash, day, account_id, kind)
      )`);
    await runner.query(`create index account_signal_by_day on account_signal (day)`);
    await runner.query(`create index account_signal_by_account on account_signal (account_id)`);
  }

  private async createCases(runner: QueryRunner): Promise<void> {
    const outside = (...people: string[]) =>
      people.map((person) => `(${person} is null or ${person} <> all (account_ids))`).join(' and ');
    await runner.query(`
      create table fraud_case (
        id bigint generated always as identity primary key,
        kind text not null check (kind in ('SERIAL_VOTES', 'RING', 'RECIPROCAL_ACCEPTANCE', 'SOCK_PUPPETS')),
        -- of serial votes: who voted, then whom for; of all others by number
        account_ids bigint[] not null check (cardinality(account_ids) between 2 and 50),
        -- figures by name
        evidence jsonb not null check (jsonb_typeof(evidence) = 'object'),
        state text not null default 'OPEN'
          check (state in ('OPEN', 'PROPOSED', 'INVALIDATED', 'DISMISSED', 'UNDONE')),
        found_at timestamptz(3) not null default now(),
        -- when something was added to it last
        grown_at timestamptz(3) not null default now(),
        proposed_by bigint references account (id),
        proposed_at timestamptz(3),
        proposal_reason text,
        confirmed_by bigint references account (id),
        confirmed_at timestamptz(3),
        dismissed_by bigint references account (id),
        dismissed_at timestamptz(3),
        dismissal_reason text,
        undo_proposed_by bigint references account (id),
        undo_reason text,
        undone_by bigint references account (id),
        undone_at timestamptz(3),
        -- an ADMIN may undo alone
        is_undone_by_admin boolean not null default false,
        constraint fraud_proposal check (
          (state in ('PROPOSED', 'INVALIDATED', 'UNDONE')) = (proposed_by is not null)
          and (proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (proposal_reason is null)),
        constraint fraud_confirmation check (
          (state in ('INVALIDATED', 'UNDONE')) = (confirmed_by is not null)
          and (confirmed_by is null) = (confirmed_at is null)),
        constraint fraud_dismissal check (
          (state = 'DISMISSED') = (dismissed_by is not null)
          and (dismissed_by is null) = (dismissed_at is null) and (dismissed_by is null) = (dismissal_reason is null)),
        constraint fraud_undoing check (
          (state = 'UNDONE') = (undone_by is not null) and (undone_by is null) = (undone_at is null)
          and (undo_proposed_by is null or state in ('INVALIDATED', 'UNDONE'))),
        constraint fraud_invalidated_by_two check (confirmed_by is null or confirmed_by <> proposed_by),
        constraint fraud_undone_by_two check (
          undone_by is null or is_undone_by_admin or (undo_proposed_by is not null and undone_by <> undo_proposed_by)),
        constraint fraud_nobody_decides_on_themselves check (
          ${outside('proposed_by', 'confirmed_by', 'dismissed_by', 'undo_proposed_by', 'undone_by')})
      )`);
    await runner.query(`create index fraud_case_by_state on fraud_case (state, grown_at desc, id desc)`);
    await runner.query(`create index fraud_case_by_people on fraud_case using gin (account_ids)`);
  }

  private async createItems(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fraud_case_vote (
        case_id bigint not null references fraud_case (id),
        -- no foreign key: votes may be withdrawn, and then the case says so
        vote_id bigint not null,
        post_id bigint not null references post (id),
        voter_id bigint not null references account (id),
        author_id bigint not null references account (id),
        value smallint not null check (value in (-1, 1)),
        cast_at timestamptz(3) not null,
        is_proposed boolean not null default false,
        primary key (case_id, vote_id)
      )`);
    await runner.query(`
      create table fraud_case_acceptance (
        case_id bigint not null references fraud_case (id),
        answer_id bigint not null references post (id),
        asker_id bigint not null references account (id),
        helper_id bigint not null references account (id),
        accepted_at timestamptz(3) not null,
        is_proposed boolean not null default false,
        primary key (case_id, answer_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table fraud_case_acceptance, fraud_case_vote, fraud_case, account_signal, signal_key`,
    );
  }
}
