import { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { UserInputError } from '#libs/kernel';

export const PAGE_SIZE = { default: 20, max: 100 } as const;

/** Arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: PAGE_SIZE.default, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` or `cursor` after which to go on.' })
  after?: string | null;
}

/** @throws UserInputError unless `first` is 1 to 100. */
export function requirePageSize(first: number | null | undefined): number {
  if (first == null) return PAGE_SIZE.default;
  if (first < 1 || first > PAGE_SIZE.max) {
    throw UserInputError.field('first', `first must be 1 to ${PAGE_SIZE.max}.`);
  }
  return first;
}

@ObjectType({ description: 'Where a page of a list lies in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether anything follows this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for with `after`.' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first node; null on an empty page.',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last node, for `after`; null on an empty page.',
  })
  endCursor: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** Declares `XEdge` and `XConnection` for a node type. */
export function connectionOf<Node>(name: string, node: () => Type<Node> | object): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: 'One place in a list.' })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: 'Opaque; given as `after`, the list goes on behind this place.' })
    cursor: string;

    @Field(node as () => Type<Node>, { description: 'What stands there.' })
    node: Node;
  }

  @ObjectType(`${name}Connection`, {
    description: 'One page of a list, in the order that the field which gives it states.',
  })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: 'What is on this page, each with its cursor.' })
    edges: NodeEdge[];

    @Field(() => [node()] as [Type<Node>], { description: 'The same without cursors.' })
    nodes: Node[];

    @Field(() => PageInfo, { description: 'Whether more follows, and from where on.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'How many are in the whole list; null where counting would cost a scan.',
    })
    totalCount: number | null;
  }
  return NodeConnection;
}

/** One page of rows as a query reads it: one row more than asked for tells that there is a next page. */
export interface Page<Row> {
  rows: Row[];
  hasNextPage: boolean;
}

/** Cuts the row too many that the query read. */
export function pageOf<Row>(rows: Row[], first: number): Page<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

export function toConnection<Row, Node>(
  page: Page<Row>,
  options: {
    after?: string | null;
    cursor: (row: Row) => string;
    node: (row: Row) => Node;
    totalCount?: number | null;
  },
): Connection<Node> {
  const edges = page.rows.map((row) => ({ cursor: options.cursor(row), node: options.node(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: options.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: options.totalCount ?? null,
  };
}
