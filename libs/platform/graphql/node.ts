import { Injectable } from '@nestjs/common';
import { Args, Context, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { parseGlobalId, publicPolicy } from '#libs/kernel';
import type { NodeKind } from '#libs/kernel';
import { Access } from '../access/access.js';
import type { RequestContext } from './request-context.js';

const TYPE_NAMES: Record<NodeKind, string> = {
  account: 'User',
  question: 'Question',
  answer: 'Answer',
  comment: 'Comment',
  tag: 'Tag',
  article: 'Article',
  reputationEntry: 'ReputationEntry',
  revision: 'Revision',
  articleVersion: 'Revision',
  mail: 'Mail',
  auditRecord: 'AuditRecord',
  product: 'Product',
  productVersion: 'ProductVersion',
  category: 'Category',
  articleRemark: 'ArticleRemark',
  knowledgeGap: 'KnowledgeGap',
  notice: 'Notice',
  bounty: 'Bounty',
  helperRating: 'GivenRating',
  flag: 'Flag',
  sanction: 'Sanction',
  fraudCase: 'FraudCase',
  vote: 'FraudVote',
  badge: 'BadgeDefinition',
};

/** Which GraphQL type an object of an interface or a union is: its global id tells. */
export function typeNameOf(value: { id: string }): string | undefined {
  const parsed = parseGlobalId(value.id);
  return parsed ? TYPE_NAMES[parsed.kind] : undefined;
}

@InterfaceType({
  description: 'Whatever has a global id. The id is opaque; the same works wherever an ID is taken.',
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'Global, opaque and stable: works wherever an ID of such a thing is taken.',
  })
  id: string;
}

/** Finds a thing by its number; null if there is none or the viewer may not see it. */
type NodeSource = (id: number, context: RequestContext) => Promise<Node | null>;

/** Where each kind of thing is found by its global id. Every lib registers what is its own. */
@Injectable()
export class NodeSources {
  private readonly sources = new Map<NodeKind, NodeSource>();

  register(kind: NodeKind, source: NodeSource): void {
    this.sources.set(kind, source);
  }

  async find(globalId: string, context: RequestContext): Promise<Node | null> {
    const parsed = parseGlobalId(globalId);
    const source = parsed && this.sources.get(parsed.kind);
    return source ? source(parsed.id, context) : null;
  }
}

@Resolver()
export class NodeResolver {
  constructor(private readonly sources: NodeSources) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null if it does not exist or is not for the viewer to see.',
  })
  @Access(publicPolicy('node.read'))
  node(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'The id of a thing of any kind.' }) id: string,
  ): Promise<Node | null> {
    return this.sources.find(id, context);
  }
}
