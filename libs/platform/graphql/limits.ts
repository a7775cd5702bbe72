import { GraphQLError, Kind, getNamedType, isObjectType } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';

/** The published limits of one request; operations documents repeat them for clients. */
export const LIMITS = {
  depth: 8,
  aliases: 15,
  mutationFields: 5,
  tokens: 1_000,
  /** Rows that nested lists could give at most: the product of their page sizes along each path, added up. */
  nodes: 5_000,
  bodyBytes: 1_048_576,
  /** Introspection nests deep by nature (a type of a list of non-null ...), and reads no rows. */
  introspectionDepth: 16,
} as const;

const DEFAULT_PAGE = 20;
const ROOT_INTROSPECTION = new Set(['__schema', '__type']);

interface Cost {
  depth: number;
  introspectionDepth: number;
  aliases: number;
  rootFields: number;
  nodes: number;
}

/**
 * Measures an operation before it runs. Fragments count wherever they are spread, so hiding work in them gains
 * nothing; what was measured once is kept, so that a chain of fragments that each spread the next twice cannot
 * make the measuring itself expensive.
 */
export function measureOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>> = {},
  schema?: GraphQLSchema,
): Cost {
  const weights = schema ? weightsOf(schema) : undefined;
  const measured = new Map<string, Cost>();
  const underway = new Set<string>();
  const defaults = new Map(
    operation.variableDefinitions?.map((definition) => [
      definition.variable.name.value,
      definition.defaultValue,
    ]),
  );

  const pageSize = (value: ValueNode | undefined, otherwise: number): number => {
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return otherwise;
    const given = variables[value.name.value];
    if (typeof given === 'number') return given;
    const fallback = defaults.get(value.name.value);
    return fallback?.kind === Kind.INT ? Number(fallback.value) : otherwise;
  };

  const measureField = (field: FieldNode, isRoot: boolean): Cost => {
    const inner = field.selectionSet ? measureSet(field.selectionSet, false) : nothing();
    const aliases = inner.aliases + (field.alias ? 1 : 0);
    if (isRoot && ROOT_INTROSPECTION.has(field.name.value)) {
      const introspectionDepth = Math.max(inner.depth, inner.introspectionDepth) + 1;
      return { depth: 1, introspectionDepth, aliases, rootFields: 1, nodes: 0 };
    }
    const first = field.arguments?.find((argument) => argument.name.value === 'first');
    const weight = weights?.get(field.name.value);
    const isList = first !== undefined || selectsConnection(field) || weight?.page !== undefined;
    const size = isList ? pageSize(first?.value, weight?.page ?? DEFAULT_PAGE) : 0;
    const rows = isList ? Math.max(1, size) * (1 + inner.nodes) : inner.nodes;
    const nodes = rows + (weight?.beside ?? 0);
    return {
      depth: inner.depth + 1,
      introspectionDepth: inner.introspectionDepth,
      aliases,
      rootFields: isRoot ? 1 : 0,
      nodes,
    };
  };

  const measureFragment = (name: string, isRoot: boolean): Cost => {
    const key = `${name} ${isRoot}`;
    const known = measured.get(key);
    if (known) return known;
    const fragment = fragments.get(name);
    // A fragment within itself is refused by GraphQL's own rules.
    if (!fragment || underway.has(name)) return nothing();
    underway.add(name);
    const cost = measureSet(fragment.selectionSet, isRoot);
    underway.delete(name);
    measured.set(key, cost);
    return cost;
  };

  const measureSet = (set: SelectionSetNode, isRoot: boolean): Cost =>
    set.selections.reduce<Cost>((sum, selection) => {
      if (selection.kind === Kind.FIELD) return add(sum, measureField(selection, isRoot));
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return add(sum, measureSet(selection.selectionSet, isRoot));
      return add(sum, measureFragment(selection.name.value, isRoot));
    }, nothing());

  return measureSet(operation.selectionSet, true);
}

/** What is over its limit, in words for the client; empty if all is well. */
export function exceededLimits(cost: Cost, operation: OperationDefinitionNode): string[] {
  const problems: string[] = [];
  const hold = (name: string, value: number, limit: number) => {
    if (value > limit) problems.push(`${name} is ${value}, the limit is ${limit}`);
  };
  hold('the depth', cost.depth, LIMITS.depth);
  hold('the depth of introspection', cost.introspectionDepth, LIMITS.introspectionDepth);
  hold('the number of aliases', cost.aliases, LIMITS.aliases);
  hold('the number of rows that the lists could give', cost.nodes, LIMITS.nodes);
  if (operation.operation === 'mutation') {
    hold('the number of mutations in one request', cost.rootFields, LIMITS.mutationFields);
  }
  return problems;
}

export function fragmentsOf(definitions: readonly { kind: string }[]): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

export function limitError(problems: string[], operation?: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`The request asks for too much: ${problems.join('; ')}.`, {
    nodes: operation,
    extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 }, limits: LIMITS },
  });
}

/** What the text of an operation does not tell about a field. */
interface Weight {
  /** The rows of a list that is no connection, where `first` is left out. */
  page?: number;
  /** What getting it costs beside its rows: its `complexity` in the schema. A search each, say, is dear in a list. */
  beside: number;
}

const knownWeights = new WeakMap<GraphQLSchema, ReadonlyMap<string, Weight>>();

/** By name alone, whatever the type: of fields that are called alike, the dearest counts. */
function weightsOf(schema: GraphQLSchema): ReadonlyMap<string, Weight> {
  const known = knownWeights.get(schema);
  if (known) return known;
  const weights = new Map<string, Weight>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const complexity: unknown = field.extensions['complexity'];
      const page = pageOfList(field);
      if (page === undefined && typeof complexity !== 'number') continue;
      const other = weights.get(field.name);
      weights.set(field.name, {
        ...(page === undefined && other?.page === undefined
          ? {}
          : { page: Math.max(page ?? 0, other?.page ?? 0) }),
        beside: Math.max(typeof complexity === 'number' ? complexity : 0, other?.beside ?? 0),
      });
    }
  }
  knownWeights.set(schema, weights);
  return weights;
}

function pageOfList(field: GraphQLField<unknown, unknown>): number | undefined {
  const first = field.args.find(({ name }) => name === 'first');
  if (typeof first?.defaultValue !== 'number') return undefined;
  const type = getNamedType(field.type);
  return isObjectType(type) && 'nodes' in type.getFields() ? undefined : first.defaultValue;
}

/** A connection is recognised by what is selected from it, also where `first` was left to its default. */
function selectsConnection(field: FieldNode): boolean {
  return (
    field.selectionSet?.selections.some(
      (selection) => selection.kind === Kind.FIELD && ['nodes', 'edges'].includes(selection.name.value),
    ) ?? false
  );
}

function nothing(): Cost {
  return { depth: 0, introspectionDepth: 0, aliases: 0, rootFields: 0, nodes: 0 };
}

function add(one: Cost, other: Cost): Cost {
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    nodes: one.nodes + other.nodes,
  };
}
