import { Injectable } from '@nestjs/common';
import { isActor } from '#libs/kernel';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { Page, RequestContext } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import { CommentQueries } from '../persistence/comment.queries.js';
import type { CommentRow } from '../persistence/comment.queries.js';
import { PostQueries } from '../persistence/post.queries.js';
import type { PostRow } from '../persistence/post.queries.js';
import { TagQueries } from '../persistence/tag.queries.js';
import { toTag } from './content.types.js';
import type { Tag } from './content.types.js';
import { toPost, toQuestion } from './post.types.js';
import type { Answer, Question } from './post.types.js';

/** Posts by number; null for those that do not exist and those that the viewer may not see. */
@Injectable()
export class PostLoader extends BatchLoader<number, Question | Answer | null> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  async question(context: RequestContext, id: number): Promise<Question | null> {
    const post = await this.load(context, id);
    return post?.row.kind === 'question' ? (post as Question) : null;
  }

  /** The same with its text, which a page of its own shows for sure. */
  async questionWithText(context: RequestContext, id: number): Promise<Question | null> {
    const row = await this.posts.withText(id);
    const isSeen = row?.kind === 'question' && forumPolicies.read.permits(context.viewer, row);
    return isSeen ? toQuestion(row) : null;
  }

  async answer(context: RequestContext, id: number): Promise<Answer | null> {
    const post = await this.load(context, id);
    return post?.row.kind === 'answer' ? (post as Answer) : null;
  }

  protected async batch(ids: readonly number[], { viewer }: RequestContext) {
    const rows = await this.posts.byIds(ids);
    const seen = (row: PostRow | undefined) =>
      row && forumPolicies.read.permits(viewer, row) ? toPost(row) : null;
    return inOrderOf(ids, rows, (row) => row.id, seen);
  }
}

/** The text of posts, which lists leave out. */
@Injectable()
export class PostTextLoader extends BatchLoader<number, { body: string; bodyHtml: string }> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(ids: readonly number[]) {
    const rows = await this.posts.texts(ids);
    return inOrderOf(
      ids,
      rows,
      (row) => row.id,
      (row) => row ?? { body: '', bodyHtml: '' },
    );
  }
}

/** What the viewer said of a question and all of its answers without words. */
export interface ViewerReactions {
  /** By the number of the post. */
  votes: ReadonlyMap<number, 1 | -1>;
  /** They have the problem too. */
  isAffected: boolean;
  /** Versions of products that the viewer uses, whatever the question is about. */
  usedVersionIds: number[];
}

/** The viewer's reactions by the number of the question: one statement for a whole page. */
@Injectable()
export class ViewerReactionsLoader extends BatchLoader<number, ViewerReactions> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[], { viewer }: RequestContext) {
    const rows = isActor(viewer) ? await this.posts.reactionsInThreads(viewer.accountId, questionIds) : [];
    return groupedByKeys(questionIds, rows, (row) => row.questionId).map((inThread) => ({
      votes: new Map(
        inThread.flatMap(({ postId, vote }) => (vote === null ? [] : [[postId, vote] as const])),
      ),
      isAffected: inThread.some(({ vote, versionId }) => vote === null && versionId === null),
      usedVersionIds: inThread.flatMap(({ versionId }) => versionId ?? []),
    }));
  }
}

@Injectable()
export class QuestionTagsLoader extends BatchLoader<number, Tag[]> {
  constructor(private readonly tags: TagQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    const rows = await this.tags.ofQuestions(questionIds);
    return groupedByKeys(questionIds, rows, (row) => row.questionId).map((tags) => tags.map(toTag));
  }
}

/** Tags by name; null for a name that nobody uses. */
@Injectable()
export class TagByNameLoader extends BatchLoader<string, Tag | null> {
  constructor(private readonly tags: TagQueries) {
    super();
  }

  protected async batch(names: readonly string[]) {
    const rows = await this.tags.byNames(names);
    return inOrderOf(
      names,
      rows,
      (row) => row.name,
      (row) => (row ? toTag(row) : null),
    );
  }
}

interface CommentsKey {
  postId: number;
  questionId: number;
  threadSize: number;
  first: number;
}

/** A thread of up to so many answers is read whole: they are on one page, and then it is one statement. */
const SMALL_THREAD = 30;

/**
 * The first comments of posts. The comments of a question and of its answers are asked for at different moments of one
 * request; in a small thread whoever comes first reads for all.
 */
@Injectable()
export class FirstCommentsLoader extends BatchLoader<CommentsKey, ReadonlyMap<number, Page<CommentRow>>> {
  constructor(private readonly comments: CommentQueries) {
    super();
  }

  async ofPost(context: RequestContext, key: CommentsKey): Promise<Page<CommentRow>> {
    const pages = await this.load(context, key);
    return pages.get(key.postId) ?? { rows: [], hasNextPage: false };
  }

  protected override cacheKey({ postId, questionId, threadSize, first }: CommentsKey): string {
    return threadSize <= SMALL_THREAD ? `thread ${questionId} ${first}` : `post ${postId} ${first}`;
  }

  protected async batch(keys: readonly CommentsKey[], { viewer }: RequestContext) {
    const withDeleted = forumPolicies.restoreComment.permits(viewer, { authorId: null, isDeleted: true });
    const pages = new Map<number, ReadonlyMap<number, Page<CommentRow>>>();
    for (const [first, group] of Map.groupBy(keys, (key) => key.first)) {
      const [small, large] = [group.filter(isSmall), group.filter((key) => !isSmall(key))];
      const wanted = { threads: small.map((key) => key.questionId), posts: large.map((key) => key.postId) };
      pages.set(first, await this.comments.firstOf(wanted, first, { withDeleted }));
    }
    return keys.map((key) => pages.get(key.first) ?? new Map<number, Page<CommentRow>>());
  }
}

function isSmall({ threadSize }: CommentsKey): boolean {
  return threadSize <= SMALL_THREAD;
}

@Injectable()
export class AuthorCountsLoader extends BatchLoader<
  number,
  { questions: number; answers: number; accepted: number }
> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.posts.countsByAuthor(accountIds);
    return inOrderOf(
      accountIds,
      rows,
      (row) => row.accountId,
      (row) => row ?? { questions: 0, answers: 0, accepted: 0 },
    );
  }
}
