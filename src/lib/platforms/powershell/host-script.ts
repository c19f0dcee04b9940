import { powershellLanguage } from '../../dialects/powershell/powershell.ts';
import type { ScriptTree } from '../../dialects/powershell/syntax/parse.ts';
import { beginsSignature } from '../../dialects/powershell/syntax/signature.ts';
import type { JsonValue } from '../../models/resource.ts';
import { isAscii, toAscii } from '../../writing/ascii.ts';
import type { CommentSyntax } from '../../writing/comment.ts';
import { commandAsComment, commentOf } from '../../writing/comment.ts';
import type { HostScript, HostScriptBlock, HostScriptInput, HostScriptSource } from '../host-script.ts';
import type { Parameters, RewrittenNode } from './parameters.ts';
import { declarationOf, parametersOf, quoted, treeOf } from './parameters.ts';
import type { Express, ScriptRow } from './script-row.ts';
import { pesterLines } from './pester.ts';
import { rowRuntimes, rowsOf } from './resource-rows.ts';
import { core } from './runtime/core.ts';
import { gate, noOpenCommands, openCommands } from './runtime/gate.ts';
import { main } from './runtime/main.ts';
import { modes } from './runtime/modes.ts';
import { record } from './runtime/record.ts';
import { undo } from './runtime/undo.ts';

/** Behind what looks like the beginning of a signature PowerShell refuses all code: such a line is made too long to look like one. */
export const comments: CommentSyntax = {
  mark: powershellLanguage.comment,
  harmless: (line) => (beginsSignature(line, 7) ? `${'-'.repeat(34)} ${line.trim()}` : line),
};

/**
 * The one script of a Windows host: its resources as a table, the author's commands in their steps, and below them the functions that
 * look, wait, write down and take back, of which it has those that its rows need.
 */
export function powershellHostScript(input: HostScriptInput): HostScript {
  const parameters = parametersOf(input);
  const units = input.steps.flatMap((step) =>
    step.blocks.flatMap((block) => unitsOf(block, step.id, parameters)),
  );
  const rows = units.flatMap((unit) => unit.rows.map((row) => ({ ...row, step: unit.step })));
  const lines: string[] = [];
  const sources: HostScriptSource[] = [];
  const say = (...items: readonly string[]) => {
    for (const item of items) lines.push(item);
  };
  say(...input.header.flatMap((line) => commentOf(line, comments)));
  say('', `#Requires -Version ${/\d+\.\d+/.exec(input.shell)?.[0] ?? '3.0'}`, '');
  say(...head(input, parameters));
  say('', ...tables(input, parameters, rows));
  say('', '# The commands of the guide, each with the resources that it makes, by their numbers above.');
  say('$script:LabworkCommands = @(');
  let id = 0;
  let rowId = 0;
  for (const step of input.steps) {
    say(...step.notes.flatMap((note) => commentOf(note, comments)).map((line) => `  ${line}`));
    for (const block of step.blocks) {
      if (block.role === 'example') say(...leftOut(block).map((line) => `  ${line}`));
      if (block.role !== 'apply') continue;
      for (const unit of units.filter((one) => one.block === block)) {
        const ids = unit.rows.map(() => rowId++);
        say(
          `  @{ Id = ${String(id)}; Step = ${quoted(unit.step)}; ${fieldsOf(unit, block, step, ids, input)}; Run = {`,
        );
        sources.push(append(lines, unit));
        say('  } }');
        id++;
      }
    }
  }
  say(')', '');
  for (const [role, variable, about] of [
    ['verify', 'LabworkLooks', '# What the guide looks at after a step.'],
    ['undo', 'LabworkUndos', '# How the guide takes a step back.'],
  ] as const) {
    say(about, `$script:${variable} = @(`);
    const own = input.steps.flatMap((step) =>
      step.blocks.filter((block) => block.role === role).map((block) => ({ step, block })),
    );
    for (const { step, block } of role === 'undo' ? own.toReversed() : own) {
      say(`  @{ Step = ${quoted(step.id ?? '')}; Run = {`);
      sources.push(append(lines, whole(block, parameters)));
      say('  } }');
    }
    say(')', '');
  }
  const kinds = new Set(rows.map(({ kind }) => kind));
  const isOpen = units.some(({ unknown }) => unknown !== undefined);
  const pieces = [
    core,
    ...[...kinds].flatMap((kind) => rowRuntimes[kind].pieces),
    gate,
    isOpen ? openCommands : noOpenCommands,
    record,
    modes,
    undo,
    main,
  ];
  say('# --- What this script does with them.', ...[...new Set(pieces)].join('').split('\n'));
  while (lines.at(-1) === '') lines.pop();
  return {
    file: 'Invoke-Labwork.ps1',
    lines,
    lineEnd: '\r\n',
    marksEncoding: !lines.every(isAscii),
    sources,
    parameters: parameters.list,
    companions: [
      {
        file: 'Labwork.Tests.ps1',
        about: 'the same looks as tests for Pester',
        lines: pesterLines(lineOf(input.title), input.device.name),
      },
    ],
  };
}

