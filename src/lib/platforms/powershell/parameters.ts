import type { ScriptTree } from '../../dialects/powershell/syntax/parse.ts';
import { singleQuoted } from '../../dialects/powershell/syntax/quote-value.ts';
import type { Node, NumberLiteral, Text } from '../../dialects/powershell/syntax/tree.ts';
import { walk } from '../../dialects/powershell/syntax/walk.ts';
import type { HostScriptBlock, HostScriptInput, PlacedValue } from '../host-script.ts';

/** A parameter of a host script: something that a reader has another of. */
export interface ScriptParameter {
  /** `CsvName` */
  readonly name: string;
  /** What it stands for: the path of a lab's value, or an adapter by its name or its driver's description. */
  readonly of: string;
  readonly type: string;
  /** As the lab has it. */
  readonly text: string;
  readonly title: string;
  readonly isAdapter: boolean;
}

/** A string or number of a block, written with parameters in it. */
export interface RewrittenNode {
  readonly start: number;
  readonly end: number;
  /** What it is with the values of the lab, as PowerShell reads it. */
  readonly literal: string;
  /** `$Vswitch`, `('vEthernet ({0})' -f $CsvName)` */
  readonly expression: string;
  /** The parameter of the command that it is given to, in lower case. */
  readonly argument: string | undefined;
}

export interface Parameters {
  readonly list: readonly ScriptParameter[];
  readonly nodesOf: ReadonlyMap<HostScriptBlock, readonly RewrittenNode[]>;
}

/**
 * The parameters of a host script, and where they stand in the author's blocks: made from the strings and words as they were parsed, so
 * that no value can end one. A value that stands somewhere where no parameter can, stays as the lab has it everywhere.
 */
export function parametersOf(input: HostScriptInput): Parameters {
  const fixed = new Set<string>();
  const blocks = input.steps.flatMap((step) => step.blocks).filter(({ role }) => role !== 'example');
  const taken = namesIn(blocks);
  for (;;) {
    const names = new Map<string, ScriptParameter>();
    const nameFor = (wanted: string) => {
      const used = new Set([...names.values()].map(({ name }) => name.toLowerCase()));
      let name = wanted;
      for (let number = 2; taken.has(name.toLowerCase()) || used.has(name.toLowerCase()); number++)
        name = `${wanted}${String(number)}`;
      return name;
    };
    const parameterOf = (
      of: string,
      make: () => Omit<ScriptParameter, 'of' | 'name'> & { wanted: string },
    ) => {
      const known = names.get(of);
      if (known) return known;
      const { wanted, ...rest } = make();
      const parameter = { ...rest, of, name: nameFor(wanted) };
      names.set(of, parameter);
      return parameter;
    };
    const before = fixed.size;
    const nodesOf = new Map(
      blocks.map((block) => [block, rewrite(block, input, { fixed, parameterOf })] as const),
    );
    if (fixed.size === before) return { list: [...names.values()], nodesOf };
  }
}

/** A block as its dialect has parsed it. */
export function treeOf(block: HostScriptBlock): ScriptTree {
  return block.syntax() as ScriptTree;
}

interface Rewriting {
  /** Paths of values that stay as they are; more may be found on the way. */
  readonly fixed: Set<string>;
  readonly parameterOf: (
    of: string,
    make: () => Omit<ScriptParameter, 'of' | 'name'> & { wanted: string },
  ) => ScriptParameter;
}

type WrittenValue = Text | NumberLiteral;

