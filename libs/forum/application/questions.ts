import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import type { RangeInput } from '#libs/catalogue';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, Idempotency, RateLimits, SiteSettings } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { PostEdited, QuestionAsked, QuestionChanged } from '../domain/events.js';
import { FieldChecks } from '../domain/post-rules.js';
import { PostStore } from '../persistence/post.store.js';
import { TagStore } from '../persistence/tag.store.js';
import { Applicability } from './applicability.js';
import { Composing } from './composing.js';
import type { ComposedText } from './composing.js';
import { Drafts } from './drafts.js';
import { problemsOfNewTags } from './new-tags.js';
import { forumPolicies } from './policies.js';

const QUESTIONS: RateLimit = { name: 'ask', points: 20, seconds: 3_600 };
export const EDITS: RateLimit = { name: 'edit', points: 60, seconds: 3_600 };

export interface NewQuestion {
  title: string;
  body: string;
  tags: string[];
  locale?: string | null;
  /** The product, and the version of it, that the asker uses. */
  appliesTo?: RangeInput | null;
  /** The global id of the FAQ article that the asker has read and that did not help. */
  articleId?: string | null;
  clientMutationId?: string | null;
}

export interface QuestionEdit {
  title?: string | null;
  body?: string | null;
  tags?: string[] | null;
  /** Null takes it away; undefined leaves it as it is. */
  appliesTo?: RangeInput | null;
  reason?: string | null;
}

interface QuestionText {
  title: string;
  body: string;
  tags: string[];
}

/** Asking questions and editing them. */
@Injectable()
export class Questions {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly drafts: Drafts,
    private readonly events: DomainEvents,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly settings: SiteSettings,
    private readonly applicability: Applicability,
  ) {}

  /**
   * Asks a question and gives its number.
   * @throws UserInputError on `title`, `body`, `tags`, `locale` or `appliesTo.…`; ConflictError for a reused clientMutationId
   */
  async ask(viewer: Viewer, input: NewQuestion): Promise<number> {
    const asker = await this.accounts.current(viewer);
    authorise(forumPolicies.ask, asker, undefined);
    const checks = new FieldChecks();
    const text = {
      title: checks.title(input.title),
      body: checks.body(input.body),
      tags: checks.tags(input.tags),
    };
    checks.include(await problemsOfNewTags(this.tags, text.tags, asker));
    const locale = checks.locale(input.locale, await this.settings.get('locale', 'en'));
    const range = await this.applicability.check(input.appliesTo, checks);
    checks.done();
    await this.limits.consume(QUESTIONS, asker.accountId);

    const composed = await this.composing.compose(text.body);
    return this.idempotency.once(asker, 'askQuestion', input, async () => {
      // Anew, and held until it is written: meanwhile the account may have been erased.
      const actor = await this.accounts.current(viewer);
      authorise(forumPolicies.ask, actor, undefined);
      const id = await this.insert(actor.accountId, text.title, locale, composed);
      await this.tags.replace(id, text.tags);
      await this.posts.addRevision({
        postId: id,
        number: 1,
        authorId: actor.accountId,
        reason: null,
        ...text,
      });
      await this.drafts.discard(actor, 'question', null);
      const question = { id, kind: 'question', authorId: actor.accountId, questionId: id } as const;
      if (range) await this.applicability.replace(question, range, actor);
      await this.events.publish(new QuestionAsked(question, input.articleId ?? null));
      await this.events.publish(new QuestionChanged(id));
      return id;
    });
  }

  /**
   * Changes what is given and keeps the rest; an edit that changes nothing makes no revision.
   * @throws UserInputError on `title`, `body`, `tags`, `appliesTo.…` or `reason`
   */
  async edit(viewer: Viewer, questionId: number, edit: QuestionEdit): Promise<void> {
    const checks = new FieldChecks();
    const changed = {
      ...(edit.title != null && { title: checks.title(edit.title) }),
      ...(edit.body != null && { body: checks.body(edit.body) }),
      ...(edit.tags != null && { tags: checks.tags(edit.tags) }),
    };
    const reason = checks.reason(edit.reason);

    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const question = await this.posts.lockFor(forumPolicies.edit, questionId, actor, 'question');
      if (changed.tags) checks.include(await problemsOfNewTags(this.tags, changed.tags, actor));
      const range = await this.applicability.checkEdit(edit.appliesTo, checks, questionId);
      checks.done();
      await this.limits.consume(EDITS, actor.accountId);
      const appliesElsewhere =
        range !== undefined && (await this.applicability.replace(question, range, actor));
      const before = await this.currentText(questionId);
      const after = { ...before, ...changed };
      if (isSameText(before, after)) {
        if (appliesElsewhere) await this.events.publish(new QuestionChanged(questionId));
        return;
      }

      const number = question.revision + 1;
      await this.update(questionId, number, after.title, await this.composing.compose(after.body));
      await this.tags.replace(questionId, after.tags);
      await this.posts.addRevision({
        postId: questionId,
        number,
        authorId: actor.accountId,
        reason,
        ...after,
      });
      await this.events.publish(new PostEdited(question, number, actor));
      await this.events.publish(new QuestionChanged(questionId));
    });
  }

  private async insert(authorId: number, title: string, locale: string, text: ComposedText): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into post (kind, author_id, title, locale, body, body_html, excerpt)
       values ('question', $1, $2, $3, $4, $5, $6) returning id`,
      [authorId, title, locale, text.body, text.bodyHtml, text.excerpt],
    );
    if (!row) throw new Error('the question was not written');
    return row.id;
  }

  private async currentText(questionId: number): Promise<QuestionText> {
    const row = await this.database.one<QuestionText>(
      `select p.title, p.body,
              array(select t.name from post_tag pt join tag t on t.id = pt.tag_id
                     where pt.post_id = p.id order by pt.position) as tags
         from post p where p.id = $1`,
      [questionId],
    );
    if (!row) throw new Error(`question ${questionId} vanished while it was locked`);
    return row;
  }

  private async update(id: number, revision: number, title: string, text: ComposedText): Promise<void> {
    await this.database.query(
      `update post set title = $2, body = $3, body_html = $4, excerpt = $5, revision = $6,
              edited_at = now(), last_activity_at = now() where id = $1`,
      [id, title, text.body, text.bodyHtml, text.excerpt, revision],
    );
  }
}

function isSameText(one: QuestionText, other: QuestionText): boolean {
  return one.title === other.title && one.body === other.body && one.tags.join(' ') === other.tags.join(' ');
}
