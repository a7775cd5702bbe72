import { ResolveField, Resolver } from '@nestjs/graphql';
import { User, accountFromJson, toUser } from '#libs/accounts';
import { NotFoundError, permits } from '#libs/kernel';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import { officialMarkOf } from './answer-states.types.js';
import { Comment, CommentPermissions } from './content.types.js';
import { PostLoader } from './post.loaders.js';
import { Answer, Question } from './post.types.js';

@Resolver(() => Answer)
@AccessAsParent()
export class AnswerFieldsResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => Question, { description: 'What it answers.' })
  async question(answer: Answer, _args: unknown, context: RequestContext): Promise<Question> {
    const question = await this.posts.question(context, answer.row.questionId);
    if (!question) throw new NotFoundError('The question of this answer');
    return question;
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who made it official; null unless it is, and once their account was erased.',
  })
  officialBy({ row }: Answer): User | null {
    return officialMarkOf(row)?.by ?? null;
  }
}

@Resolver(() => Comment)
@AccessAsParent()
export class CommentFieldsResolver {
  @ResolveField(() => User, { nullable: true, description: 'Null once the account was erased.' })
  author({ row }: Comment): User | null {
    return row.author && toUser(accountFromJson(row.author));
  }

  @ResolveField(() => CommentPermissions, {
    description: 'What the viewer may do with it; nothing for guests.',
  })
  viewerCan({ row }: Comment, _args: unknown, { viewer }: RequestContext): CommentPermissions {
    return {
      edit: permits(forumPolicies.editComment, viewer, row),
      delete: permits(forumPolicies.removeComment, viewer, row),
      restore: permits(forumPolicies.restoreComment, viewer, row),
    };
  }
}
