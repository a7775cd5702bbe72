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
import { toPost } from './post.types.js';
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

@Injectable()
export class ViewerVoteLoader extends BatchLoader<number, 'UP' | 'DOWN' | 'NONE'> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(postIds: readonly number[], { viewer }: RequestContext) {
    const votes = isActor(viewer) ? await this.posts.votesOf(viewer.accountId, postIds) : [];
    return inOrderOf(
      postIds,
      votes,
      (vote) => vote.postId,
      (vote) => (!vote ? 'NONE' : vote.value === 1 ? 'UP' : 'DOWN'),
    );
  }
}

/** Which answers of a question are marked. */
@Injectable()
export class MarkedAnswersLoader extends BatchLoader<
  number,
  { accepted: number | null; official: number | null }
> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    const marked = await this.posts.markedAnswers(questionIds);
    return groupedByKeys(questionIds, marked, (answer) => answer.questionId).map((answers) => ({
      accepted: answers.find((answer) => answer.isAccepted)?.id ?? null,
      official: answers.find((answer) => answer.isOfficial)?.id ?? null,
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

/** The first comments of posts, for any number of posts by one statement for each page size. */
@Injectable()
export class FirstCommentsLoader extends BatchLoader<{ postId: number; first: number }, Page<CommentRow>> {
  constructor(private readonly comments: CommentQueries) {
    super();
  }

  protected override cacheKey({ postId, first }: { postId: number; first: number }): string {
    return `${postId} ${first}`;
  }

  protected async batch(keys: readonly { postId: number; first: number }[], { viewer }: RequestContext) {
    const withDeleted = forumPolicies.restoreComment.permits(viewer, { authorId: null, isDeleted: true });
    const pages = new Map<number, Map<number, Page<CommentRow>>>();
    for (const [first, group] of Map.groupBy(keys, (key) => key.first)) {
      const ids = group.map((key) => key.postId);
      pages.set(first, await this.comments.firstOfPosts(ids, first, { withDeleted }));
    }
    return keys.map((key) => pages.get(key.first)?.get(key.postId) ?? { rows: [], hasNextPage: false });
  }
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
