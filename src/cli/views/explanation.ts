import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { PlatformId } from '../../lib/platforms/platforms.ts';
import { jsonText, platforms } from '../../lib/engine.ts';
import type {
  AcceptedValues,
  ExplainedArgument,
  ExplainedBinding,
  ExplainedSet,
  CommandExplanation,
} from '../../lib/dialects/powershell/binding/explain-command.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** How each command binds, and why, for a person at a terminal. */
export function explanationText(
  explanations: readonly CommandExplanation[],
  platform: PlatformId,
  painter: TextPainter,
): string {
  return explanations.map((explanation) => commandText(explanation, platform, painter)).join('\n');
}

function commandText(
  { written, command, piped, binding }: CommandExplanation,
  platform: PlatformId,
  painter: TextPainter,
): string {
  const { title, shell } = platforms[platform];
  const alias = written.toLowerCase() === command.name.toLowerCase() ? '' : `, written ${written}`;
  const lines = [painter.strong(command.name) + alias];
  if (!binding) {
    lines.push(indented(unboundReason(command.support, title)));
    return `${lines.join('\n')}\n`;
  }
  lines.push(indented(`module ${binding.module}, on ${title} (${shell})`));
  if (piped) lines.push(indented('takes objects from the command before it'));
  lines.push('');
  for (const item of argumentLines(binding, painter)) lines.push(item);
  for (const item of binding.splatted.map((name) => indented(`@${name}  what it holds is not known here`)))
    lines.push(item);
  lines.push('');
  for (const item of setLines(binding, piped, painter)) lines.push(item);
  return `${lines.join('\n')}\n`;
}

function unboundReason(support: CommandExplanation['command']['support'], title: string): string {
  switch (support) {
    case 'supported':
      return 'is defined in what you wrote, or a program of Windows; what it takes is not followed';
    case 'unsupported':
      return `is not a command of ${title}; see below`;
    case 'unknown':
      return `is not in our facts about ${title}. That does not make it wrong; nothing can be said of its arguments.`;
  }
}

function argumentLines(
  { arguments: list, splatted: open }: ExplainedBinding,
  painter: TextPainter,
): string[] {
  if (list.length === 0) return open.length > 0 ? [] : [indented('no arguments')];
  const rows = list.map((argument) => [
    shortened(argument.text),
    argument.parameter ? `-${argument.parameter}` : '—',
    howText(argument),
  ]);
  const widths = [0, 1].map((column) =>
    rows.map((row) => row[column]!.length).reduce((most, item) => Math.max(most, item), 0),
  );
  return list.flatMap((argument, index) => {
    const [text, parameter, how] = rows[index]!;
    return [
      indented(`${text!.padEnd(widths[0]!)}  ${painter.strong(parameter!.padEnd(widths[1]!))}  ${how!}`),
      ...(argument.takes
        ? [indented(painter.faint(`${' '.repeat(widths[0]!)}  ${takesText(argument.takes)}`))]
        : []),
    ];
  });
}

function howText({ how, position }: ExplainedArgument): string {
  switch (how) {
    case 'name':
      return 'by its name';
    case 'alias':
      return 'by an alias of its name';
    case 'prefix':
      return 'by the beginning of its name';
    case 'splat':
      return 'from the hashtable that is splatted';
    case 'position':
      return `without a name, by position ${position ?? '?'}`;
    case 'remaining':
      return 'without a name, with all that is left';
    case undefined:
      return 'binds to no parameter that is known';
  }
}

function takesText({ type, isSwitch, values, range }: AcceptedValues): string {
  if (isSwitch) return 'a switch: on where it is written';
  const limits = range ? `, ${range[0]} to ${range[1]}` : '';
  const choice = values ? `, one of ${values.join(', ')}` : '';
  return `takes ${type}${limits}${choice}`;
}