function rewrite(
  block: HostScriptBlock,
  input: HostScriptInput,
  { fixed, parameterOf }: Rewriting,
): readonly RewrittenNode[] {
  const { text, values } = block;
  const { statements, problems, comments } = treeOf(block);
  if (problems.length > 0) {
    for (const { path } of values) fixed.add(path);
    return [];
  }
  const literals: WrittenValue[] = [];
  const names = new Set<Node>();
  for (const { statement } of statements)
    walk(statement, (node) => {
      // A value in an attribute is a constant, and in a string of its own within a string nothing can be put apart.
      if (node.kind === 'attribute') return false;
      if (node.kind === 'command' && node.invocation === undefined) names.add(node.elements[0]!);
      if ((node.kind === 'text' || node.kind === 'number') && !names.has(node)) literals.push(node);
      return true;
    });
  const holds = ({ start, end }: WrittenValue, value: PlacedValue) =>
    start <= value.start && value.end <= end;
  const found: RewrittenNode[] = [];
  for (const node of literals) {
    const own = values.filter((value) => holds(node, value));
    const argument = argumentAt(block, node);
    const adapter = own.length === 0 ? adapterOf(node, argument, input) : undefined;
    if (own.length === 0 && !adapter) continue;
    if (own.some(({ path }) => fixed.has(path))) continue;
    const parts = adapter
      ? [{ ...innerOf(node), name: parameterOf(adapter.of, adapter.make).name }]
      : own.map((value) => ({
          start: value.start,
          end: value.end,
          name: parameterOf(value.path, () => ({
            wanted: nameOf(value.path, input.device.name),
            isAdapter: false,
            ...value,
          })).name,
        }));
    const expression = expressionFor(text, node, parts);
    if (expression === undefined) {
      for (const { path } of own) fixed.add(path);
      continue;
    }
    found.push({
      start: node.start,
      end: node.end,
      literal: node.kind === 'text' ? node.value : node.written,
      expression,
      argument,
    });
  }
  // Comments keep what the lab has; any other place that was not met takes no parameter.
  for (const value of values) {
    const isMet = found.some(({ start, end }) => start <= value.start && value.end <= end);
    const isComment = comments.some(({ start, end }) => start <= value.start && value.end <= end);
    if (!isMet && !isComment) fixed.add(value.path);
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function argumentAt({ commands }: HostScriptBlock, node: WrittenValue): string | undefined {
  const all = commands.flatMap((command) => command.arguments);
  const own = all.filter(({ start, end }) => start <= node.start && node.end <= end);
  return own.at(-1)?.name?.toLowerCase();
}

/** Parameters that take the name of a network adapter, or the description of its driver. */
const adapterArguments =
  /^(?:name|teammembers|(?:physical)?netadaptername|interfacealias|physicaladapter|newname)$/;
const driverArguments = /description$/;

function adapterOf(node: WrittenValue, argument: string | undefined, { device }: HostScriptInput) {
  if (node.kind !== 'text' || argument === undefined || node.parts.length > 0) return undefined;
  const port = adapterArguments.test(argument)
    ? device.ports.find(({ name }) => name === node.value)
    : undefined;
  if (port)
    return {
      of: `port ${port.name}`,
      make: () => ({
        wanted: `Nic${pascal(port.name)}`,
        type: 'name',
        text: port.name,
        title: port.driver ?? 'network adapter',
        isAdapter: true,
      }),
    };
  const driven = driverArguments.test(argument)
    ? device.ports.find(({ driver }) => driver === node.value)
    : undefined;
  return (
    driven && {
      of: `driver ${driven.name}`,
      make: () => ({
        wanted: `Driver${pascal(driven.name)}`,
        type: 'name',
        text: node.value,
        title: `driver of ${driven.name}`,
        isAdapter: false,
      }),
    }
  );
}

/** `CsvName` for `networks.csv.name`, `CsvAddress` for the device's own address there, `CsvAddressOfHv1` for another's. */
function nameOf(path: string, device: string): string {
  const [first = '', id = '', ...rest] = path.split('.');
  if (first === 'networks' && rest[0] === 'hosts')
    return `${pascal(id)}Address${rest[1] === device ? '' : `Of${pascal(rest[1] ?? '')}`}`;
  if (first === 'networks') return pascal([id, ...rest].join(' '));
  if (first === 'devices') return pascal([id, ...rest].join(' '));
  return pascal(path);
}

function pascal(text: string): string {
  const words = text.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? ['Value'];
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(name) ? `Value${name}` : name;
}

/** What is between the quotes of a string. */
function innerOf(node: WrittenValue): { readonly start: number; readonly end: number } {
  const isQuoted = node.kind === 'text' && (node.quote === 'single' || node.quote === 'double');
  return isQuoted ? { start: node.start + 1, end: node.end - 1 } : { start: node.start, end: node.end };
}

interface ValueRun {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The same string with parameters in it; undefined where it cannot be written so. */
function expressionFor(text: string, node: WrittenValue, parts: readonly ValueRun[]): string | undefined {
  const inner = innerOf(node);
  const [first] = parts;
  if (parts.length === 1 && first!.start === inner.start && first!.end === inner.end) {
    const isWhole = node.kind === 'number' || /^(?:single|double|bare)$/.test(node.quote);
    if (isWhole) return `$${first!.name}`;
  }
  if (node.kind === 'number') return undefined;
  const runs: string[] = [];
  let done = inner.start;
  for (const { start, end } of parts) {
    runs.push(text.slice(done, start));
    done = end;
  }
  runs.push(text.slice(done, inner.end));
  if (node.quote === 'double' || node.quote === 'here-double') {
    const begins = text.slice(node.start, inner.start);
    const ends = text.slice(inner.end, node.end);
    return `${begins}${runs.map((run, index) => run + (parts[index] ? `\${${parts[index].name}}` : '')).join('')}${ends}`;
  }
  if (node.quote === 'here-single') return undefined;
  if (node.quote === 'bare' && !runs.every((run) => /^[\w.:\\/-]*$/.test(run))) return undefined;
  const format = runs
    .map(
      (run, index) =>
        run.replace(/[{}]/g, (brace) => brace + brace) + (parts[index] ? `{${String(index)}}` : ''),
    )
    .join('');
  return `('${format}' -f ${parts.map(({ name }) => `$${name}`).join(', ')})`;
}

/** What no parameter may be called: what PowerShell and the script have themselves, and the variables of the guide. */
function namesIn(blocks: readonly HostScriptBlock[]): ReadonlySet<string> {
  const names = new Set(reserved.map((name) => name.toLowerCase()));
  for (const block of blocks)
    for (const { statement } of treeOf(block).statements)
      walk(statement, (node) => {
        if (node.kind === 'variable') names.add(node.name.replace(/^\w+:/, '').toLowerCase());
        if (node.kind === 'parameter-definition') names.add(node.name.toLowerCase());
        return true;
      });
  return names;
}

/** Sources: about_Automatic_Variables, about_Preference_Variables, about_CommonParameters. */
const reserved = [
  ...['Plan', 'Apply', 'Verify', 'Undo', 'Repair', 'From', 'Step', 'HostName', 'TimeoutSeconds'],
  ...[
    'OutFile',
    'PlanFile',
    'AllowDisconnect',
    'MoveAddress',
    'RevertMinutes',
    'Keep',
    'Revert',
    'WhatIf',
    'Confirm',
    'Verbose',
    'Debug',
    'ErrorAction',
  ],
  ...['WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable'],
  ...['InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'Args', 'Error', 'Event'],
  ...['ExecutionContext', 'False', 'ForEach', 'Home', 'Host', 'Input', 'IsCoreCLR', 'IsLinux', 'IsMacOS'],
  ...['IsWindows', 'LastExitCode', 'Matches', 'MyInvocation', 'NestedPromptLevel', 'Null', 'OFS', 'PID'],
  ...[
    'Profile',
    'PSBoundParameters',
    'PSCmdlet',
    'PSCommandPath',
    'PSCulture',
    'PSDebugContext',
    'PSEdition',
  ],
  ...['PSHome', 'PSItem', 'PSScriptRoot', 'PSSenderInfo', 'PSUICulture', 'PSVersionTable', 'PWD', 'Sender'],
  ...['ShellId', 'StackTrace', 'Switch', 'This', 'True', 'Wmi'],
  ...['Row', 'Rows', 'Name', 'State', 'States', 'Found', 'Why', 'Kept', 'Before', 'Text', 'Command', 'Due'],
];

/** The declaration of a parameter, with its check and the lab's own value. */
export function declarationOf({ name, type, text }: ScriptParameter): string {
  const { check, as } = typeFor(type, text);
  return `  ${check} [${as}] $${name} = ${as !== 'string' && /^-?\d+$/.test(text) ? text : quoted(text)}`;
}

function typeFor(type: string, text: string): { readonly check: string; readonly as: string } {
  const between = (low: number, high: number) => ({
    check: `[ValidateRange(${String(low)}, ${String(high)})]`,
    as: 'int',
  });
  switch (type) {
    case 'vlan':
      return between(1, 4094);
    case 'prefix-length':
      return between(0, 32);
    case 'port-channel':
      return between(1, 4096);
    case 'integer':
      return Math.abs(Number(text)) < 2 ** 31
        ? between(-(2 ** 31), 2 ** 31 - 1)
        : { check: '[ValidateRange(-9007199254740991, 9007199254740991)]', as: 'long' };
    case 'ipv4':
      return { check: `[ValidatePattern('\\A${ipv4}\\z')]`, as: 'string' };
    case 'cidr':
      return { check: `[ValidatePattern('\\A${ipv4}/(3[0-2]|[12]?[0-9])\\z')]`, as: 'string' };
    case 'text':
      return { check: "[ValidatePattern('\\A[^\\p{Cc}\\p{Zl}\\p{Zp}]+\\z')]", as: 'string' };
    default: {
      // Commands take a name with these for a pattern, which other things fit as well.
      const signs = /[*?[\]`]/.test(text) ? '' : '*?\\[\\]`';
      return {
        check: `[ValidatePattern('\\A(?!\\s)[^\\p{Cc}\\p{Zl}\\p{Zp}${signs}]+(?<!\\s)\\z')]`,
        as: 'string',
      };
    }
  }
}

const ipv4 = '((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!\\z|/)|(?=\\z|/))){4}';

/** A string of PowerShell in printable ASCII, whatever the text is: what is something else is written by its number. */
export function quoted(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return singleQuoted(text);
  const runs = text.match(/[\x20-\x7E]+|[^\x20-\x7E]/g) ?? [];
  const parts = runs.map((run) =>
    /^[\x20-\x7E]/.test(run) ? singleQuoted(run) : `[char]0x${run.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `(${parts[0]!.startsWith('[') ? `'' + ` : ''}${parts.join(' + ')})`;
}
