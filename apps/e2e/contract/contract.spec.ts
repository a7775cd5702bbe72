import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql';

/** What clients outside were promised, against what the code gives. */
describe('the contract with outside clients', () => {
  const read = (path: string) => buildSchema(readFileSync(path, 'utf8'));
  const contract = read('apps/e2e/contract/core.graphql');
  const schema = read('apps/api/schema.graphql');
  const promised = Object.values(contract.getTypeMap()).filter((type) => !type.name.startsWith('__'));

  it.each(promised.map((type) => [type.name, type] as const))('%s is all there', (name, type) => {
    expect(differences(type, schema.getType(name), schema)).toEqual([]);
  });
});

function differences(
  promised: GraphQLNamedType,
  actual: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): string[] {
  if (!actual) return [`${promised.name} is missing`];
  if (actual.constructor !== promised.constructor) return [`${promised.name} is another kind of type`];
  if (isEnumType(promised) && isEnumType(actual)) {
    return promised
      .getValues()
      .flatMap(({ name }) => (actual.getValue(name) ? [] : [`${promised.name}.${name} is missing`]));
  }
  if (isUnionType(promised) && isUnionType(actual)) {
    const names = actual.getTypes().map((type) => type.name);
    return promised
      .getTypes()
      .flatMap(({ name }) => (names.includes(name) ? [] : [`${promised.name} lacks ${name}`]));
  }
  if (isInputObjectType(promised) && isInputObjectType(actual)) {
    return inputs(promised.name, Object.values(promised.getFields()), Object.values(actual.getFields()));
  }
  if (
    (isObjectType(promised) && isObjectType(actual)) ||
    (isInterfaceType(promised) && isInterfaceType(actual))
  ) {
    const interfaces = actual.getInterfaces().map((type) => type.name);
    return [
      ...promised
        .getInterfaces()
        .flatMap(({ name }) => (interfaces.includes(name) ? [] : [`${promised.name} is no ${name}`])),
      ...Object.values(promised.getFields()).flatMap((field) =>
        fieldDifferences(promised.name, field, actual.getFields()[field.name]),
      ),
    ];
  }
  return schema.getType(promised.name) ? [] : [`${promised.name} is missing`];
}

function fieldDifferences(
  owner: string,
  promised: GraphQLField<unknown, unknown>,
  actual: GraphQLField<unknown, unknown> | undefined,
): string[] {
  const name = `${owner}.${promised.name}`;
  if (!actual) return [`${name} is missing`];
  const type =
    String(actual.type) === String(promised.type) ? [] : [`${name} is ${actual.type}, not ${promised.type}`];
  return [...type, ...inputs(name, promised.args, actual.args)];
}

/** Everything promised must be taken as promised, and nothing more may be demanded. */
function inputs(
  owner: string,
  promised: readonly (GraphQLArgument | GraphQLInputField)[],
  actual: readonly (GraphQLArgument | GraphQLInputField)[],
): string[] {
  const known = new Map(promised.map((input) => [input.name, input]));
  const missing = promised.flatMap((input) => {
    const given = actual.find(({ name }) => name === input.name);
    if (!given) return [`${owner}(${input.name}) is missing`];
    return [
      ...(String(given.type) === String(input.type)
        ? []
        : [`${owner}(${input.name}) takes ${given.type}, not ${input.type}`]),
      ...(input.defaultValue === undefined || given.defaultValue === input.defaultValue
        ? []
        : [`${owner}(${input.name}) has the default ${given.defaultValue}, not ${input.defaultValue}`]),
    ];
  });
  const demanded = actual
    .filter(
      (input) => !known.has(input.name) && isNonNullType(input.type) && input.defaultValue === undefined,
    )
    .map((input) => `${owner}(${input.name}) is demanded`);
  return [...missing, ...demanded];
}
