import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { SourceText } from '../domain/merging.js';

/** An answer that an article was made from, and whom to thank for it. */
export interface ArticleSource {
  readonly articleId: number;
  readonly answerId: number;
  /** Null once the account was erased. */
  readonly authorId: number | null;
  /** Neither the answer nor its question is deleted. */
  readonly isVisible: boolean;
}

export interface PublishedSource extends ArticleSource {
  /** Who made the article public; the credit depends on it. Null also: the site itself. */
  readonly publishedBy: number | null;
  /** Readers see the article. */
  readonly isPublic: boolean;
  /** The last part of the article's address. */
  readonly slug: string;
}

/** An answer that an article is about to be made of. */
export interface SourceAnswer {
  readonly answerId: number;
  readonly authorId: number | null;
  /** Neither the answer nor its question is deleted. */
  readonly isVisible: boolean;
}

/** Where articles come from, and the people to thank. */
@Injectable()
export class ProvenanceStore {
  constructor(private readonly database: Database) {}

  /** What drafts take from the answers, in the order in which they are asked for. */
  textsOf(answerIds: readonly number[]): Promise<SourceText[]> {
    return this.database.query(
      `select q.id as "questionId", q.title, a.body, q.locale, a.revision,
              array(select t.name from post_tag pt join tag t on t.id = pt.tag_id
                     where pt.post_id = q.id order by pt.position) as tags
         from unnest($1::bigint[]) with ordinality as wanted (id, place)
         join post a on a.id = wanted.id join post q on q.id = a.question_id order by wanted.place`,
      [answerIds],
    );
  }

  /** Locks the answers and their questions, in the order in which the forum locks them; gives those that are there. */
  async lockAnswers(answerIds: readonly number[]): Promise<SourceAnswer[]> {
    await this.database.query(
      `select id from post where id = any($1) or id in (select question_id from post where id = any($1))
        order by kind desc, id for no key update`,
      [answerIds],
    );
    return this.answers(answerIds);
  }

  answers(answerIds: readonly number[]): Promise<SourceAnswer[]> {
    return this.database.query(
      `select a.id as "answerId", a.author_id as "authorId",
              a.deleted_at is null and q.deleted_at is null as "isVisible"
         from post a join post q on q.id = a.question_id where a.id = any($1) and a.kind = 'answer' order by a.id`,
      [answerIds],
    );
  }

  /**
   * Locks the questions and answers that an article was made from, in the order in which the forum locks them: an
   * answer that changes at the same moment is seen either before or after, never half.
   * @param more answers that are to become sources, locked along so that the order holds
   */
  async lockSources(articleId: number, more: readonly number[] = []): Promise<ArticleSource[]> {
    await this.database.query(
      `with source as (select answer_id as id from article_source where article_id = $1
                       union select unnest($2::bigint[]))
       select p.id from post p
        where p.id in (select id from source)
           or p.id in (select a.question_id from source join post a using (id))
        order by p.kind desc, p.id for no key update`,
      [articleId, more],
    );
    return this.ofArticle(articleId);
  }

  ofArticle(articleId: number): Promise<PublishedSource[]> {
    return this.sources('s.article_id = $1', articleId);
  }

  /** Which published articles were made from these answers. */
  publishedFrom(answerIds: readonly number[]): Promise<PublishedSource[]> {
    return this.sources(
      `s.answer_id = any($1) and s.is_live and k.status in ('PUBLISHED', 'STALE')`,
      answerIds,
    );
  }

  /** The article that is not archived and was made from one of these answers; another one than `exceptId`. */
  liveArticleOf(
    answerIds: readonly number[],
    exceptId: number | null = null,
  ): Promise<{ id: number; slug: string; title: string; answerId: number } | undefined> {
    return this.database.one(
      `select k.id, k.slug, k.title, s.answer_id as "answerId" from article_source s join article k on k.id = s.article_id
        where s.answer_id = any($1) and s.is_live and k.id is distinct from $2::bigint`,
      [answerIds, exceptId],
    );
  }

