import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { Answer, PostLoader, Question, Revision, RevisionConnection, Tag } from '#libs/forum';
import { authorise, encodeCursor, globalId, permits } from '#libs/kernel';
import { withAnchors } from '#libs/markdown';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { READABLE_STATUSES } from '../domain/article.js';
import { VersionQueries } from '../persistence/version.queries.js';
import type { VersionRow } from '../persistence/version.queries.js';
import {
  ArticleSourceLoader,
  ContributorsLoader,
  VersionTextLoader,
  ViewerFeedbackLoader,
} from './article.loaders.js';
import { Article, ArticlePermissions, ArticleVersion } from './article.types.js';
import { TagsByNames } from './tags-by-names.js';

@Resolver(() => Article)
@AccessAsParent()
export class ArticleFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly posts: PostLoader,
    private readonly tagsByNames: TagsByNames,
    private readonly texts: VersionTextLoader,
    private readonly sources: ArticleSourceLoader,
    private readonly contributorsOf: ContributorsLoader,
    private readonly feedback: ViewerFeedbackLoader,
    private readonly versionQueries: VersionQueries,
  ) {}

  @ResolveField(() => String, { description: 'Markdown.' })
  async body(@Parent() article: Article, @Context() context: RequestContext): Promise<string> {
    return (await this.text(context, article, article.version)).body;
  }

  @ResolveField(() => String, { description: 'The same as sanitised HTML.' })
  async bodyHtml(
    @Parent() article: Article,
    @Context() context: RequestContext,
    @Args('anchors', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Whether its headings have the ids that `headings` names.',
    })
    anchors?: boolean | null,
  ): Promise<string> {
    const { bodyHtml } = await this.text(context, article, article.version);
    return anchors ? withAnchors(bodyHtml).html : bodyHtml;
  }

  @ResolveField(() => [Tag], { description: 'Of the text that is shown here, 5 at most.' })
  tags(@Parent() article: Article, @Context() context: RequestContext): Promise<Tag[]> {
    return this.tagsByNames.load(context, article.tagNames);
  }

  @ResolveField(() => Question, {
    nullable: true,
    description: 'Where it came from; null where it is not for the viewer to see.',
  })
  async sourceQuestion(
    @Parent() { row }: Article,
    @Context() context: RequestContext,
  ): Promise<Question | null> {
    const source = await this.sources.load(context, row.articleId);
    return source && this.posts.question(context, source.questionId);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description: 'What it was made of; null where it is not for the viewer to see.',
  })
  async sourceAnswer(@Parent() { row }: Article, @Context() context: RequestContext): Promise<Answer | null> {
    const source = await this.sources.load(context, row.articleId);
    return source && this.posts.answer(context, source.answerId);
  }

  @ResolveField(() => [User], {
    description: 'The people to thank: those whose answer it was, then those who edited it.',
  })
  async contributors(@Parent() { row }: Article, @Context() context: RequestContext): Promise<User[]> {
    const ids = await this.contributorsOf.load(context, row.articleId);
    const people = await Promise.all(ids.map((id) => this.accounts.load(context, id)));
    return people.filter((person) => person !== null);
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether it helped the viewer, who may be a guest; null while they have not said so.',
  })
  viewerFeedback(@Parent() { row }: Article, @Context() context: RequestContext): Promise<boolean | null> {
    return this.feedback.load(context, row.articleId);
  }

  @ResolveField(() => ArticlePermissions, {
    description: 'What the viewer may do with it; nothing unless they are STAFF or ADMIN.',
  })
  viewerCan(@Parent() { row }: Article, @Context() { viewer }: RequestContext): ArticlePermissions {
    const curates = permits(knowledgePolicies.curate, viewer, undefined);
    return {
      edit: curates,
      publish: curates && (!READABLE_STATUSES.includes(row.status) || row.version < row.latestVersion),
      archive: curates && row.status !== 'ARCHIVED',
    };
  }

  @ResolveField(() => Boolean, {
    description: 'Readers do not see the newest version yet. Always false for those who may not curate.',
  })
  hasUnpublishedChanges(@Parent() { row }: Article, @Context() { viewer }: RequestContext): boolean {
    return permits(knowledgePolicies.curate, viewer, undefined) && row.version < row.latestVersion;
  }

  @ResolveField(() => ArticleVersion, {
    description: 'For STAFF and ADMIN: the newest version, to go on with.',
  })
  @Access(knowledgePolicies.curate)
  async workingCopy(@Parent() article: Article, @Context() context: RequestContext): Promise<ArticleVersion> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    const { number, tags, ...text } = await this.text(context, article, article.row.latestVersion);
    return { ...text, version: number, tagNames: tags };
  }

  @ResolveField(() => RevisionConnection, {
    description: 'For STAFF and ADMIN: all versions, the newest first.',
  })
  @Access(knowledgePolicies.curate)
  async versions(
    @Parent() { row }: Article,
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<Revision>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const page = await this.versionQueries.ofArticle(row.articleId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (version) => encodeCursor('versions', [version.number]),
      node: toRevision,
      totalCount: row.latestVersion,
    });
  }

  private text(context: RequestContext, { row }: Article, number: number) {
    return this.texts.load(context, { articleId: row.articleId, number });
  }
}

@Resolver(() => ArticleVersion)
@AccessAsParent()
export class ArticleVersionFieldsResolver {
  constructor(private readonly tagsByNames: TagsByNames) {}

  @ResolveField(() => [Tag], { description: '5 at most.' })
  tags(@Parent() version: ArticleVersion, @Context() context: RequestContext): Promise<Tag[]> {
    return this.tagsByNames.load(context, version.tagNames);
  }
}

export function toRevision(row: VersionRow): Revision {
  return { ...row, id: globalId('articleVersion', row.id) };
}