/** Statements of a block that are run, or left alone, as one. */
interface Unit {
  readonly block: HostScriptBlock;
  readonly step: string;
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
  readonly rows: readonly ScriptRow[];
  /** Commands of which nobody knows what they change. */
  readonly unknown: string | undefined;
  /** It changes nothing, and is run whenever its step is. */
  readonly always: boolean;
  readonly offline: readonly string[];
  /** The computer may start again with it. */
  readonly restarts: boolean;
  readonly nodes: readonly RewrittenNode[];
}

function whole(block: HostScriptBlock, { nodesOf }: Parameters): Unit {
  return {
    block,
    step: '',
    start: 0,
    end: block.text.length,
    names: [],
    rows: [],
    unknown: undefined,
    always: true,
    offline: [],
    restarts: false,
    nodes: nodesOf.get(block) ?? [],
  };
}

/** A block in runs of whole lines, each with the statements that stand on them; what a `param` stands before is one. */
function unitsOf(block: HostScriptBlock, step: string | undefined, parameters: Parameters): readonly Unit[] {
  if (block.role !== 'apply') return [];
  const { text } = block;
  const script = treeOf(block);
  const cuts: number[] = [];
  if (script.problems.length === 0 && !script.parameters && script.attributes.length === 0) {
    for (const { statement } of script.statements) {
      const lineEnd = text.indexOf('\n', Math.max(statement.end - 1, 0));
      const end = lineEnd < 0 ? text.length : lineEnd;
      // What begins on the line on which another ends goes with it.
      if (cuts.length > 0 && !text.slice(cuts.at(-1), statement.start).includes('\n')) cuts.pop();
      if (cuts.at(-1) !== end) cuts.push(end);
    }
    cuts.pop();
  }
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  return starts.map((start, index) =>
    unitOf(block, step ?? '', { start, end: cuts[index] ?? text.length }, script, parameters),
  );
}

/** Commands that change nothing but the session they run in. */
const harmless = new Set(
  ['Import-Module', 'Start-Sleep', 'Set-StrictMode', 'New-Object', 'Set-Variable', 'New-Variable'].map(
    (name) => name.toLowerCase(),
  ),
);

/** Sources: the pages of these commands; `-Restart` of those of ServerManager and of Rename-Computer, Add-Computer. */
function mayRestart({ name, arguments: list }: HostScriptBlock['commands'][number]): boolean {
  return (
    /^(?:Restart-Computer|Install-ADDS\w+|Uninstall-ADDS\w+|Enable-WindowsOptionalFeature)$/i.test(name) ||
    list.some((argument) => argument.name?.toLowerCase() === 'restart')
  );
}

function unitOf(
  block: HostScriptBlock,
  step: string,
  { start, end }: { readonly start: number; readonly end: number },
  script: ScriptTree,
  parameters: Parameters,
): Unit {
  const nodes = (parameters.nodesOf.get(block) ?? []).filter(
    (node) => start <= node.start && node.end <= end,
  );
  const isDefinition = (at: number) =>
    script.statements.some(
      ({ statement }) => statement.kind === 'function' && statement.start <= at && at < statement.end,
    );
  const commands = [...block.commands.entries()].filter(
    ([, command]) => start <= command.start && command.start < end && !isDefinition(command.start),
  );
  const effective = commands.filter(
    ([, { effect, name }]) => effect !== 'prints' && !harmless.has(name.toLowerCase()),
  );
  const unit: Unit = {
    block,
    step,
    start,
    end,
    names: [...new Set(commands.map(([, { name }]) => name))],
    rows: [],
    unknown: undefined,
    always: effective.length === 0,
    offline: [],
    restarts: effective.some(([, command]) => mayRestart(command)),
    nodes,
  };
  const [first, last] = [effective[0]?.[0], effective.at(-1)?.[0]];
  if (first === undefined || last === undefined) return unit;
  const unmodelled = effective
    .filter(([, { effect }]) => effect === 'unmodelled')
    .map(([, { name }]) => name);
  const express = expressing(nodes, parameters);
  const rows = unmodelled.length > 0 ? undefined : rowsOf(block.changes(first, last), express);
  if (!rows) {
    const names = unmodelled.length > 0 ? unmodelled : effective.map(([, { name }]) => name);
    return { ...unit, unknown: [...new Set(names)].join(', ') };
  }
  const offline = effective.flatMap(([, command]) => command.offline);
  return { ...unit, rows, offline: [...new Set(offline)].map((name) => express(name)) };
}

