import type { Composing, TagStore } from '#libs/forum';
import { FieldChecks } from '#libs/forum';
import type { Database } from '#libs/platform';
import type { Cast } from './cast.js';
import type { SampleAnswer, SampleComment, SampleQuestion } from './content/types.js';
import type { SampleCatalogue } from './catalogue.js';
import type { Timeline } from './timeline.js';

/** A post of the sample as it was written. */
export interface WrittenPost {
  readonly id: number;
  readonly kind: 'question' | 'answer';
  readonly questionId: number;
  readonly authorId: number;
  readonly askerId: number;
  readonly createdAt: Date;
  readonly up: number;
  readonly down: number;
}

export interface WrittenAnswer extends WrittenPost {
  readonly answer: SampleAnswer;
  readonly question: SampleQuestion;
  readonly revision: number;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: number | null;
  readonly official: { at: Date; by: number } | null;
}

export interface WrittenPosts {
  readonly questions: WrittenPost[];
  readonly answers: WrittenAnswer[];
}

interface Tools {
  database: Database;
  composing: Composing;
  tags: TagStore;
  cast: Cast;
  timeline: Timeline;
  catalogue: SampleCatalogue;
}

/**
 * Writes questions, answers and comments as if they had been posted over the last months. The use cases cannot do that,
 * as they live in the present; what they check and how they render is the same.
 */
export class PostWriter {
  private readonly written: WrittenPosts = { questions: [], answers: [] };
  private readonly byKey = new Map<string, number>();

  constructor(private readonly tools: Tools) {}

  async write(questions: readonly SampleQuestion[]): Promise<WrittenPosts> {
    // Oldest first: the numbers of a real community rise with time.
    for (const question of [...questions].sort((a, b) => b.asked - a.asked))
      await this.writeQuestion(question);
    for (const question of questions) await this.writeLinks(question);
    for (const { id } of this.written.questions) await this.noteLastActivity(id);
    return this.written;
  }

  private async writeQuestion(question: SampleQuestion): Promise<void> {
    const { database, composing, cast, timeline, tags } = this.tools;
    const checks = new FieldChecks();
    const title = checks.title(question.title);
    const body = checks.body(question.body);
    const names = checks.tags(question.tags);
    checks.done();
    const author = cast.of(question.by);
    const createdAt = timeline.daysAgo(question.asked);
    const text = await composing.compose(body);
    const row = await database.one<{ id: number }>(
      `insert into post (kind, author_id, title, locale, body, body_html, excerpt, view_count, created_at,
                         last_activity_at)
       values ('question', $1, $2, $3, $4, $5, $6, $7, $8, $8) returning id`,
      [
        author.id,
        title,
        question.locale ?? 'en',
        body,
        text.bodyHtml,
        text.excerpt,
        question.views,
        createdAt,
      ],
    );
    const id = idOf(row);
    await tags.replace(id, names);
    await this.tools.catalogue.applies(id, question.appliesTo);
    await this.writeRevision(id, {
      number: 1,
      authorId: author.id,
      createdAt,
      reason: null,
      title,
      tags: names,
      body,
    });
    const post = {
      ...{
        id,
        kind: 'question' as const,
        questionId: id,
        authorId: author.id,
        askerId: author.id,
        createdAt,
      },
      ...votesOf(question),
    };
    this.written.questions.push(post);
    if (question.key) this.byKey.set(question.key, id);
    await this.writeComments(post, question.comments ?? []);
    for (const answer of question.answers ?? []) await this.writeAnswer(answer, question, post);
  }

  private async writeAnswer(
    answer: SampleAnswer,
    question: SampleQuestion,
    asked: WrittenPost,
  ): Promise<void> {
    const { database, composing, cast, timeline } = this.tools;
    const checks = new FieldChecks();
    const body = checks.body(answer.body);
    checks.done();
    const author = cast.of(answer.by);
    const createdAt = timeline.hoursAfter(asked.createdAt, answer.after);
    const text = await composing.compose(body);
    const marks = this.marksOf(answer, createdAt, asked.authorId);
    const revision = answer.before ? 2 : 1;
    const deletedBy = answer.deleted && cast.of(answer.deleted.by).id;
    const editedAt = answer.before ? timeline.hoursAfter(createdAt, answer.before.editedAfter) : null;
    const row = await database.one<{ id: number }>(
      `insert into post (kind, question_id, author_id, locale, body, body_html, excerpt, revision, created_at, edited_at,
                         accepted_at, accepted_by, accepted_revision, accepted_on_behalf, official_at, official_by, official_revision,
                         deleted_at, deleted_by, deletion_reason)
       values ('answer', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning id`,
      [
        ...[asked.id, author.id, question.locale ?? 'en', body, text.bodyHtml, text.excerpt, revision],
        ...[createdAt, editedAt],
        ...(marks.acceptedAt ? [marks.acceptedAt, marks.acceptedBy, revision] : [null, null, null]),
        answer.acceptedOnBehalf !== undefined,
        ...(marks.official ? [marks.official.at, marks.official.by, revision] : [null, null, null]),
        ...[
          deletedBy ? timeline.hoursAfter(createdAt, 2) : null,
          deletedBy ?? null,
          answer.deleted?.reason ?? null,
        ],
      ],
    );
    const id = idOf(row);
    await this.tools.catalogue.applies(id, answer.appliesTo);
    await this.writeAnswerRevisions(id, author.id, createdAt, answer, editedAt);
    const post = {
      ...{
        id,
        kind: 'answer' as const,
        questionId: asked.id,
        authorId: author.id,
        askerId: asked.authorId,
        createdAt,
      },
      ...votesOf(answer),
    };
    await this.writeComments(post, answer.comments ?? []);
    if (!answer.deleted) this.written.answers.push({ ...post, ...marks, answer, question, revision });
  }

