import type { MigrationInterface, QueryRunner } from 'typeorm';

/** FAQ articles: what readers see, every version behind it, where it came from and whether it helped. */
export class Knowledge1700000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createArticles(runner);
    await this.createProvenance(runner);
    await this.createFeedback(runner);
  }

  private async createArticles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article (
        id bigint generated always as identity primary key,
        slug text not null,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'STALE', 'ARCHIVED')),
        locale text not null,
        -- the copy that readers see (of a draft: what readers would see); version says which one it is
        version integer not null default 1 check (version >= 1),
        title text not null,
        body text not null,
        body_html text not null,
        excerpt text not null default '',
        tags text[] not null default '{}',
        -- the newest version, which curators work on
        latest_version integer not null default 1,
        helpful_count integer not null default 0 check (helpful_count >= 0),
        not_helpful_count integer not null default 0 check (not_helpful_count >= 0),
        created_by bigint references account (id),
        created_at timestamptz(3) not null default now(),
        -- when what readers see last changed
        updated_at timestamptz(3) not null default now(),
        -- the first time
        published_at timestamptz(3),
        -- whoever made it public as it stands now; the credit depends on it
        published_by bigint references account (id),
        constraint article_slug_unique unique (slug),
        constraint article_readers_see_a_version check (version <= latest_version),
        constraint article_published_has_date check (status not in ('PUBLISHED', 'STALE') or published_at is not null)
      )`);
    await runner.query(`create index article_by_update on article (status, updated_at desc, id desc)`);
    await runner.query(`create index article_by_tags on article using gin (tags)`);

    await runner.query(`
      create table article_version (
        id bigint generated always as identity primary key,
        article_id bigint not null references article (id),
        number integer not null check (number >= 1),
        title text not null,
        body text not null,
        body_html text not null,
        excerpt text not null default '',
        tags text[] not null default '{}',
        reason text,
        author_id bigint references account (id),
        created_at timestamptz(3) not null default now(),
        constraint article_version_number_unique unique (article_id, number)
      )`);
    await runner.query(`create index article_version_by_author on article_version (author_id)`);
  }

  private async createProvenance(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article_source (
        article_id bigint not null references article (id),
        answer_id bigint not null references post (id),
        -- the revision of the answer that the article was made from, or last compared with
        answer_revision integer not null check (answer_revision >= 1),
        -- false while the article is archived
        is_live boolean not null default true,
        created_at timestamptz(3) not null default now(),
        primary key (article_id, answer_id)
      )`);
    await runner.query(`create index article_source_by_answer on article_source (answer_id)`);
    // Two curators who promote one answer at once: the second one is told of the first one's article.
    await runner.query(
      `create unique index article_source_one_live_article on article_source (answer_id) where is_live`,
    );

    await runner.query(`
      create table article_contributor (
        article_id bigint not null references article (id),
        account_id bigint not null references account (id),
        kind text not null check (kind in ('answer', 'edit')),
        created_at timestamptz(3) not null default now(),
        primary key (article_id, account_id)
      )`);
    await runner.query(`create index article_contributor_by_account on article_contributor (account_id)`);
  }

  private async createFeedback(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article_feedback (
        id bigint generated always as identity primary key,
        article_id bigint not null references article (id),
        account_id bigint references account (id),
        -- a keyed hash of what a guest can be recognised by; never an address
        guest_key bytea,
        helpful boolean not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint article_feedback_from_one check ((account_id is null) <> (guest_key is null)),
        constraint article_feedback_once_per_account unique (article_id, account_id),
        constraint article_feedback_once_per_guest unique (article_id, guest_key)
      )`);
    await runner.query(`create index article_feedback_by_account on article_feedback (account_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table article_feedback, article_contributor, article_source, article_version, article`,
    );
  }
}
