import type { ScriptTree } from '../../dialects/powershell/syntax/parse.ts';
import { standsTogether } from '../../dialects/powershell/syntax/whole-script.ts';
import type { JsonValue } from '../../models/resource.ts';
import type { HostScriptBlock } from '../host-script.ts';
import type { Parameters, RewrittenNode } from './parameters.ts';
import { quoted, treeOf } from './parameters.ts';
import { rowsOf } from './resource-rows.ts';
import type { Express, ScriptRow } from './script-row.ts';

/** Statements of a block that are run, or left alone, as one. */
export interface Unit {
  readonly block: HostScriptBlock;
  readonly step: string;
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
  readonly rows: readonly ScriptRow[];
  /** The same without parameters, as the lab has them. */
  readonly plain: readonly ScriptRow[];
  /** Commands of which nobody knows what they change. */
  readonly unknown: string | undefined;
  /** It changes nothing, and is run whenever its step is. */
  readonly always: boolean;
  readonly offline: readonly string[];
  /** The computer may start again with it. */
  readonly restarts: boolean;
  readonly nodes: readonly RewrittenNode[];
}

/** A block that is run as a whole, whatever it is. */
export function whole(block: HostScriptBlock, { nodesOf }: Parameters): Unit {
  return {
    block,
    step: '',
    start: 0,
    end: block.text.length,
    names: [],
    rows: [],
    plain: [],
    unknown: undefined,
    always: true,
    offline: [],
    restarts: false,
    nodes: nodesOf.get(block) ?? [],
  };
}

/** A block in runs of whole lines, each with the statements that stand on them; what only means the same together is one. */
export function unitsOf(
  block: HostScriptBlock,
  step: string | undefined,
  parameters: Parameters,
): readonly Unit[] {
  if (block.role !== 'apply') return [];
  const { text } = block;
  const script = treeOf(block);
  const cuts: number[] = [];
  if (script.problems.length === 0 && !standsTogether(script)) {
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
export const harmless: ReadonlySet<string> = new Set(
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
    plain: [],
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
  const changes = unmodelled.length > 0 ? [] : block.changes(first, last);
  const rows = unmodelled.length > 0 ? undefined : rowsOf(changes, express);
  if (!rows) {
    const names = unmodelled.length > 0 ? unmodelled : effective.map(([, { name }]) => name);
    return { ...unit, unknown: [...new Set(names)].join(', ') };
  }
  const offline = effective.flatMap(([, command]) => command.offline);
  return {
    ...unit,
    rows,
    plain: rowsOf(changes, literally) ?? [],
    offline: [...new Set(offline)].map((name) => express(name)),
  };
}

/** A value as the author's own commands have it: with the parameters that stand there. */
export function expressing(nodes: readonly RewrittenNode[], { nodesOf }: Parameters): Express {
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
    return plainOf(value);
  };
  const inside = (value: JsonValue, ...at: readonly string[]) => inScript(express(value, ...at));
  return Object.assign(express, { inside });
}

/** A value as the lab has it. */
export const literally: Express = Object.assign(plainOf, { inside: plainOf });

function plainOf(value: JsonValue): string {
  return typeof value === 'number' || typeof value === 'boolean' ? literalOf(value) : quoted(String(value));
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
