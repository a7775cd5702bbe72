import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** An answer that an article was made from, and whom to thank for it. */
export interface ArticleSource {
  readonly articleId: number;
  readonly answerId: number;
  /** Null once the account was erased. */
  readonly authorId: number | null;
  /** Neither the answer nor its question is deleted. */
  readonly isVisible: boolean;
}

/** What a draft takes from the answer and its question. */
export interface SourceText {
  title: string;
  body: string;
  tags: string[];
  locale: string;
  revision: number;
}

/** Where articles come from, and the people to thank. */
@Injectable()
export class ProvenanceStore {
  constructor(private readonly database: Database) {}

  async textOf(answerId: number): Promise<SourceText> {
    const row = await this.database.one<SourceText>(
      `select q.title, a.body, q.locale, a.revision,
              array(select t.name from post_tag pt join tag t on t.id = pt.tag_id
                     where pt.post_id = q.id order by pt.position) as tags
         from post a join post q on q.id = a.question_id where a.id = $1`,
      [answerId],
    );
    if (!row) throw new Error(`answer ${answerId} vanished while it was locked`);
    return row;
  }

  /**
   * Locks the questions and answers that an article was made from, in the order in which the forum locks them: an
   * answer that changes at the same moment is seen either before or after, never half.
   */
  async lockSources(articleId: number): Promise<ArticleSource[]> {
    await this.database.query(
      `select p.id from post p
        where p.id in (select answer_id from article_source where article_id = $1)
           or p.id in (select a.question_id from article_source s join post a on a.id = s.answer_id where s.article_id = $1)
        order by p.kind desc, p.id for no key update`,
      [articleId],
    );
    return this.sources('s.article_id = $1', articleId);
  }

  /** Which published articles were made from these answers. */
  publishedFrom(answerIds: readonly number[]): Promise<(ArticleSource & { publishedBy: number | null })[]> {
    return this.sources(
      `s.answer_id = any($1) and s.is_live and k.status in ('PUBLISHED', 'STALE')`,
      answerIds,
    );
  }

  /** The article that is not archived and was made from one of these answers; another one than `exceptId`. */
  liveArticleOf(
    answerIds: readonly number[],
    exceptId: number | null = null,
  ): Promise<{ id: number; slug: string; title: string } | undefined> {
    return this.database.one(
      `select k.id, k.slug, k.title from article_source s join article k on k.id = s.article_id
        where s.answer_id = any($1) and s.is_live and k.id is distinct from $2::bigint`,
      [answerIds, exceptId],
    );
  }

  /** Notes the answer's present revision, its author, and those who edited it so far. */
  async addSource(articleId: number, answerId: number): Promise<void> {
    await this.database.query(
      `insert into article_source (article_id, answer_id, answer_revision)
       select $1, id, revision from post where id = $2`,
      [articleId, answerId],
    );
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind)
       select $1, author_id, 'answer' from post where id = $2 and author_id is not null
       on conflict do nothing`,
      [articleId, answerId],
    );
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind)
       select distinct $1::bigint, author_id, 'edit' from post_revision where post_id = $2 and author_id is not null
       on conflict do nothing`,
      [articleId, answerId],
    );
  }

  async addEditor(articleId: number, accountId: number): Promise<void> {
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind) values ($1, $2, 'edit') on conflict do nothing`,
      [articleId, accountId],
    );
  }

  /** A curator has compared the article with its answers as they are now. */
  async confirmSources(articleId: number): Promise<void> {
    await this.database.query(
      `update article_source s set answer_revision = p.revision
         from post p where p.id = s.answer_id and s.article_id = $1 and s.answer_revision <> p.revision`,
      [articleId],
    );
  }

  async setLive(articleId: number, isLive: boolean): Promise<void> {
    await this.database.query(
      `update article_source set is_live = $2 where article_id = $1 and is_live <> $2`,
      [articleId, isLive],
    );
  }

  private sources<Row extends ArticleSource>(which: string, parameter: unknown): Promise<Row[]> {
    return this.database.query(
      `select s.article_id as "articleId", s.answer_id as "answerId", a.author_id as "authorId",
              k.published_by as "publishedBy", a.deleted_at is null and q.deleted_at is null as "isVisible"
         from article_source s
         join article k on k.id = s.article_id
         join post a on a.id = s.answer_id
         join post q on q.id = a.question_id
        where ${which} order by s.article_id, s.answer_id`,
      [parameter],
    );
  }
}
