import { isAscii } from '../../writing/ascii.ts';
import { commandAsComment, commentOf } from '../../writing/comment.ts';
import type { HostScript, HostScriptBlock, HostScriptInput, HostScriptSource } from '../host-script.ts';
import { comments } from './comments.ts';
import { parametersOf, quoted } from './parameters.ts';
import { releasedRows } from './released-rows.ts';
import { head, lineOf, releaseTable, tables } from './script-tables.ts';
import type { Unit } from './script-units.ts';
import { expressing, unitsOf, whole } from './script-units.ts';
import { pesterLines } from './pester.ts';
import { rowRuntimes, takingKinds } from './resource-rows.ts';
import { core } from './runtime/core.ts';
import { gate, noOpenCommands, openCommands } from './runtime/gate.ts';
import { mainOf } from './runtime/main.ts';
import { modes } from './runtime/modes.ts';
import { moving, noMoving } from './runtime/moving.ts';
import { record } from './runtime/record.ts';
import { noRepair, repair } from './runtime/repair.ts';
import { undo } from './runtime/undo.ts';
import { watch } from './runtime/watch.ts';

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
  const releases = releasedRows(input.releases, units, expressing([], parameters));
  const kinds = new Set([...rows, ...releases.flatMap((release) => release.rows)].map(({ kind }) => kind));
  const lines: string[] = [];
  const sources: HostScriptSource[] = [];
  const say = (...items: readonly string[]) => {
    for (const item of items) lines.push(item);
  };
  say(...input.header.flatMap((line) => commentOf(line, comments)));
  say('', `#Requires -Version ${/\d+\.\d+/.exec(input.shell)?.[0] ?? '3.0'}`, '');
  const moves = takingKinds.some((kind) => kinds.has(kind));
  say(...head(input, parameters, moves));
  say('', ...tables(input, parameters, rows, [...kinds]));
  if (releases.length > 0) say('', ...releaseTable(releases));
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
  const isOpen = units.some(({ unknown }) => unknown !== undefined);
  const pieces = [
    core,
    ...[...kinds].flatMap((kind) => rowRuntimes[kind].pieces),
    gate,
    isOpen ? openCommands : noOpenCommands,
    record,
    watch,
    modes,
    moves ? moving : noMoving,
    undo,
    releases.length > 0 ? repair : noRepair,
    mainOf(moves),
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
    movesAddresses: moves,
    companions: [
      {
        file: 'Labwork.Tests.ps1',
        about: 'the same looks as tests for Pester',
        lines: pesterLines(lineOf(input.title), input.device.name),
      },
    ],
  };
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
    ...(unit.always || unit.unknown !== undefined || unit.names.some((name) => slow.test(name))
      ? ['Slow = $true']
      : []),
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

/** Commands that take many minutes when all is well: roles, domains, clusters. */
const slow =
  /^(?:(?:Install|Uninstall|Add|Remove)-WindowsFeature|Enable-WindowsOptionalFeature|(?:Install|Uninstall)-ADDS\w+|Add-Computer|(?:New|Test)-Cluster|Add-ClusterNode)$/i;