/** A value as the author's own commands have it: with the parameters that stand there. */
function expressing(nodes: readonly RewrittenNode[], { nodesOf }: Parameters): Express {
  const everywhere = [...nodesOf.values()].flat();
  const express = (value: JsonValue, ...at: readonly string[]): string => {
    const literal = String(value);
    const here = (list: readonly RewrittenNode[]) =>
      list.filter((node) => node.literal.toLowerCase() === literal.toLowerCase());
    const own = here(nodes);
    const found =
      own.find(({ argument }) => argument !== undefined && at.includes(argument)) ??
      own[0] ??
      here(everywhere)[0];
    if (found) return found.expression;
    return typeof value === 'number' || typeof value === 'boolean' ? literalOf(value) : quoted(literal);
  };
  const inside = (value: JsonValue, ...at: readonly string[]) => inScript(express(value, ...at));
  return Object.assign(express, { inside });
}

/** Names the parameters in an expression that was made here by their scope. */
function inScript(expression: string): string {
  const format = expression.lastIndexOf(' -f ');
  const from = expression.startsWith('$') ? 0 : expression.startsWith('(') && format > 0 ? format : -1;
  if (from < 0) return expression;
  return (
    expression.slice(0, from) +
    expression.slice(from).replace(/\$(?!true|false|script:)(\w+)/g, (_, name: string) => `$script:${name}`)
  );
}

function literalOf(value: number | boolean): string {
  return typeof value === 'boolean' ? `$${String(value)}` : String(value);
}

function fieldsOf(
  unit: Unit,
  block: HostScriptBlock,
  step: HostScriptInput['steps'][number],
  ids: readonly number[],
  input: HostScriptInput,
): string {
  const has = (role: string) => step.blocks.some((other) => other.role === role);
  const isTrusted = has('verify') && (has('undo') || block.cannotUndo !== undefined);
  const key = `${input.device.name} ${step.id ?? ''} ${String(step.blocks.indexOf(block))} ${String(unit.start)}`;
  return [
    `Title = ${quoted(unit.names.join(', ') || 'lines of the guide')}`,
    `Makes = @(${ids.join(', ')})`,
    ...(unit.offline.length > 0 ? [`Offline = @(${unit.offline.join(', ')})`] : []),
    ...(unit.always ? ['Always = $true'] : []),
    ...(unit.restarts ? ['Restarts = $true'] : []),
    ...(unit.unknown === undefined
      ? []
      : [`Unknown = ${quoted(unit.unknown)}`, `Trusted = $${String(isTrusted)}`, `Key = ${quoted(key)}`]),
  ].join('; ');
}

/** Commands that no script runs, and why; the person who runs the others must know. */
function leftOut({ text, because }: HostScriptBlock): string[] {
  return [
    ...text.split('\n').flatMap((line) => commandAsComment(`Not in this script: ${line}`, comments)),
    ...(because === undefined ? [] : commentOf(`  ${because}`, comments)),
  ];
}

function append(lines: string[], { block, start, end, nodes }: Unit): HostScriptSource {
  const first = lines.length + 1;
  const inserted: { start: number; end: number; was: string }[] = [];
  let text = '';
  let done = start;
  for (const node of nodes) {
    text += block.text.slice(done, node.start);
    inserted.push({
      start: text.length,
      end: text.length + node.expression.length,
      was: block.text.slice(node.start, node.end),
    });
    text += node.expression;
    done = node.end;
  }
  text += block.text.slice(done, end);
  for (const item of text.split('\n')) lines.push(item);
  const skipped = block.text.slice(0, start).split('\n').length - 1;
  return { block, lines: [first, lines.length], skipped, inserted };
}