  private marksOf(answer: SampleAnswer, createdAt: Date, askerId: number) {
    const { cast, timeline } = this.tools;
    const { acceptedAfter, acceptedOnBehalf, official } = answer;
    const accepted = acceptedOnBehalf
      ? { after: acceptedOnBehalf.after, by: cast.of(acceptedOnBehalf.by).id }
      : acceptedAfter !== undefined && { after: acceptedAfter, by: askerId };
    if (cast.of(answer.by).id === askerId) throw new Error(`${answer.by} answers their own question`);
    return {
      acceptedAt: accepted ? timeline.hoursAfter(createdAt, accepted.after) : null,
      acceptedBy: accepted ? accepted.by : null,
      official: official
        ? { at: timeline.hoursAfter(createdAt, official.after), by: cast.of(official.by).id }
        : null,
    };
  }

  private async writeAnswerRevisions(
    postId: number,
    authorId: number,
    createdAt: Date,
    { before, body }: SampleAnswer,
    editedAt: Date | null,
  ): Promise<void> {
    const first = {
      number: 1,
      authorId,
      createdAt,
      reason: null,
      title: null,
      tags: null,
      body: before?.body ?? body,
    };
    await this.writeRevision(postId, first);
    if (!before || !editedAt) return;
    await this.writeRevision(postId, {
      ...first,
      number: 2,
      createdAt: editedAt,
      reason: before.reason,
      body,
    });
  }

  private async writeRevision(
    postId: number,
    revision: {
      number: number;
      authorId: number;
      createdAt: Date;
      reason: string | null;
      title: string | null;
      tags: readonly string[] | null;
      body: string;
    },
  ): Promise<void> {
    await this.tools.database.query(
      `insert into post_revision (post_id, number, author_id, created_at, reason, title, tags, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[postId, revision.number, revision.authorId, revision.createdAt, revision.reason],
        ...[revision.title, revision.tags, revision.body],
      ],
    );
  }

  private async writeComments(post: WrittenPost, comments: readonly SampleComment[]): Promise<void> {
    const { database, composing, cast, timeline } = this.tools;
    for (const comment of comments) {
      const checks = new FieldChecks();
      const { body, bodyHtml } = await composing.compose(checks.comment(comment.body));
      checks.done();
      await database.query(
        `insert into comment (post_id, author_id, body, body_html, created_at) values ($1, $2, $3, $4, $5)`,
        [post.id, cast.of(comment.by).id, body, bodyHtml, timeline.hoursAfter(post.createdAt, comment.after)],
      );
    }
    await database.query(`update post set comment_count = $2 where id = $1`, [post.id, comments.length]);
  }

  private async writeLinks({ key, title, duplicateOf, relatedTo }: SampleQuestion): Promise<void> {
    const links = { duplicate: duplicateOf, related: relatedTo };
    for (const [kind, target] of Object.entries(links)) {
      if (!target) continue;
      const targetId = this.byKey.get(target);
      if (!targetId) throw new Error(`“${key ?? title}” is linked to ${target}, which is not there`);
      await this.tools.database.query(
        `insert into question_link (question_id, target_id, kind, created_by, created_at)
         select id, $2, $3, $4, created_at + interval '1 hour' from post where id = any($5) and title = $1`,
        [
          ...[title, targetId, kind, this.tools.cast.of('liv-hansen').id],
          this.written.questions.map((question) => question.id),
        ],
      );
    }
  }

  private async noteLastActivity(questionId: number): Promise<void> {
    await this.tools.database.query(
      `update post q set last_activity_at = greatest(q.created_at, a.latest)
         from (select max(greatest(created_at, edited_at, accepted_at, official_at)) as latest
                 from post where question_id = $1 and deleted_at is null) a
        where q.id = $1`,
      [questionId],
    );
  }
}

function votesOf({ up = 0, down = 0 }: { up?: number; down?: number }) {
  return { up, down };
}

function idOf(row: { id: number } | undefined): number {
  if (!row) throw new Error('a post of the sample was not written');
  return row.id;
}
