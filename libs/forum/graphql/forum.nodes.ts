import { Injectable } from '@nestjs/common';
import { AccountLoader } from '#libs/accounts';
import { permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import { CommentQueries } from '../persistence/comment.queries.js';
import { RevisionQueries } from '../persistence/revision.queries.js';
import { TagQueries } from '../persistence/tag.queries.js';
import { toComment, toTag } from './content.types.js';
import { PostLoader } from './post.loaders.js';
import { toRevision } from './revision.fields.resolver.js';

/** How the forum's things are found by their global id. What hangs on a post is seen by whoever sees the post. */
@Injectable()
export class ForumNodes {
  constructor(
    sources: NodeSources,
    accounts: AccountLoader,
    private readonly posts: PostLoader,
    private readonly comments: CommentQueries,
    private readonly tags: TagQueries,
    private readonly revisions: RevisionQueries,
  ) {
    sources.register('account', (id, context) => accounts.load(context, id));
    sources.register('question', (id, context) => posts.question(context, id));
    sources.register('answer', (id, context) => posts.answer(context, id));
    sources.register('comment', (id, context) => this.comment(id, context));
    sources.register('tag', (id) => this.tag(id));
    sources.register('revision', (id, context) => this.revision(id, context));
  }

  private async comment(id: number, context: RequestContext) {
    const [row] = await this.comments.byIds([id]);
    if (!row || !(await this.posts.load(context, row.postId))) return null;
    const isVisible = !row.isDeleted || permits(forumPolicies.restoreComment, context.viewer, row);
    return isVisible ? toComment(row) : null;
  }

  private async tag(id: number) {
    const [row] = await this.tags.byIds([id]);
    return row ? toTag(row) : null;
  }

  private async revision(id: number, context: RequestContext) {
    const row = await this.revisions.byId(id);
    return row && (await this.posts.load(context, row.postId)) ? toRevision(row) : null;
  }
}
