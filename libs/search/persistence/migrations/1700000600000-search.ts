import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stemmer of each language, by its ISO 639-1 code. Older versions of PostgreSQL have not all of them. */
const STEMMERS: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** The search index in PostgreSQL, the dirty sets that keep every index true, and the triggers that fill them. */
export class Search1700000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createConfigurations(runner);
    await this.createIndexTables(runner);
    await this.createDirtySets(runner);
    await this.markChangedPosts(runner);
    await this.markChangedTags(runner);
    await this.markChangedArticles(runner);
    await runner.query(
      `select mark_search_dirty('question', array(select id from post where kind = 'question'))`,
    );
    await runner.query(`select mark_search_dirty('article', array(select id from article))`);
  }

  private async createConfigurations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_language (
        language text primary key,
        config text not null,
        -- whether there are documents of it, or were: only these are asked
        used boolean not null default false
      )`);
    await runner.query(`insert into search_language (language, config) values ('und', 'search_simple')`);
    await runner.query(`create text search configuration search_simple (copy = simple)`);
    await runner.query(
      `alter text search configuration search_simple alter mapping for word, numword with unaccent, simple`,
    );
    const available = (await runner.query(`select cfgname::text from pg_ts_config`)) as { cfgname: string }[];
    const known = new Set(available.map(({ cfgname }) => cfgname));
    for (const [language, stemmer] of Object.entries(STEMMERS)) {
      if (!known.has(stemmer)) continue;
      const config = `search_${language}`;
      await runner.query(`create text search configuration ${config} (copy = ${stemmer})`);
      await runner.query(
        `alter text search configuration ${config}
           alter mapping for word with unaccent, ${stemmer}_stem`,
      );
      await runner.query(`insert into search_language (language, config) values ($1, $2)`, [
        language,
        config,
      ]);
    }
  }

  private async createIndexTables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_document (
        -- the global id, such as q_12
        id text primary key,
        kind text not null check (kind in ('question', 'article')),
        number bigint not null,
        locale text not null,
        -- the name of the text search configuration. Not regconfig, and the vectors are not generated columns over
        -- it: a table with a regconfig column cannot go through pg_upgrade, and the words of Chinese, Japanese and
        -- Thai are cut outside the database
        config text not null,
        title text not null,
        -- the title's words in their plainest form, to recognise it when it is asked for whole
        title_key text not null,
        tags text[] not null,
        text text not null,
        accepted boolean not null,
        official boolean not null,
        helpfulness smallint not null,
        score integer not null,
        answer_count integer not null,
        audience text not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        rev bigint not null,
        digest text not null,
        title_vector tsvector not null,
        -- title A, tags B, text C
        vector tsvector not null
      ) with (parallel_workers = 0)`);
    await runner.query(`create index search_document_number on search_document (kind, number)`);
    await runner.query(`create index search_document_title on search_document (title_key)`);
    for (const vector of ['title_vector', 'vector']) {
      await runner.query(`
        create index search_document_${vector} on search_document
          using gin (${vector}, config, kind, tags) with (fastupdate = off)`);
    }

    // Every word of every document as it is written (not stemmed), with the number of documents that have it.
    await runner.query(`
      create table search_lexicon (
        word text collate "C" primary key,
        documents integer not null
      )`);
    await runner.query(
      `create index search_lexicon_trigram on search_lexicon using gin (word gin_trgm_ops) with (fastupdate = off)`,
    );

    // The indexes that exist in Meilisearch, with the settings they were given.
    await runner.query(`
      create table search_meilisearch_index (
        uid text primary key,
        copy text not null check (copy in ('live', 'next')),
        kind text not null check (kind in ('question', 'article')),
        language text not null,
        settings_hash text not null
      )`);
  }

  private async createDirtySets(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_target (
        -- an index that is kept true: postgres, meilisearch, or one that is being built (…_next)
        name text primary key,
        -- whether everything was brought into it once, so that it may answer
        ready boolean not null default false,
        -- when it was last compared with the database
        swept_at timestamptz(3) not null default now(),
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`insert into search_target (name, ready) values ('postgres', true)`);

    await runner.query(`create sequence search_rev`);
    await runner.query(`
      create table search_dirty (
        target text not null,
        kind text not null check (kind in ('question', 'article')),
        id bigint not null,
        -- moves on with every change, so that a writer does not clear what changed while it wrote
        rev bigint not null default nextval('search_rev'),
        attempts smallint not null default 0,
        next_at timestamptz(3) not null default now(),
        last_error text,
        -- of the oldest change that is not in the index yet
        marked_at timestamptz(3) not null default clock_timestamp(),
        primary key (target, kind, id)
      )`);
    await runner.query(`create index search_dirty_by_turn on search_dirty (target, attempts, rev)`);

    await runner.query(`
      create function mark_search_dirty(changed_kind text, changed_ids bigint[]) returns void language plpgsql as $$
      begin
        if cardinality(changed_ids) = 0 then
          return;
        end if;
        insert into search_dirty (target, kind, id)
          select target.name, changed_kind, changed.id
          from search_target target, (select distinct unnest(changed_ids) as id) changed
          -- in one order, so that two who mark the same things do not wait for each other
          order by target.name, changed.id
        -- nextval is called again, after the row's lock was got: a number from before the wait could be lower
        on conflict (target, kind, id) do update
          set rev = nextval('search_rev'), attempts = 0, next_at = now(), last_error = null;
        perform pg_notify('search_dirty', '');
      end $$`);

    await runner.query(`
      create function search_helpfulness(score integer) returns smallint language sql immutable parallel safe
        return width_bucket(score, array[0, 1, 3, 10, 30, 100])::smallint`);
  }

  private async markChangedPosts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_marks_posts() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question', array(select distinct coalesce(question_id, id) from changed));
        return null;
      end $$`);
    await runner.query(`
      create trigger post_insert_is_searched after insert on post
        referencing new table as changed for each statement execute function search_marks_posts()`);
    await runner.query(`
      create trigger post_delete_is_searched after delete on post
        referencing old table as changed for each statement execute function search_marks_posts()`);

    // By row and with a condition: most updates (views, activity, single votes) change nothing that is searched.
    await runner.query(`
      create function search_marks_post() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question',
          array[coalesce(new.question_id, new.id), coalesce(old.question_id, old.id)]);
        return null;
      end $$`);
    await runner.query(`
      create trigger post_update_is_searched after update on post for each row
        when (old.title is distinct from new.title
          or old.body_html is distinct from new.body_html
          or old.locale is distinct from new.locale
          or old.question_id is distinct from new.question_id
          or old.deleted_at is distinct from new.deleted_at
          or old.accepted_at is distinct from new.accepted_at
          or old.official_at is distinct from new.official_at
          or old.answer_count is distinct from new.answer_count
          or search_helpfulness(old.score) is distinct from search_helpfulness(new.score))
        execute function search_marks_post()`);
  }

  private async markChangedTags(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_marks_tagged() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question', array(select distinct post_id from changed));
        return null;
      end $$`);
    for (const [event, side] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      await runner.query(`
        create trigger post_tag_${event}_is_searched after ${event} on post_tag
          referencing ${side} table as changed for each statement execute function search_marks_tagged()`);
    }
    await runner.query(`
      create function search_marks_tag() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question', array(select post_id from post_tag where tag_id = new.id));
        return null;
      end $$`);
    await runner.query(`
      create trigger tag_rename_is_searched after update of name on tag for each row
        when (old.name is distinct from new.name) execute function search_marks_tag()`);
  }

  private async markChangedArticles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_marks_article() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('article', array[coalesce(new.id, old.id)]);
        return null;
      end $$`);
    await runner.query(`
      create trigger article_change_is_searched after insert or delete on article for each row
        execute function search_marks_article()`);
    await runner.query(`
      create trigger article_update_is_searched after update on article for each row
        when (old.title is distinct from new.title
          or old.body_html is distinct from new.body_html
          or old.tags is distinct from new.tags
          or old.locale is distinct from new.locale
          or old.status is distinct from new.status
          or search_helpfulness(old.helpful_count - old.not_helpful_count)
             is distinct from search_helpfulness(new.helpful_count - new.not_helpful_count))
        execute function search_marks_article()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const functions = 'posts, post, tagged, tag, article'.split(', ').map((name) => `search_marks_${name}()`);
    await runner.query(`drop function ${functions.join(', ')} cascade`);
    await runner.query(`drop function mark_search_dirty(text, bigint[]), search_helpfulness(integer)`);
    await runner.query(
      `drop table search_document, search_lexicon, search_meilisearch_index, search_dirty, search_target`,
    );
    await runner.query(`drop sequence search_rev`);
    const configs = (await runner.query(`select config from search_language`)) as { config: string }[];
    for (const { config } of configs) {
      await runner.query(`drop text search configuration ${config}`);
    }
    await runner.query(`drop table search_language`);
  }
}
