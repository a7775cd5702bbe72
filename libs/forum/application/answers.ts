import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import type { RangeInput } from '#libs/catalogue';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, Idempotency, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { AnswerPosted, PostEdited, QuestionChanged } from '../domain/events.js';
import { FieldChecks } from '../domain/post-rules.js';
import { PostStore } from '../persistence/post.store.js';
import { Applicability } from './applicability.js';
import { Composing } from './composing.js';
import { Drafts } from './drafts.js';
import { forumPolicies } from './policies.js';
import { EDITS } from './questions.js';

const ANSWERS: RateLimit = { name: 'answer', points: 60, seconds: 3_600 };

/** Answering questions and editing answers. */
@Injectable()
export class Answers {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly composing: Composing,
    private readonly drafts: Drafts,
    private readonly events: DomainEvents,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly applicability: Applicability,
  ) {}

  /**
   * Answers a question and gives the answer's number.
   * @param input `appliesTo`: where the answer holds, if that is not simply where the question was asked
   * @throws UserInputError on `body` or `appliesTo.…`
   */
  async post(
    viewer: Viewer,
    questionId: number,
    input: { body: string; appliesTo?: RangeInput | null; clientMutationId?: string | null },
  ): Promise<number> {
    const helper = await this.accounts.current(viewer);
    const checks = new FieldChecks();
    const body = checks.body(input.body);
    const range = await this.applicability.check(input.appliesTo, checks);
    checks.done();
    await this.limits.consume(ANSWERS, helper.accountId);

    const text = await this.composing.compose(body);
    return this.idempotency.once(helper, 'postAnswer', { ...input }, async () => {
      // Anew, and held until it is written: meanwhile the account may have been erased.
      const actor = await this.accounts.current(viewer);
      await this.posts.lockFor(forumPolicies.answer, questionId, actor, 'question');
      const row = await this.database.one<{ id: number }>(
        `insert into post (kind, question_id, locale, author_id, body, body_html, excerpt)
         select 'answer', id, locale, $2, $3, $4, $5 from post where id = $1 returning id`,
        [questionId, actor.accountId, text.body, text.bodyHtml, text.excerpt],
      );
      if (!row) throw new Error('the answer was not written');
      await this.database.query(
        `update post set answer_count = answer_count + 1, last_activity_at = now() where id = $1`,
        [questionId],
      );
      await this.posts.addRevision({
        postId: row.id,
        number: 1,
        authorId: actor.accountId,
        reason: null,
        title: null,
        tags: null,
        body,
      });
      await this.drafts.discard(actor, 'answer', questionId);
      const answer = { id: row.id, kind: 'answer', authorId: actor.accountId, questionId } as const;
      if (range) await this.applicability.replace(answer, range, actor);
      await this.events.publish(new AnswerPosted(answer));
      await this.events.publish(new QuestionChanged(questionId));
      return row.id;
    });
  }

  /**
   * Changes the text, and where the answer holds if that is given: null takes it away, undefined leaves it.
   * @throws UserInputError on `body`, `appliesTo.…` or `reason`
   */
  async edit(
    viewer: Viewer,
    answerId: number,
    edit: { body: string; appliesTo?: RangeInput | null; reason?: string | null },
  ): Promise<void> {
    const checks = new FieldChecks();
    const body = checks.body(edit.body);
    const reason = checks.reason(edit.reason);

    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.edit, answerId, actor, 'answer');
      const range = await this.applicability.checkEdit(edit.appliesTo, checks, answerId);
      checks.done();
      await this.limits.consume(EDITS, actor.accountId);
      const appliesElsewhere =
        range !== undefined && (await this.applicability.replace(answer, range, actor));
      const before = await this.database.one<{ body: string }>(`select body from post where id = $1`, [
        answerId,
      ]);
      if (before?.body === body) {
        if (appliesElsewhere) await this.events.publish(new QuestionChanged(answer.questionId));
        return;
      }

      const number = answer.revision + 1;
      const text = await this.composing.compose(body);
      await this.database.query(
        `update post set body = $2, body_html = $3, excerpt = $4, revision = $5, edited_at = now() where id = $1`,
        [answerId, text.body, text.bodyHtml, text.excerpt, number],
      );
      await this.posts.touch(answer.questionId);
      await this.posts.addRevision({
        postId: answerId,
        number,
        authorId: actor.accountId,
        reason,
        title: null,
        tags: null,
        body,
      });
      await this.events.publish(new PostEdited(answer, number, actor));
      await this.events.publish(new QuestionChanged(answer.questionId));
    });
  }
}
