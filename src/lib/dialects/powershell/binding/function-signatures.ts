import type { FunctionDefinition, Parameter } from '../syntax/tree.ts';

/** What a function of the guide's own takes, where PowerShell refuses all else: it has `[CmdletBinding()]` or `[Parameter()]`. */
export interface FunctionSignature {
  readonly name: string;
  /** Names and aliases, as they are written. */
  readonly parameters: readonly string[];
}

/** The signature of a function; `text` is what it is defined in. Undefined where it takes what it does not name. */
export function signatureOf(definition: FunctionDefinition, text: string): FunctionSignature | undefined {
  const { block, keyword, name } = definition;
  if (keyword === 'workflow' || keyword === 'configuration' || keyword === 'filter') return undefined;
  const parameters = definition.parameters ?? block.parameters ?? [];
  const isAdvanced =
    block.attributes.some(({ typeName }) => /^CmdletBinding$/i.test(typeName)) ||
    parameters.some(({ attributes }) => attributes.some(isParameterAttribute));
  if (
    !isAdvanced ||
    /\bdynamicparam\b|ValueFromRemainingArguments/i.test(text.slice(definition.start, definition.end))
  )
    return undefined;
  return { name, parameters: parameters.flatMap((one) => [one.name, ...aliasesOf(one)]) };
}

function isParameterAttribute({ typeName, arguments: given }: Parameter['attributes'][number]): boolean {
  return (
    given !== undefined && /^(?:System\.Management\.Automation\.)?Parameter(?:Attribute)?$/i.test(typeName)
  );
}

function aliasesOf({ attributes }: Parameter): readonly string[] {
  return attributes
    .filter(({ typeName }) => /^(?:System\.Management\.Automation\.)?Alias(?:Attribute)?$/i.test(typeName))
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap((one) => (one.kind === 'array' ? one.elements : [one]))
    .flatMap((one) => (one.kind === 'text' ? one.value : []));
}
