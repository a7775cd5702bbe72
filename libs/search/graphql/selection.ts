import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Whether the client asks for a field of the result: some are only worth their work when somebody looks at them. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  return fieldNodes.some(({ selectionSet }) => selectsIn(selectionSet, name, fragments));
}

function selectsIn(
  selections: SelectionSetNode | undefined,
  name: string,
  fragments: Record<string, FragmentDefinitionNode>,
): boolean {
  return (selections?.selections ?? []).some((selection) => {
    if (selection.kind === 'Field') return selection.name.value === name;
    const inner = selection.kind === 'InlineFragment' ? selection : fragments[selection.name.value];
    return selectsIn(inner?.selectionSet, name, fragments);
  });
}
