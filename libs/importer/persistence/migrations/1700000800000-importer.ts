import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where imported things came from, so that an import can be stopped, run again and brought up to date. */
export class Importer1700000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_source (
        id integer generated always as identity primary key,
        name text not null,
        locale text not null,
        -- ids and dates of its first posts: what a later dump of the same community is recognised by
        fingerprint text[] not null,
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`
      create table import_user (
        source_id integer not null references import_source (id),
        source_key bigint not null,
        account_id bigint not null references account (id),
        -- made up because the dump came without its users; a later one may still tell who it is
        is_placeholder boolean not null default false,
        primary key (source_id, source_key)
      )`);
    await runner.query(`
      create table import_post (
        source_id integer not null references import_source (id),
        source_key bigint not null,
        post_id bigint not null references post (id),
        -- what the dump says it is; votes that the dump counts but does not list make up the difference
        score integer not null,
        -- of a question: the answer that the dump calls accepted, and whether that is still to be done here
        accepted_key bigint,
        is_to_accept boolean not null default false,
        -- the newest row of the history that went into the revisions; null when it came without
        history_key bigint,
        -- the newest revision that was imported; later ones were written here
        revision integer not null,
        primary key (source_id, source_key),
        constraint import_post_once unique (post_id)
      )`);
    await runner.query(`
      create index import_post_to_accept on import_post (source_id, source_key) where is_to_accept`);
    await runner.query(`
      create table import_comment (
        source_id integer not null references import_source (id),
        source_key bigint not null,
        comment_id bigint not null references comment (id),
        primary key (source_id, source_key)
      )`);
    await runner.query(`
      create table import_badge (
        source_id integer not null references import_source (id),
        source_key bigint not null,
        primary key (source_id, source_key)
      )`);
    // Filled and emptied by each run, so it need not survive a crash of the server.
    await runner.query(`
      create unlogged table import_history (
        post_key bigint not null,
        key bigint not null,
        row_number bigint not null,
        edit text not null,
        part text not null,
        created_at timestamptz(3) not null,
        user_key bigint,
        reason text,
        text text not null,
        primary key (post_key, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_history, import_badge, import_comment, import_post, import_user, import_source`);
  }
}
