import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { NotFoundError, requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import { QuestionActivity } from '../application/question-activity.js';
import { PostLoader } from './post.loaders.js';
import { Question } from './post.types.js';

/** Changes that arrive faster than they are read are one change: what is sent is the question as it is then. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly activity: QuestionActivity,
    private readonly posts: PostLoader,
  ) {}

  @Subscription(() => Question, {
    description:
      'The question, each time that it, an answer, a vote or a mark has changed. Ends when the viewer may ' +
      'no longer see it.',
    resolve: (question: Question) => question,
  })
  @Access(forumPolicies.browse)
  async questionChanged(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'The question; NOT_FOUND if the viewer may not see it.' })
    id: string,
  ): Promise<AsyncIterableIterator<Question>> {
    const number = requireId(id, 'question');
    if (!(await this.posts.question(context, number))) throw new NotFoundError('This question');
    return this.changes(context, number);
  }

  private async *changes(context: RequestContext, id: number): AsyncGenerator<Question, undefined> {
    let wake: () => void = () => undefined;
    let isDue = false;
    const stop = await this.activity.listen((changed) => {
      if (changed !== id) return;
      isDue = true;
      wake();
    });
    try {
      for (;;) {
        if (!isDue) await new Promise<void>((resolve) => (wake = resolve));
        isDue = false;
        // Nothing that was loaded for the last change may answer for this one.
        context.loaders.clear();
        const question = await this.posts.question(context, id);
        if (!question) return;
        yield question;
      }
    } finally {
      stop();
    }
  }
}
