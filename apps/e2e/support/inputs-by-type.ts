/** What the schema says of one type of value. */
interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}

interface Named {
  name: string;
  type: TypeRef;
}

export interface Introspection {
  __schema: {
    mutationType: { fields: { name: string; args: Named[]; type: TypeRef }[] };
    types: { name: string; enumValues: { name: string }[] | null; inputFields: Named[] | null }[];
  };
}

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';

export const INTROSPECTION = `{
  __schema {
    mutationType { fields { name args { name type { ${TYPE} } } type { ${TYPE} } } }
    types { name enumValues { name } inputFields { name type { ${TYPE} } } }
  }
}`;

/** Mutations as the schema demands them and no more: of the right types, about nothing that exists. */
export class InputsByType {
  private readonly types: Map<string, Introspection['__schema']['types'][number]>;

  constructor(private readonly schema: Introspection) {
    this.types = new Map(schema.__schema.types.map((type) => [type.name, type]));
  }

  mutations(): { name: string; document: string; variables: Record<string, unknown> }[] {
    return this.schema.__schema.mutationType.fields.map(({ name, args }) => {
      const declared = args.map((arg) => `$${arg.name}: ${written(arg.type)}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const call = args.length > 0 ? `${name}(${passed})` : name;
      return {
        name,
        document: `mutation ${declared && `(${declared})`} { ${call} { __typename } }`,
        variables: Object.fromEntries(args.map((arg) => [arg.name, this.valueOf(arg.type)])),
      };
    });
  }

  private valueOf({ kind, name, ofType }: TypeRef): unknown {
    if (kind === 'NON_NULL') return this.valueOf(ofType!);
    if (kind === 'LIST') return [];
    const type = this.types.get(name ?? '');
    if (kind === 'ENUM') return type?.enumValues?.[0]?.name;
    if (kind === 'INPUT_OBJECT') {
      const demanded = (type?.inputFields ?? []).filter((field) => field.type.kind === 'NON_NULL');
      return Object.fromEntries(demanded.map((field) => [field.name, this.valueOf(field.type)]));
    }
    const scalars: Record<string, unknown> = {
      Int: 1,
      Float: 0.5,
      Boolean: false,
      DateTime: '2030-01-01T00:00:00Z',
    };
    return scalars[name ?? ''] ?? 'none';
  }
}

function written({ kind, name, ofType }: TypeRef): string {
  if (kind === 'NON_NULL') return `${written(ofType!)}!`;
  return kind === 'LIST' ? `[${written(ofType!)}]` : name!;
}
