import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { PostFacts } from '../application/policies.js';

/** A post as screens show it, without its text: lists do not need it. */
export interface PostRow extends PostFacts {
  id: number;
  questionId: number;
  questionTitle: string;
  locale: string;
  excerpt: string;
  revision: number;
  score: number;
  commentCount: number;
  viewCount: number;
  hasAccepted: boolean;
  createdAt: Date;
  editedAt: Date | null;
  lastActivityAt: Date;
  deletedBy: number | null;
  acceptedAt: Date | null;
  officialAt: Date | null;
  officialBy: number | null;
}

/** Selects a `PostRow` of a post `p` whose question is `q` (of a question, `p` itself again). */
export const POST_COLUMNS = `p.id, p.kind, q.id as "questionId", q.title as "questionTitle", p.author_id as "authorId",
  q.author_id as "askerId", p.locale, p.excerpt, p.revision, p.score, p.comment_count as "commentCount",
  p.answer_count as "answerCount", p.view_count as "viewCount", p.has_accepted as "hasAccepted",
  p.created_at as "createdAt", p.edited_at as "editedAt", p.last_activity_at as "lastActivityAt",
  p.deleted_at is not null as "isDeleted", q.deleted_at is not null as "isQuestionDeleted",
  p.deleted_by as "deletedBy", p.accepted_at as "acceptedAt", p.official_at as "officialAt",
  p.official_by as "officialBy"`;

/** Reads posts and what hangs on them, many at once. Whether the viewer may see them is for the loaders to ask. */
@Injectable()
export class PostQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<PostRow[]> {
    return this.database.query(
      `select ${POST_COLUMNS} from post p join post q on q.id = coalesce(p.question_id, p.id) where p.id = any($1)`,
      [ids],
    );
  }

  texts(ids: readonly number[]): Promise<{ id: number; body: string; bodyHtml: string }[]> {
    return this.database.query(`select id, body, body_html as "bodyHtml" from post where id = any($1)`, [
      ids,
    ]);
  }

  /** The accepted and the official answers of these questions. */
  markedAnswers(
    questionIds: readonly number[],
  ): Promise<{ id: number; questionId: number; isAccepted: boolean; isOfficial: boolean }[]> {
    return this.database.query(
      `select id, question_id as "questionId", accepted_at is not null as "isAccepted",
              official_at is not null as "isOfficial"
         from post where question_id = any($1) and (accepted_at is not null or official_at is not null)`,
      [questionIds],
    );
  }

  votesOf(accountId: number, postIds: readonly number[]): Promise<{ postId: number; value: 1 | -1 }[]> {
    return this.database.query(
      `select post_id as "postId", value from vote where voter_id = $1 and post_id = any($2)`,
      [accountId, postIds],
    );
  }

  /** Links between questions, from both ends; to deleted ones too, which the loader leaves out. */
  links(
    questionIds: readonly number[],
  ): Promise<{ questionId: number; otherId: number; kind: 'DUPLICATE_OF' | 'HAS_DUPLICATE' | 'RELATED' }[]> {
    return this.database.query(
      `select question_id as "questionId", target_id as "otherId",
              case kind when 'duplicate' then 'DUPLICATE_OF' else 'RELATED' end as kind
         from question_link where question_id = any($1)
       union
       select target_id, question_id, case kind when 'duplicate' then 'HAS_DUPLICATE' else 'RELATED' end
         from question_link where target_id = any($1)
       order by 3, 2`,
      [questionIds],
    );
  }

  countsByAuthor(
    accountIds: readonly number[],
  ): Promise<{ accountId: number; questions: number; answers: number; accepted: number }[]> {
    return this.database.query(
      `select author_id as "accountId", count(*) filter (where kind = 'question')::int as questions,
              count(*) filter (where kind = 'answer')::int as answers,
              count(*) filter (where accepted_at is not null)::int as accepted
         from post where author_id = any($1) and deleted_at is null group by author_id`,
      [accountIds],
    );
  }
}
