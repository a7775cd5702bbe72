import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The superuser programme: who is proposed, who fulfils what it takes, who is invited, and for how long they are in. */
export class Superusers1700000870000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createNominations(runner);
    await this.createStandings(runner);
    await this.createInvitations(runner);
    await this.createTerms(runner);
    await this.keepWhatIsOver(runner);
    await this.keepRoles(runner);
  }

  private async createNominations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table superuser_nomination (
        id bigint generated always as identity primary key,
        nominee_id bigint not null references account (id),
        nominator_id bigint not null references account (id),
        reason text not null check (length(reason) <= 1000),
        created_at timestamptz(3) not null default now(),
        constraint superuser_nomination_of_another check (nominee_id <> nominator_id)
      )`);
    await runner.query(`create index superuser_nomination_of on superuser_nomination (nominee_id, id desc)`);
    await runner.query(
      `create index superuser_nomination_by on superuser_nomination (nominator_id, nominee_id, created_at)`,
    );
  }

  /** Counted each night from posts and marks, so that the desk need not; nothing here is a source of anything. */
  private async createStandings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table superuser_standing (
        account_id bigint primary key references account (id),
        reputation integer not null,
        active_days integer not null,
        solutions integer not null,
        askers integer not null,
        quality double precision not null,
        -- how many of the criteria are fulfilled whole
        met smallint not null check (met between 0 and 5),
        -- the share of each criterion that whoever is in needs for staying is there
        stays boolean not null,
        -- since when all are fulfilled; kept until somebody is below what staying takes for the days of grace
        qualified_since timestamptz(3),
        below_since timestamptz(3),
        -- when staff were told that a superuser is below for longer than the days of grace
        staff_told_at timestamptz(3),
        rule_version integer not null references rule_set (version),
        counted_at timestamptz(3) not null,
        constraint superuser_standing_below check (stays = (below_since is null)),
        constraint superuser_standing_told check (staff_told_at is null or below_since is not null)
      )`);
    await runner.query(
      `create index superuser_standing_by_need on superuser_standing (met desc, reputation desc, account_id)`,
    );
    // The public list of superusers, who are few among many.
    await runner.query(
      `create index account_superuser on account (reputation desc, id) where role = 'SUPERUSER' and erased_at is null`,
    );
  }

  private async createInvitations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table superuser_invitation (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        invited_by bigint not null references account (id),
        message text not null check (length(message) <= 1000),
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        -- what was offered holds, whatever becomes of the rules
        term_months integer not null check (term_months > 0),
        rule_version integer not null references rule_set (version),
        state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
        settled_at timestamptz(3),
        -- null: nobody, as when it expired, or the operator
        settled_by bigint references account (id),
        constraint superuser_invitation_of_another check (account_id <> invited_by),
        constraint superuser_invitation_lasts check (expires_at > created_at),
        constraint superuser_invitation_settled check ((state = 'OPEN') = (settled_at is null)),
        constraint superuser_invitation_is_theirs check (
          case when state in ('ACCEPTED', 'DECLINED') then settled_by is not distinct from account_id
               when state in ('OPEN', 'EXPIRED') then settled_by is null else true end)
      )`);
    await runner.query(`
      create unique index superuser_invitation_one_open on superuser_invitation (account_id) where state = 'OPEN'`);
    await runner.query(
      `create index superuser_invitation_due on superuser_invitation (expires_at) where state = 'OPEN'`,
    );
    await runner.query(`create index superuser_invitation_of on superuser_invitation (account_id, id desc)`);
  }

  private async createTerms(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table superuser_term (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        invitation_id bigint not null unique references superuser_invitation (id),
        began_at timestamptz(3) not null default now(),
        ends_at timestamptz(3) not null,
        renewals integer not null default 0 check (renewals >= 0),
        -- by staff, to somebody who is below the criteria; for the end that is next
        renewal_offered_by bigint references account (id),
        ending_told_at timestamptz(3),
        ended_at timestamptz(3),
        end_reason text check (end_reason in ('COMPLETED', 'STEPPED_DOWN', 'ROLE_CHANGED')),
        -- null: nobody, as when it was over, or the operator
        ended_by bigint references account (id),
        constraint superuser_term_lasts check (ends_at > began_at),
        constraint superuser_term_ended check ((ended_at is null) = (end_reason is null)),
        constraint superuser_term_end_is_theirs check (
          case end_reason when 'STEPPED_DOWN' then ended_by is not distinct from account_id
                          when 'COMPLETED' then ended_by is null
                          when 'ROLE_CHANGED' then true else ended_by is null end)
      )`);
    await runner.query(
      `create unique index superuser_term_one_open on superuser_term (account_id) where ended_at is null`,
    );
    await runner.query(
      `create index superuser_term_due on superuser_term (ends_at, id) where ended_at is null`,
    );
    await runner.query(`create index superuser_term_of on superuser_term (account_id, id desc)`);
  }

  /** What was settled is not settled again, a term grows and never shrinks, and nothing is deleted. */
  private async keepWhatIsOver(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_superuser_invitation() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'an invitation is never deleted'
            using errcode = 'check_violation', constraint = 'superuser_invitation_is_kept';
        end if;
        -- Words may go, as when an account is erased.
        if (new.id, new.account_id, new.invited_by, new.created_at, new.expires_at, new.term_months, new.rule_version)
             is distinct from
           (old.id, old.account_id, old.invited_by, old.created_at, old.expires_at, old.term_months, old.rule_version)
           or (new.message <> old.message and new.message <> '')
           or (old.state <> 'OPEN' and (new.state, new.settled_at, new.settled_by)
                                       is distinct from (old.state, old.settled_at, old.settled_by)) then
          raise exception 'what was offered, and what became of it, is never changed'
            using errcode = 'check_violation', constraint = 'superuser_invitation_is_kept';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger superuser_invitation_is_kept before update or delete on superuser_invitation
        for each row execute function keep_superuser_invitation()`);
    await runner.query(`
      create function keep_superuser_term() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.ended_at is not null or new.ends_at < old.ends_at
           or (new.id, new.account_id, new.invitation_id, new.began_at)
              is distinct from (old.id, old.account_id, old.invitation_id, old.began_at) then
          raise exception 'a term that is over is never changed, and none is shortened or deleted'
            using errcode = 'check_violation', constraint = 'superuser_term_is_kept';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger superuser_term_is_kept before update or delete on superuser_term
        for each row execute function keep_superuser_term()`);
  }

  /** Looked at when a transaction commits: role and term are written by statements of their own. */
  private async keepRoles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function require_superuser_role() returns trigger language plpgsql as $$
      declare person bigint := case tg_table_name when 'account' then (to_jsonb(new) ->> 'id')::bigint
                                                  else (to_jsonb(new) ->> 'account_id')::bigint end;
      begin
        if exists (select from superuser_term t join account a on a.id = t.account_id
                    where t.account_id = person and t.ended_at is null and a.role <> 'SUPERUSER') then
          raise exception 'account % has a term as a superuser and another role', person
            using errcode = 'check_violation', constraint = 'superuser_term_has_role';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create constraint trigger superuser_term_has_role after insert or update on superuser_term
        deferrable initially deferred for each row when (new.ended_at is null)
        execute function require_superuser_role()`);
    await runner.query(`
      create constraint trigger account_keeps_role_of_term after update of role on account
        deferrable initially deferred for each row when (new.role <> old.role)
        execute function require_superuser_role()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger account_keeps_role_of_term on account`);
    await runner.query(`drop index account_superuser`);
    await runner.query(
      `drop table superuser_term, superuser_invitation, superuser_standing, superuser_nomination`,
    );
    await runner.query(
      `drop function require_superuser_role(), keep_superuser_term(), keep_superuser_invitation()`,
    );
  }
}
