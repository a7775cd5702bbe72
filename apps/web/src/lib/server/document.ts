/** A GraphQL operation together with the types of what it takes and gives. */
export interface Document<Data, Variables> {
  readonly source: string;
  /** Only for the type checker; never there. */
  readonly types?: (variables: Variables) => Data;
}

/** Joins an operation with the fragments it uses; each fragment is sent once, however many others use it. */
export function document<Data, Variables = Record<string, never>>(
  operation: string,
  ...fragments: readonly string[]
): Document<Data, Variables> {
  const parts = [operation, ...fragments].flatMap((part) => part.split(/\n(?=fragment )/));
  return { source: [...new Set(parts.map((part) => part.trim()))].filter(Boolean).join('\n') };
}
