import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the entries: a reversal belongs to what it takes back, and takes one of those that stand. */
const STANDING = `count(*) filter (where e.reverses_id is null) - count(e.reverses_id)`;

/** What entries are about, as before; `more` is what is counted besides. */
const SUMS = (entries: string, more: string) => `
  select e.account_id, coalesce(taken.reason, e.reason) as reason, sum(e.delta) as points, count(*) as entries${more}
    from ${entries} e left join reputation_entry taken on taken.id = e.reverses_id
   group by 1, 2 order by 1, 2`;

/** A line of what reputation is made of says how many entries stand, besides how many there were. */
export class StandingEntries1700000890004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No check that it is never below 0: what is about to be added to a line is looked at like a line of its own.
    await runner.query(`alter table reputation_source add standing integer not null default 0`);
    await runner.query(`
      update reputation_source set standing = summed.standing
        from (${SUMS('reputation_entry', `, ${STANDING} as standing`)}) as summed
       where (summed.account_id, summed.reason) = (reputation_source.account_id, reputation_source.reason)`);
    await runner.query(`
      create or replace function sum_up_sources() returns trigger language plpgsql as $$
      begin
        insert into reputation_source (account_id, reason, points, entries, standing)
          ${SUMS('entered', `, ${STANDING}`)}
          on conflict (account_id, reason) do update
             set points = reputation_source.points + excluded.points,
                 entries = reputation_source.entries + excluded.entries,
                 standing = reputation_source.standing + excluded.standing;
        return null;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function sum_up_sources() returns trigger language plpgsql as $$
      begin
        insert into reputation_source (account_id, reason, points, entries) ${SUMS('entered', '')}
          on conflict (account_id, reason) do update
             set points = reputation_source.points + excluded.points,
                 entries = reputation_source.entries + excluded.entries;
        return null;
      end $$`);
    await runner.query(`alter table reputation_source drop standing`);
  }
}
