import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

interface Element {
  /** Such as `Mutation.castVote(input)`. */
  path: string;
  description?: string | null;
}

/** Whoever integrates has the schema before them and nothing else: all of it says what it means. */
describe('the description of the schema', () => {
  const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
  const elements = [...elementsOf(schema)];

  it('leaves nothing out', () => {
    expect(elements.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
  });

  it('says more than the name does', () => {
    expect(elements.filter(isRepetition).map(({ path }) => path)).toEqual([]);
  });

  it('would be missed wherever it is missing', () => {
    const bare = buildSchema(`
      scalar Day
      enum Light { RED }
      input Wish { light: Light }
      interface Thing { id: ID }
      type Lamp implements Thing { id: ID, lit(on: Day): Boolean }
      union Any = Lamp
      type Query { any(wish: Wish): Any }`);
    const paths = [...elementsOf(bare)].filter(({ description }) => !description).map(({ path }) => path);
    expect(paths.toSorted()).toEqual([
      ...['Any', 'Day', 'Lamp', 'Lamp.id', 'Lamp.lit', 'Lamp.lit(on)', 'Light', 'Light.RED'],
      ...['Query', 'Query.any', 'Query.any(wish)', 'Thing', 'Thing.id', 'Wish', 'Wish.light'],
    ]);
  });
});

function* elementsOf(schema: GraphQLSchema): Generator<Element> {
  for (const type of Object.values(schema.getTypeMap())) {
    // GraphQL's own types come with descriptions of their own, as far as they have any.
    if (type.name.startsWith('__')) continue;
    yield { path: type.name, description: type.description };
    yield* membersOf(type);
  }
}

function* membersOf(type: GraphQLNamedType): Generator<Element> {
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) yield { path: `${type.name}.${name}`, description };
  }
  if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields())) {
      yield { path: `${type.name}.${name}`, description };
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      const path = `${type.name}.${name}`;
      yield { path, description };
      for (const argument of args) {
        yield { path: `${path}(${argument.name})`, description: argument.description };
      }
    }
  }
}

/** `createdAt`: "Created at." */
function isRepetition({ path, description }: Element): boolean {
  const name = /(\w+)\)?$/.exec(path)?.[1] ?? '';
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  return letters((description ?? '').replace(/^(the|an?|its) /i, '')) === letters(name);
}
