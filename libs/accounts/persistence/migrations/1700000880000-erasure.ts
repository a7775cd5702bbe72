import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts whose owner is gone: the row stays for what hangs on it, and holds nothing of the person. */
export class Erasure1700000880000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In the database, so that a profile that was under way while its account was erased cannot write itself back.
    await runner.query(`
      create function forget_person() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then new.erased_at := coalesce(old.erased_at, new.erased_at); end if;
        -- No name that somebody chooses has a colon in it.
        new.username := 'erased:' || new.id;
        new.username_skeleton := new.username;
        new.display_name := 'Former member';
        new.email := null;
        new.password_hash := null;
        new.about := '';
        new.about_html := '';
        new.locale := null;
        return new;
      end $$`);
    await runner.query(`
      create trigger account_begins_erased before insert on account
        for each row when (new.erased_at is not null) execute function forget_person()`);
    await runner.query(`
      create trigger account_stays_erased before update on account
        for each row when (new.erased_at is not null or old.erased_at is not null) execute function forget_person()`);
    await runner.query(`update account set erased_at = erased_at where erased_at is not null`);
    // The name that is still to be taken out of texts; gone with the last of them.
    await runner.query(`
      create table erasure (
        account_id bigint primary key references account (id),
        username citext not null,
        erased_at timestamptz(3) not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table erasure`);
    await runner.query(`drop trigger account_stays_erased on account`);
    await runner.query(`drop trigger account_begins_erased on account`);
    await runner.query(`drop function forget_person()`);
  }
}
