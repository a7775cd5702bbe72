import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '#libs/platform';

/**
 * Languages without a stemmer in PostgreSQL, by ISO 639-1: the words of those written without spaces are cut before
 * they come here. A configuration of their own, and not the common simple one, gives each its own rules and statistics.
 */
const WITHOUT_STEMMER = 'ja zh ko th lo km my he fa vi uk bg hr sk sl cs pl lv ms ur bn'.split(' ');

/** What search can be narrowed, counted and sorted by, and the rules that curators give it. */
export class SearchInDepth1700000750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addLanguages(runner);
    await this.addColumns(runner);
    await this.createRules(runner);
    await this.markAuthorship(runner);
    // The documents have a new shape. Whoever searches meanwhile finds by the old one; Meilisearch, whose settings
    // change too, answers again once it was built anew.
    await runner.query(`update search_target set ready = false where name = 'meilisearch'`);
    await runner.query(
      `select mark_search_dirty('question', array(select id from post where kind = 'question'))`,
    );
    await runner.query(`select mark_search_dirty('article', array(select id from article))`);
  }

  private async addLanguages(runner: QueryRunner): Promise<void> {
    for (const language of WITHOUT_STEMMER) {
      const known = (await runner.query(`select 1 from search_language where language = $1`, [
        language,
      ])) as unknown[];
      if (known.length > 0) continue;
      const config = `search_${language}`;
      await runner.query(`create text search configuration ${config} (copy = search_simple)`);
      await runner.query(`insert into search_language (language, config) values ($1, $2)`, [
        language,
        config,
      ]);
    }
  }

  private async addColumns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_document
        add answered boolean not null default false,
        -- account numbers: names change
        add authors bigint[] not null default '{}',
        -- slugs, and the names of all versions that it applies to
        add products text[] not null default '{}',
        add versions text[] not null default '{}',
        add active_at timestamptz(3) not null default now()`);
    await runner.query(`create index search_document_newest on search_document (created_at desc)`);
    await runner.query(`create index search_document_votes on search_document (score desc)`);
    await runner.query(`create index search_document_activity on search_document (active_at desc)`);
    await runner.query(`
      create index search_document_narrowed on search_document
        using gin (authors, products, versions) with (fastupdate = off)`);
  }

  private async createRules(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_rule_set (
        -- the language part of a locale; und: for all
        locale text not null,
        version integer not null check (version > 0),
        synonyms jsonb not null default '[]',
        stop_words text[] not null default '{}',
        pinned jsonb not null default '[]',
        boosts jsonb not null default '[]',
        author_id bigint references account (id),
        reason text,
        created_at timestamptz(3) not null default now(),
        primary key (locale, version)
      )`);
    await makeAppendOnly(runner, 'search_rule_set');
  }

  /** Who wrote a question, or has a part in an article, can be searched for. */
  private async markAuthorship(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger post_author_is_searched after update of author_id on post for each row
        when (old.author_id is distinct from new.author_id) execute function search_marks_post()`);
    await runner.query(`
      create function search_marks_contributors() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('article', array(select distinct article_id from changed));
        return null;
      end $$`);
    for (const [event, side] of [
      ['insert', 'new'],
      ['delete', 'old'],
    ]) {
      await runner.query(`
        create trigger contributor_${event}_is_searched after ${event} on article_contributor
          referencing ${side} table as changed for each statement execute function search_marks_contributors()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function search_marks_contributors() cascade`);
    await runner.query(`drop trigger post_author_is_searched on post`);
    await runner.query(`drop table search_rule_set`);
    // By what they are on: a rebuild has given them other names.
    const indexes = (await runner.query(
      `select indexname from pg_indexes
       where schemaname = current_schema() and tablename = 'search_document'
         and (indexdef like '%(created_at DESC)' or indexdef like '%(score DESC)')`,
    )) as { indexname: string }[];
    for (const { indexname } of indexes) await runner.query(`drop index "${indexname}"`);
    await runner.query(
      `alter table search_document
         drop answered, drop authors, drop products, drop versions, drop active_at`,
    );
    for (const language of WITHOUT_STEMMER) {
      const config = `search_${language}`;
      await runner.query(`update search_document set config = 'search_simple' where config = $1`, [config]);
      await runner.query(`delete from search_language where language = $1`, [language]);
      await runner.query(`drop text search configuration if exists ${config}`);
    }
  }
}