function head({ device }: HostScriptInput, { list }: Parameters): string[] {
  const own = list.map((parameter) => [
    ...commentOf(parameter.title, comments).map((line) => `  ${line}`),
    declarationOf(parameter),
  ]);
  const parts = [
    ["  [Parameter(ParameterSetName = 'Plan')] [switch] $Plan"],
    ["  [Parameter(ParameterSetName = 'Apply', Mandatory = $true)] [switch] $Apply"],
    ["  [Parameter(ParameterSetName = 'Verify', Mandatory = $true)] [switch] $Verify"],
    ["  [Parameter(ParameterSetName = 'Undo', Mandatory = $true)] [switch] $Undo"],
    ["  [Parameter(ParameterSetName = 'Repair', Mandatory = $true)] [switch] $Repair"],
    ["  [Parameter(ParameterSetName = 'Repair', Mandatory = $true)] [string] $From"],
    ['  # Steps, with commas between them; none are all.', '  [string[]] $Step = @()'],
    ['  # The computer that it is for.', `  [string] $HostName = ${quoted(device.name)}`],
    [
      '  # How long it waits for what it has made to be ready.',
      '  [ValidateRange(1, 86400)] [int] $TimeoutSeconds = 600',
    ],
    [
      '  # Where the result is written as JSON, and a plan that was written so before.',
      "  [string] $OutFile = ''",
    ],
    ["  [string] $PlanFile = ''"],
    ['  # Somebody may be connected over what goes off the network.', '  [switch] $AllowDisconnect'],
    ...own,
  ];
  return [
    "[CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Plan')]",
    'param(',
    ...parts.flatMap((part, index) =>
      part.map((line, at) => (at === part.length - 1 && index < parts.length - 1 ? `${line},` : line)),
    ),
    ')',
    '',
    'Set-StrictMode -Version Latest',
    "$ErrorActionPreference = 'Stop'",
    '# A preference of this script does not reach the functions of modules, which most network commands are.',
    "$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }",
  ];
}

function tables(
  input: HostScriptInput,
  { list }: Parameters,
  rows: readonly (ScriptRow & { readonly step: string })[],
): string[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const steps = input.steps.flatMap(({ id, blocks }) =>
    id !== undefined && blocks.some(({ role }) => role !== 'example') ? [id] : [],
  );
  return [
    `$script:LabworkNumber = ${String(input.labwork)}`,
    `$script:LabworkVersion = ${quoted(input.version)}`,
    `$script:LabworkDevice = ${quoted(input.device.name)}`,
    `$script:LabworkTitle = ${quoted(
      commentOf(input.title, { mark: '', harmless: (line) => line })
        .join(' ')
        .trim(),
    )}`,
    `$script:LabworkSteps = @(${steps.map(quoted).join(', ')})`,
    '',
    '# The versions of Windows, and why the steps are not run on some of them.',
    '$script:LabworkSystems = @(',
    ...input.systems.flatMap(({ platform, title, why }) => {
      const build = builds[platform];
      return build === undefined
        ? []
        : [`  @{ Build = ${String(build)}; Title = ${quoted(title)}; Why = ${quoted(lineOf(why ?? ''))} }`];
    }),
    ')',
    '',
    '# Commands by which it looks at the kinds below, and without which there is nothing of a kind.',
    '$script:LabworkNeeds = @{',
    ...kinds.flatMap((kind) => {
      const names = Object.values(rowRuntimes[kind].needs).flat();
      return names.length === 0 ? [] : [`  ${kind} = @(${names.map(quoted).join(', ')})`];
    }),
    '}',
    '',
    '# Values of the lab, as they are now.',
    '$script:LabworkValues = @(',
    ...list.map(
      ({ name, title, isAdapter }) =>
        `  @{ Name = ${quoted(name)}; Value = $${name}; Adapter = $${String(isAdapter)}; About = ${quoted(
          commentOf(title, { mark: '', harmless: (line) => line })
            .join(' ')
            .trim(),
        )} }`,
    ),
    ')',
    '',
    '# What the kinds below are called.',
    '$script:LabworkKinds = @{',
    ...kinds.flatMap((kind) =>
      rowRuntimes[kind].title === '' ? [] : [`  ${kind} = ${quoted(rowRuntimes[kind].title)}`],
    ),
    '}',
    '',
    '# What the steps make: its kind, its name, and how it is to be.',
    '$script:LabworkRows = @(',
    ...rows.map(({ kind, name, step, fields }, index) => {
      const rest = Object.entries(fields).map(([key, value]) => `; ${key} = ${value}`);
      return `  @{ Id = ${String(index)}; Step = ${quoted(step)}; Kind = ${quoted(kind)}; Name = ${name}${rest.join('')} }`;
    }),
    ')',
  ];
}

/** A text on one line of ASCII. */
function lineOf(text: string): string {
  return toAscii(text).replace(/ +/g, ' ').trim();
}

/** Source: Windows Server release information, Microsoft Learn; 9200 and 9600: Operating System Version. */
const builds: Readonly<Record<string, number | undefined>> = {
  'windows-server-2012': 9200,
  'windows-server-2012-r2': 9600,
  'windows-server-2016': 14393,
  'windows-server-2019': 17763,
  'windows-server-2022': 20348,
  'windows-server-2025': 26100,
};
