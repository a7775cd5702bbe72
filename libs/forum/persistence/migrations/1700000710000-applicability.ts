import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which product and versions a post speaks of: of a question what its asker uses, of an answer where it holds. */
export class Applicability1700000710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post_applicability (
        post_id bigint primary key references post (id),
        product_id bigint not null references product (id),
        -- both inclusive; null: from the first version, and the newest with all that are to come
        from_version_id bigint,
        to_version_id bigint,
        foreign key (product_id, from_version_id) references product_version (product_id, id),
        foreign key (product_id, to_version_id) references product_version (product_id, id)
      )`);
    await runner.query(
      `create index post_applicability_by_product on post_applicability (product_id, post_id)`,
    );
    await this.markWhatIsSearched(runner);
  }

  /** Search finds questions by the names of all versions that they and their answers apply to. */
  private async markWhatIsSearched(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_marks_applicability() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question', array(
          select coalesce(p.question_id, p.id) from post p where p.id in (new.post_id, old.post_id)));
        return null;
      end $$`);
    await runner.query(`
      create trigger post_applicability_is_searched after insert or update or delete on post_applicability
        for each row execute function search_marks_applicability()`);

    await runner.query(`
      create function search_marks_product_version() returns trigger language plpgsql as $$
      begin
        perform mark_search_dirty('question', array(
          select coalesce(p.question_id, p.id) from post_applicability a join post p on p.id = a.post_id
           where a.product_id in (new.product_id, old.product_id)));
        return null;
      end $$`);
    // By a new version the open ranges grow; which ones, is for the search to read.
    await runner.query(`
      create trigger product_version_change_is_searched after insert or delete on product_version
        for each row execute function search_marks_product_version()`);
    await runner.query(`
      create trigger product_version_rename_is_searched after update of name on product_version for each row
        when (old.name is distinct from new.name) execute function search_marks_product_version()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function search_marks_product_version(), search_marks_applicability() cascade`);
    await runner.query(`drop table post_applicability`);
  }
}