  /** As the last one. Notes the answer's present revision, its author, and those who edited it so far. */
  async addSource(articleId: number, answerId: number): Promise<void> {
    await this.database.query(
      `insert into article_source (article_id, answer_id, answer_revision, position)
       select $1, id, revision,
              1 + coalesce((select max(position) from article_source where article_id = $1), 0)
         from post where id = $2`,
      [articleId, answerId],
    );
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind)
       select $1, author_id, 'answer' from post where id = $2 and author_id is not null
       -- whoever edited another source before is an author all the same
       on conflict (article_id, account_id) do update set kind = 'answer' where article_contributor.kind = 'edit'`,
      [articleId, answerId],
    );
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind)
       select distinct $1::bigint, author_id, 'edit' from post_revision where post_id = $2 and author_id is not null
       on conflict do nothing`,
      [articleId, answerId],
    );
  }

  /** The answer is a source no more. Whom nothing else in the article is owed to is thanked for it no more either. */
  async removeSource(articleId: number, answerId: number): Promise<void> {
    await this.database.query(`delete from article_source where article_id = $1 and answer_id = $2`, [
      articleId,
      answerId,
    ]);
    await this.database.query(
      `with source as (select answer_id from article_source where article_id = $1),
            author as (select author_id from post where id in (select answer_id from source)),
            editor as (select author_id from post_revision where post_id in (select answer_id from source)
                       union select author_id from article_version where article_id = $1),
            thanked as (select author_id from post where id = $2
                        union select author_id from post_revision where post_id = $2),
            gone as (
              delete from article_contributor
               where article_id = $1 and account_id in (select author_id from thanked)
                 and not exists (select from author where author_id = account_id)
                 and not exists (select from editor where author_id = account_id)
              returning account_id)
       update article_contributor set kind = 'edit'
        where article_id = $1 and kind = 'answer' and account_id in (select author_id from thanked)
          and not exists (select from author where author_id = account_id)
          and account_id not in (select account_id from gone)`,
      [articleId, answerId],
    );
  }

  async addEditor(articleId: number, accountId: number): Promise<void> {
    await this.database.query(
      `insert into article_contributor (article_id, account_id, kind) values ($1, $2, 'edit') on conflict do nothing`,
      [articleId, accountId],
    );
  }

  /** A curator has compared the article with its answers as they are now. Gives the answers that had changed. */
  async confirmSources(articleId: number): Promise<number[]> {
    const rows = await this.database.query<{ answerId: number }>(
      `update article_source s set answer_revision = p.revision
         from post p where p.id = s.answer_id and s.article_id = $1 and s.answer_revision <> p.revision
       returning s.answer_id as "answerId"`,
      [articleId],
    );
    return rows.map((row) => row.answerId);
  }

  /** The revision that each answer is at, beside the one that the article was last compared with. */
  revisionsOf(articleId: number): Promise<{ answerId: number; revision: number; pinned: number }[]> {
    return this.database.query(
      `select s.answer_id as "answerId", p.revision, s.answer_revision as pinned
         from article_source s join post p on p.id = s.answer_id where s.article_id = $1 order by s.answer_id`,
      [articleId],
    );
  }

  async setLive(articleId: number, isLive: boolean): Promise<void> {
    await this.database.query(
      `update article_source set is_live = $2 where article_id = $1 and is_live <> $2`,
      [articleId, isLive],
    );
  }

  private sources(which: string, parameter: unknown): Promise<PublishedSource[]> {
    return this.database.query(
      `select s.article_id as "articleId", s.answer_id as "answerId", a.author_id as "authorId",
              k.published_by as "publishedBy", k.slug, s.is_live and k.status in ('PUBLISHED', 'STALE') as "isPublic",
              a.deleted_at is null and q.deleted_at is null as "isVisible"
         from article_source s
         join article k on k.id = s.article_id
         join post a on a.id = s.answer_id
         join post q on q.id = a.question_id
        where ${which} order by s.article_id, s.answer_id`,
      [parameter],
    );
  }
}
