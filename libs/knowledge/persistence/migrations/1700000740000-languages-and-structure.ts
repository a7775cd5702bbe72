import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Translations of articles, which know the version that they translate, and the categories in which articles stand. */
export class LanguagesAndStructure1700000740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.translate(runner);
    await this.categorise(runner);
  }

  private async translate(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table article
        -- the original, which is no translation itself; null: this is one
        add translation_of bigint references article (id),
        -- the version of the original that the copy that readers see translates
        add translated_version integer,
        add constraint article_translates_another check (translation_of <> id),
        add constraint article_translates_a_version check ((translation_of is null) = (translated_version is null)),
        add constraint article_translated_version_exists foreign key (translation_of, translated_version)
          references article_version (article_id, number)`);
    // What each version of a translation follows, so that an unpublished one does not vouch for what readers see.
    await runner.query(
      `alter table article_version add translated_version integer check (translated_version >= 1)`,
    );
    await runner.query(`
      create unique index article_one_translation_per_locale on article (translation_of, lower(locale))
        where translation_of is not null`);
    await runner.query(`create index article_by_group on article ((coalesce(translation_of, id)))`);
    await runner.query(`
      create index article_found_by_update on article (updated_at desc, id desc)
        where status in ('PUBLISHED', 'STALE')`);
  }

  private async categorise(runner: QueryRunner): Promise<void> {
    // Of originals only: translations stand where their original stands.
    await runner.query(`
      create table article_category (
        article_id bigint not null references article (id),
        category_id bigint not null references category (id),
        created_at timestamptz(3) not null default now(),
        primary key (article_id, category_id)
      )`);
    await runner.query(`create index article_category_by_category on article_category (category_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table article_category`);
    await runner.query(`alter table article_version drop translated_version`);
    await runner.query(`drop index article_by_group, article_found_by_update`);
    await runner.query(`alter table article drop translation_of, drop translated_version`);
  }
}
