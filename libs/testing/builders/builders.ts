import type { Actor, Role } from '#libs/kernel';
import type { Database } from '#libs/platform';
import type { RuleSet } from '#libs/reputation';

/**
 * Makes rows for specs, with whatever they need and the spec does not care about. They go straight into the tables,
 * so a spec can start from any state; what it tests, it does by the use cases.
 */
export class Builders {
  private made = 0;

  constructor(private readonly database: Database) {}

  /** An account, as the actor that use cases take. It can log in with no password. */
  async member(options: { username?: string; role?: Role; reputation?: number } = {}): Promise<Actor> {
    const username = options.username ?? `member${this.next()}x`;
    const { role = 'MEMBER', reputation = 0 } = options;
    const row = await this.database.one<{ accountId: number; privileges: string[] }>(
      `insert into account (username, username_skeleton, display_name, email, role, reputation)
       values ($1::text, $1::text, $1::text, $1::text || '@example.com', $2, $3)
       returning id as "accountId", privileges`,
      [username, role, reputation],
    );
    if (!row) throw new Error('the account was not written');
    return { ...row, role, reputation };
  }

  /** Rules that differ from those in force, and are in force from now on; gives their version. */
  async rules(differ: (rules: RuleSet) => RuleSet): Promise<number> {
    const newest = await this.database.one<{ version: number; rules: RuleSet }>(
      `select version, rules from rule_set order by version desc limit 1`,
    );
    if (!newest) throw new Error('there are no rules to differ from');
    const version = newest.version + 1;
    await this.database.query(`insert into rule_set (version, rules) values ($1, $2)`, [
      version,
      JSON.stringify(differ(newest.rules)),
    ]);
    return version;
  }

  /** A question with its first revision and its tags; gives its number. */
  async question(
    options: { author?: Actor; title?: string; body?: string; tags?: string[]; createdAt?: Date } = {},
  ): Promise<number> {
    const author = options.author ?? (await this.member());
    const {
      title = `How do I set the clock number ${this.next()}?`,
      body = 'I looked in the manual and found nothing.',
    } = options;
    const tags = options.tags ?? ['clock'];
    const id = await this.insert(
      `insert into post (kind, author_id, title, body, body_html, excerpt, created_at, last_activity_at)
       values ('question', $1, $2, $3, '<p>' || $3 || '</p>', $3, coalesce($4, now()), coalesce($4, now())) returning id`,
      [author.accountId, title, body, options.createdAt ?? null],
    );
    await this.database.query(
      `insert into post_revision (post_id, number, author_id, title, tags, body) values ($1, 1, $2, $3, $4, $5)`,
      [id, author.accountId, title, tags, body],
    );
    for (const [position, name] of tags.entries()) await this.tag(id, name, position);
    return id;
  }

  /** An answer with its first revision; gives its number. */
  async answer(
    options: { question?: number; author?: Actor; body?: string; createdAt?: Date } = {},
  ): Promise<number> {
    const question = options.question ?? (await this.question());
    const author = options.author ?? (await this.member());
    const body = options.body ?? 'Hold the button for five seconds, then turn the wheel.';
    const id = await this.insert(
      `insert into post (kind, question_id, author_id, body, body_html, excerpt, created_at)
       values ('answer', $1, $2, $3, '<p>' || $3 || '</p>', $3, coalesce($4, now())) returning id`,
      [question, author.accountId, body, options.createdAt ?? null],
    );
    await this.database.query(
      `insert into post_revision (post_id, number, author_id, body) values ($1, 1, $2, $3)`,
      [id, author.accountId, body],
    );
    await this.database.query(`update post set answer_count = answer_count + 1 where id = $1`, [question]);
    return id;
  }

  async comment(post: number, options: { author?: Actor; body?: string } = {}): Promise<number> {
    const author = options.author ?? (await this.member());
    const body = options.body ?? 'Which year was yours made in?';
    await this.database.query(`update post set comment_count = comment_count + 1 where id = $1`, [post]);
    return this.insert(
      `insert into comment (post_id, author_id, body, body_html) values ($1, $2, $3, '<p>' || $3 || '</p>') returning id`,
      [post, author.accountId, body],
    );
  }

  /** A product with versions of these names, the oldest first; gives their numbers in the same order. */
  async product(
    options: { name?: string; versions?: string[] } = {},
  ): Promise<{ productId: number; versionIds: number[] }> {
    const name = options.name ?? `Clock ${this.next()}`;
    const productId = await this.insert(
      `insert into product (slug, name) values (replace(lower($1), ' ', '-'), $1) returning id`,
      [name],
    );
    const rows = await this.database.query<{ id: number }>(
      `insert into product_version (product_id, name, ordinal, announced_at)
       select $1, name, ordinal, now() from unnest($2::text[]) with ordinality as given (name, ordinal)
       returning id`,
      [productId, options.versions ?? ['1.0', '2.0', '3.0']],
    );
    return { productId, versionIds: rows.map(({ id }) => id) };
  }

  /** Says what a question or an answer applies to. */
  async applies(
    postId: number,
    range: { productId: number; fromVersionId?: number | null; toVersionId?: number | null },
  ): Promise<void> {
    await this.database.query(
      `insert into post_applicability (post_id, product_id, from_version_id, to_version_id) values ($1, $2, $3, $4)`,
      [postId, range.productId, range.fromVersionId ?? null, range.toVersionId ?? null],
    );
  }

  private async tag(questionId: number, name: string, position: number): Promise<void> {
    await this.database.query(
      `with named as (
         insert into tag (name, question_count) values ($2, 1)
         on conflict (name) do update set question_count = tag.question_count + 1 returning id)
       insert into post_tag (post_id, tag_id, position) select $1, id, $3 from named`,
      [questionId, name, position],
    );
  }

  private async insert(sql: string, parameters: unknown[]): Promise<number> {
    const row = await this.database.one<{ id: number }>(sql, parameters);
    if (!row) throw new Error('the row was not written');
    return row.id;
  }

  private next(): number {
    return ++this.made;
  }
}
