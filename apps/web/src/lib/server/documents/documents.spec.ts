import { readFile, readdir } from 'node:fs/promises';
import {
  TypeInfo,
  buildSchema,
  getNamedType,
  isObjectType,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Document } from '../document.ts';

const folder = new URL('./', import.meta.url);
const schemaFile = new URL('../../../../../api/schema.graphql', import.meta.url);

/** What the API refuses beyond the schema: it counts tokens and depth before it runs anything. */
const limits = { tokens: 1000, depth: 8 };

async function allDocuments(): Promise<[name: string, source: string][]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const modules = await Promise.all(
    files.map(async (file): Promise<[string, Record<string, unknown>]> => [
      file,
      (await import(new URL(file, folder).href)) as Record<string, unknown>,
    ]),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module)
      .filter((entry): entry is [string, Document<unknown, unknown>] => isDocument(entry[1]))
      .map(([name, { source }]): [string, string] => [`${file} ${name}`, source]),
  );
}

function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'source' in value;
}

describe('what the pages ask of the API', () => {
  let schema: GraphQLSchema;
  let documents: [name: string, source: string][];

  beforeAll(async () => {
    schema = buildSchema(await readFile(schemaFile, 'utf8'));
    documents = await allDocuments();
  });

  it('is found', () => {
    expect(documents.length).toBeGreaterThan(40);
  });

  it('fits the schema that the API prints', () => {
    const mistakes = documents.flatMap(([name, source]) =>
      validate(schema, parse(source)).map((mistake) => `${name}: ${mistake.message}`),
    );
    expect(mistakes).toEqual([]);
  });

  it('stays within the limits of the API', () => {
    const tooMuch = documents
      .map(([name, source]) => ({ name, tokens: tokensOf(source), depth: depthOf(source) }))
      .filter(({ tokens, depth }) => tokens > limits.tokens || depth > limits.depth);
    expect(tooMuch).toEqual([]);
  });

  it('asks for the id of everything that has one, so that lists can be keyed', () => {
    const missing = documents.flatMap(([name, source]) =>
      selectionsWithoutId(schema, source).map((type) => `${name}: ${type}`),
    );
    expect(missing).toEqual([]);
  });
});

function tokensOf(source: string): number {
  let count = 0;
  for (let token = parse(source).loc?.startToken.next; token && token.kind !== '<EOF>'; token = token.next)
    count++;
  return count;
}

/** The deepest nesting of fields, fragments followed. */
function depthOf(source: string): number {
  const { definitions } = parse(source);
  type Selections = NonNullable<
    Extract<(typeof definitions)[number], { selectionSet: unknown }>['selectionSet']
  >;
  const fragments = new Map<string, Selections>();
  for (const definition of definitions) {
    if (definition.kind === 'FragmentDefinition')
      fragments.set(definition.name.value, definition.selectionSet);
  }
  const deep = (set: Selections | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((selection) => {
        if (selection.kind === 'Field') return 1 + deep(selection.selectionSet);
        if (selection.kind === 'InlineFragment') return deep(selection.selectionSet);
        return deep(fragments.get(selection.name.value));
      }),
    );
  return Math.max(
    ...definitions.map((definition) =>
      definition.kind === 'OperationDefinition' ? deep(definition.selectionSet) : 0,
    ),
  );
}

/** Selections on a type with an id that neither name it nor leave it to a fragment. */
function selectionsWithoutId(schema: GraphQLSchema, source: string): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(source),
    visitWithTypeInfo(types, {
      Field: {
        leave(field) {
          const type = getNamedType(types.getType());
          const selections = field.selectionSet?.selections;
          if (!selections || !isObjectType(type) || !('id' in type.getFields())) return;
          const isNamed = selections.some(
            (selection) => selection.kind !== 'Field' || selection.name.value === 'id',
          );
          if (!isNamed) found.push(`${type.name} (${field.name.value})`);
        },
      },
    }),
  );
  return found;
}
