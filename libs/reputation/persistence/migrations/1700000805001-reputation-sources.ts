import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What entries are about; a reversal belongs to what it takes back.
 * @param entries the rows to look at, with what they take back (possibly among themselves) in the table
 */
const SUMS = (entries: string) => `
  select e.account_id, coalesce(taken.reason, e.reason) as reason, sum(e.delta) as points, count(*) as entries
    from ${entries} e left join reputation_entry taken on taken.id = e.reverses_id
   group by 1, 2 order by 1, 2`;

/** What everybody's reputation is made of, by reason: a sum that no profile has to add up from its whole ledger. */
export class ReputationSources1700000805001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reputation_source (
        account_id bigint not null references account (id),
        -- of the entries; reversals are counted with what they take back
        reason text not null,
        points bigint not null,
        entries integer not null check (entries > 0),
        primary key (account_id, reason)
      )`);
    await runner.query(`insert into reputation_source ${SUMS('reputation_entry')}`);
    await runner.query(`
      create function sum_up_sources() returns trigger language plpgsql as $$
      begin
        insert into reputation_source ${SUMS('entered')}
          on conflict (account_id, reason) do update
             set points = reputation_source.points + excluded.points,
                 entries = reputation_source.entries + excluded.entries;
        return null;
      end $$`);
    await runner.query(`
      create trigger reputation_entry_has_source after insert on reputation_entry
        referencing new table as entered for each statement execute function sum_up_sources()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger reputation_entry_has_source on reputation_entry`);
    await runner.query(`drop function sum_up_sources()`);
    await runner.query(`drop table reputation_source`);
  }
}
