import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees to it that an article stays true, what it applies to, why it may not be true any more, and what readers say. */
export class TrueOverTime1700000730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table article
        -- the curator who looks after it
        add owner_id bigint references account (id),
        -- when it is to be looked at again, whatever happens
        add review_due_on date,
        -- when a curator last said that it is still true, without changing it
        add confirmed_at timestamptz(3)`);
    await runner.query(`create index article_by_owner on article (owner_id) where owner_id is not null`);
    await this.sayWhatItAppliesTo(runner);
    await this.sayWhyItIsStale(runner);
    await this.hearReaders(runner);
    await this.knowWhatWasRead(runner);
  }

  private async sayWhatItAppliesTo(runner: QueryRunner): Promise<void> {
    // Of originals only: translations apply to what their original applies to. One range for each product.
    await runner.query(`
      create table article_applicability (
        article_id bigint not null references article (id),
        product_id bigint not null references product (id),
        -- both inclusive; null: from the first version, and the newest with all that are to come
        from_version_id bigint,
        to_version_id bigint,
        -- the newest version that was out when a curator last looked; a newer one asks to look again
        checked_version_id bigint,
        primary key (article_id, product_id),
        foreign key (product_id, from_version_id) references product_version (product_id, id),
        foreign key (product_id, to_version_id) references product_version (product_id, id),
        foreign key (product_id, checked_version_id) references product_version (product_id, id)
      )`);
    await runner.query(
      `create index article_applicability_by_product on article_applicability (product_id, article_id)`,
    );
    // The newest version of a product that is out. An older one that is only put on record is never it.
    await runner.query(`
      create function newest_released_version(of_product bigint) returns bigint language sql stable parallel safe as $$
        select id from product_version where product_id = of_product and announced_at is not null
         order by ordinal desc limit 1
      $$`);
    // Answers that a curator has looked at since that version came out, and found to hold.
    await runner.query(`
      create table answer_version_check (
        answer_id bigint primary key references post (id),
        version_id bigint not null references product_version (id),
        checked_by bigint not null references account (id),
        checked_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index answer_version_check_by_account on answer_version_check (checked_by)`);
    await this.markWhatIsSearched(runner);
  }

  /** Search finds articles by the names of all versions that they apply to. */
  private async markWhatIsSearched(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_marks_article_applicability() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('article', array(
          select k.id from article k
           where new.article_id in (k.id, k.translation_of) or old.article_id in (k.id, k.translation_of)));
        return null;
      end $$`);
    // What curators checked changes nothing that is found.
    await runner.query(`
      create trigger article_applicability_is_searched
        after insert or delete or update of from_version_id, to_version_id on article_applicability
        for each row execute function search_marks_article_applicability()`);
    await runner.query(`
      create function search_marks_articles_of_product() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('article', array(
          select k.id from article_applicability a
            join article k on a.article_id in (k.id, k.translation_of)
           where a.product_id in (new.product_id, old.product_id)));
        return null;
      end $$`);
    await runner.query(`
      create trigger product_version_change_is_searched_in_articles after insert or delete on product_version
        for each row execute function search_marks_articles_of_product()`);
    await runner.query(`
      create trigger product_version_rename_is_searched_in_articles after update of name on product_version
        for each row when (old.name is distinct from new.name)
        execute function search_marks_articles_of_product()`);
  }

  private async sayWhyItIsStale(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article_stale_reason (
        article_id bigint not null references article (id),
        kind text not null check (kind in ('FEEDBACK', 'DRIFT', 'AGE', 'VERSION', 'MANUAL')),
        -- what there is to know about it; which keys, depends on the kind
        detail jsonb not null default '{}',
        since timestamptz(3) not null default now(),
        primary key (article_id, kind)
      )`);
    await runner.query(
      `create index article_stale_reason_by_time on article_stale_reason (since, article_id)`,
    );
    // Nothing but SQL by hand made articles stale before: for whatever reason that was.
    await runner.query(`
      insert into article_stale_reason (article_id, kind) select id, 'MANUAL' from article where status = 'STALE'`);
  }

  private async hearReaders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table article_feedback
        add reason text check (reason in ('OUTDATED', 'UNCLEAR', 'INCOMPLETE', 'WRONG', 'DID_NOT_APPLY', 'OTHER')),
        add comment text check (length(comment) between 1 and 500),
        -- the version that was on the page; null for what was said before this was kept
        add version integer,
        add resolved_at timestamptz(3),
        add resolved_by bigint references account (id),
        add constraint article_feedback_reason_is_a_complaint check (reason is null or not helpful)`);
    await runner.query(`create index article_feedback_by_time on article_feedback (article_id, updated_at)`);
    await runner.query(`create index article_feedback_by_resolver on article_feedback (resolved_by)`);
    // The queue of remarks, the newest first.
    await runner.query(`
      create index article_remark on article_feedback (updated_at desc, id desc)
        where reason is not null or comment is not null`);
  }

  private async knowWhatWasRead(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question_after_article (
        question_id bigint primary key references post (id),
        article_id bigint not null references article (id),
        -- the version that did not help
        version integer not null,
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(
      `create index question_after_article_by_article on question_after_article (article_id, question_id desc)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table question_after_article`);
    await runner.query(`
      alter table article_feedback
        drop reason, drop comment, drop version, drop resolved_at, drop resolved_by`);
    await runner.query(`drop index article_feedback_by_time`);
    await runner.query(`drop table article_stale_reason, answer_version_check`);
    await runner.query(
      `drop function search_marks_articles_of_product(), search_marks_article_applicability() cascade`,
    );
    await runner.query(`drop function newest_released_version(bigint)`);
    await runner.query(`drop table article_applicability`);
    await runner.query(`alter table article drop owner_id, drop review_due_on, drop confirmed_at`);
  }
}