function setLines(
  { sets, complete, splatted }: ExplainedBinding,
  piped: boolean,
  painter: TextPainter,
): string[] {
  const [first] = sets;
  if (!first) return [];
  const others = sets.filter(({ verdict }) => verdict !== 'chosen');
  const lines: string[] = [];
  if (first.verdict !== 'chosen') {
    lines.push(
      `no parameter set is settled${openReason(complete, splatted.length > 0, piped && others.some(isFed))}`,
    );
  } else {
    const title =
      others.length === 0 ? 'its only parameter set' : `parameter set ${painter.strong(nameOf(first))}`;
    lines.push(`${title}${others.length > 0 && first.isDefault ? ', the default' : ''}: ${needsText(first)}`);
    if (others.length > 0) lines.push('left out');
  }
  const byReason = new Map<string, string[]>();
  for (const set of others)
    byReason.set(reasonText(set), [...(byReason.get(reasonText(set)) ?? []), nameOf(set)]);
  const rows = [...byReason].map(([reason, names]) => [someOf(names), reason] as const);
  const width = rows.map(([names]) => names.length).reduce((most, item) => Math.max(most, item), 0);
  return [
    ...lines,
    ...rows.map(([names, reason]) => `  ${names.padEnd(width)}  ${painter.faint(reason)}`),
  ].map(indented);
}

function openReason(complete: boolean, splatted: boolean, fed: boolean): string {
  if (!complete) return ': our facts do not tell all of its parameters';
  if (splatted) return ': what is splatted decides';
  return fed ? ' before it runs: what comes from the pipeline decides' : '';
}

function isFed({ verdict, mandatory }: ExplainedSet): boolean {
  return verdict === 'fits' && mandatory.some(({ by }) => by === 'pipeline');
}

/** All of a few names, the first ones of many. */
function someOf(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

function nameOf({ name }: ExplainedSet): string {
  return name ?? '(without a name)';
}

function needsText({ mandatory }: ExplainedSet): string {
  if (mandatory.length === 0) return 'it needs nothing';
  return `it needs ${mandatory
    .map(
      ({ parameter, by }) =>
        `-${parameter} (${{ argument: 'given', pipeline: 'from the pipeline', nothing: 'missing' }[by]})`,
    )
    .join(', ')}`;
}

function reasonText({ verdict, foreign, mandatory, isDefault }: ExplainedSet): string {
  const names = (list: readonly string[]) => list.map((name) => `-${name}`).join(', ');
  switch (verdict) {
    case 'conflict':
      return `has no ${names(foreign)}`;
    case 'missing':
      return `needs ${names(mandatory.filter(({ by }) => by === 'nothing').map(({ parameter }) => parameter))}`;
    default: {
      const fed = mandatory.filter(({ by }) => by === 'pipeline').map(({ parameter }) => parameter);
      return `fits${fed.length > 0 ? `, with ${names(fed)} from the pipeline` : ''}${isDefault ? '; the default' : ''}`;
    }
  }
}

/** On one line, and not longer than leaves room for the rest. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= widest ? line : `${line.slice(0, widest - 1)}…`;
}

const widest = 44;

function indented(text: string): string {
  return `  ${text}`.trimEnd();
}

/** The same for programs, `version` 1. Lines and columns count from 1; what is not known is null. */
export function explanationJson(
  explanations: readonly CommandExplanation[],
  platform: PlatformId,
  diagnostics: readonly Diagnostic[],
): string {
  const value = {
    version: 1,
    platform,
    commands: explanations.map(({ written, command, piped, binding }) => ({
      name: command.name,
      written,
      line: command.range.start.line,
      column: command.range.start.column,
      support: command.support,
      piped,
      module: binding?.module ?? null,
      complete: binding?.complete ?? null,
      splatted: binding?.splatted ?? [],
      parameterSet: binding?.sets.find(({ verdict }) => verdict === 'chosen')?.name ?? null,
      arguments: (binding?.arguments ?? []).map(({ text, range, parameter, how, position, takes }) => ({
        text,
        line: range.start.line,
        column: range.start.column,
        parameter: parameter ?? null,
        how: how ?? null,
        position: position ?? null,
        type: takes?.type ?? null,
        values: takes?.values ?? null,
        range: takes?.range ?? null,
      })),
      sets: (binding?.sets ?? []).map(({ name, ...set }) => ({ name: name ?? null, ...set })),
    })),
    diagnostics: diagnostics.map(({ rule, severity, message, range, why, hint }) => ({
      rule,
      severity,
      message,
      line: range.start.line,
      column: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
      why: why ?? null,
      hint: hint ?? null,
    })),
  };
  return jsonText(value);
}
