import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes and acceptances that were found invalid: the rows stay, and count for nothing. */
export class VoidVotes1700000850000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vote
        add voided_at timestamptz(3),
        -- the number of the case; of a lib above this one, so without a foreign key
        add void_case bigint,
        add constraint vote_void_by_case check ((voided_at is null) = (void_case is null)),
        add constraint vote_void_is_somebodys check (voided_at is null or voter_id is not null)`);
    await runner.query(`
      alter table post
        -- answers only: whoever accepts this one, nobody earns by it; the acceptance itself is the asker's word and stays
        add acceptance_void_case bigint,
        add constraint post_only_acceptances_are_void check (kind = 'answer' or acceptance_void_case is null)`);
    await runner.query(`create index vote_void on vote (void_case) where void_case is not null`);
    await runner.query(
      `create index post_void_acceptance on post (acceptance_void_case) where acceptance_void_case is not null`,
    );
    // For what looks at the votes and acceptances of some weeks; votes come nearly in the order of their days.
    await runner.query(`create index vote_by_date on vote using brin (created_at)`);
    await runner.query(`create index post_by_acceptance on post (accepted_at) where accepted_at is not null`);
    await this.keepVoidVotes(runner);
  }

  /** Otherwise withdrawing and casting again would lift it. */
  private async keepVoidVotes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_void_vote() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or new.value <> old.value then
          raise exception 'vote % is void and stays as it is', old.id
            using errcode = 'check_violation', constraint = 'vote_void_stays';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger vote_void_stays before update or delete on vote
        for each row when (old.voided_at is not null) execute function keep_void_vote()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger vote_void_stays on vote`);
    await runner.query(`drop function keep_void_vote()`);
    await runner.query(`drop index post_by_acceptance, vote_by_date`);
    await runner.query(`alter table post drop acceptance_void_case`);
    await runner.query(`alter table vote drop voided_at, drop void_case`);
  }
}
