import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The company's products, their versions and the categories of its knowledge, and who uses which version. */
export class Catalogue1700000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table product (
        id bigint generated always as identity primary key,
        -- never changed: addresses and searches (product:slug) hold it
        slug text not null constraint product_slug_taken unique,
        name text not null,
        position integer not null default 0,
        archived_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create unique index product_name_taken on product (lower(name))`);

    await runner.query(`
      create table product_version (
        id bigint generated always as identity primary key,
        product_id bigint not null references product (id),
        name text not null,
        -- the place among the versions of its product, the oldest lowest; an older one may be put in later
        ordinal integer not null,
        -- null: nobody said when; a version of a coming day is known already and is announced on that day
        released_on date,
        -- when those who look after what is written were told
        announced_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        -- for foreign keys that also say: a version of this product
        constraint product_version_of_product unique (product_id, id),
        -- at the end of the transaction, since making room moves several
        constraint product_version_order unique (product_id, ordinal) deferrable initially deferred
      )`);
    await runner.query(
      `create unique index product_version_name_taken on product_version (product_id, lower(name))`,
    );
    await runner.query(
      `create index product_version_unannounced on product_version (released_on) where announced_at is null`,
    );

    await runner.query(`
      create table category (
        id bigint generated always as identity primary key,
        slug text not null constraint category_slug_taken unique,
        name text not null,
        description text not null default '',
        -- null: of no product in particular
        product_id bigint references product (id),
        position integer not null default 0,
        archived_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(
      `create unique index category_name_taken on category (coalesce(product_id, 0), lower(name))`,
    );

    await runner.query(`
      create table account_product_version (
        account_id bigint not null references account (id) on delete cascade,
        product_id bigint not null,
        version_id bigint not null,
        updated_at timestamptz(3) not null default now(),
        primary key (account_id, product_id),
        foreign key (product_id, version_id) references product_version (product_id, id) on delete cascade
      )`);
    await runner.query(
      `create index account_product_version_by_version on account_product_version (product_id, version_id)`,
    );

    // A range as it is kept everywhere: a product, and of its versions those from..to, both inclusive; a null stands
    // for the first version, or for the newest and all that are to come.
    await runner.query(`
      create function covered_versions(of_product bigint, from_version bigint, to_version bigint)
        returns setof product_version language sql stable parallel safe as $$
        select v.* from product_version v
         where v.product_id = of_product
           and (from_version is null or v.ordinal >= (select ordinal from product_version where id = from_version))
           and (to_version is null or v.ordinal <= (select ordinal from product_version where id = to_version))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function covered_versions(bigint, bigint, bigint)`);
    await runner.query(`drop table account_product_version, category, product_version, product`);
  }
}
