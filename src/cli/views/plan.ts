import { describeChange, jsonText, platforms, showInvisible, stateFileOf } from '../../lib/engine.ts';
import type { ResourceChange } from '../../lib/models/resource.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import type { DevicePlan, Gap, Plan, StepPlan } from '../../lib/plan/plan.ts';

/** The plan for a person at a terminal: what each step makes of each device, and in the last line how much of it there is. */
export function planText(plan: Plan, painter: TextPainter, { undo }: { readonly undo: boolean }): string {
  return [
    ...plan.devices.flatMap((device) => [...deviceText(device, painter, undo), '']),
    ...verdict(plan, painter),
    '',
  ].join('\n');
}

function deviceText(
  { device, title, platform, steps }: DevicePlan,
  painter: TextPainter,
  undo: boolean,
): string[] {
  const name = title === device || title === platforms[platform].title ? device : `${title} (${device})`;
  return [
    painter.strong(`${showInvisible(name)}, ${platforms[platform].title}`),
    ...steps.flatMap((step) => ['', ...stepText(step, painter), ...(undo ? undoText(step, painter) : [])]),
  ];
}

function stepText(
  { step, title, changes, offline, lasts, unmodelled }: StepPlan,
  painter: TextPainter,
): string[] {
  return [
    `  ${painter.strong(step)} ${showInvisible(title)}`,
    ...changes.flatMap((change) => changeText(change, painter)),
    ...(changes.length + unmodelled.length === 0 ? [painter.faint('    = nothing that is modelled')] : []),
    ...unmodelled.map(
      ({ name, file, line }) =>
        `    ? ${showInvisible(name)}  ${painter.faint(`not modelled: ${showInvisible(file)}:${String(line)}`)}`,
    ),
    ...(offline.length > 0
      ? [`    ${painter.faint('offline:')} ${offline.map(showInvisible).join(', ')}`]
      : []),
    ...lasts.map((why) => `    ${painter.faint('waits:')} ${why}`),
  ];
}

function changeText(change: ResourceChange, painter: TextPainter): string[] {
  const { sign, kind, name, facts } = describeChange(change);
  const width = facts.reduce((most, fact) => Math.max(most, fact.name.length), 0);
  const value = ({ before, after }: (typeof facts)[number]) =>
    before === undefined ? after : `${before} -> ${after}`;
  return [
    `    ${sign} ${kind} ${painter.strong(showInvisible(name))}`,
    ...facts.map(
      (fact) => `        ${painter.faint(fact.name.padEnd(width))}  ${showInvisible(value(fact))}`,
    ),
  ];
}

function undoText({ undo }: StepPlan, painter: TextPainter): string[] {
  const head = painter.faint('    undo:');
  switch (undo.by) {
    case 'author':
      return [`${head} by the undo blocks of the step`];
    case 'nobody':
      return [`${head} not at all: ${showInvisible(undo.why)}`];
    case 'unknown':
      return [`${head} nobody says how, as not all of it is modelled`];
    case 'model':
      return [
        ...(undo.lines.length > 0 ? [head] : []),
        ...undo.lines.map((line) => `      ${showInvisible(line)}`),
        ...undo.left.map(
          ({ kind, name, why }) =>
            `      ${painter.faint(`no command takes back: ${kind} ${showInvisible(name)}${why === undefined ? '' : ` (${why})`}`)}`,
        ),
      ];
  }
}

function verdict(plan: Plan, painter: TextPainter): string[] {
  const { counts, complete, applyable, errored, devices, gaps } = plan;
  const unmodelled = devices.flatMap(({ steps }) => steps.flatMap((step) => step.unmodelled)).length;
  const lacking = (what: Gap['lacks']) => [
    ...new Set(gaps.filter(({ lacks }) => lacks === what).map(({ step, device }) => `${step} on ${device}`)),
  ];
  const open = [
    ...lacking('verify').map((where) => `${where} cannot be verified`),
    ...lacking('undo').map((where) => `${where} cannot be taken back`),
  ];
  return [
    painter.strong(
      `${String(counts.create)} to make, ${String(counts.change)} to change, ${String(counts.remove)} to remove.`,
    ),
    complete
      ? 'Complete: every step is verified and taken back, or says why not.'
      : `Not complete: ${open.map(showInvisible).join(', ')}.`,
    ...(unmodelled > 0
      ? [
          `Of ${String(unmodelled)} ${unmodelled === 1 ? 'command' : 'commands'} nobody knows what it changes.`,
        ]
      : []),
    ...(errored
      ? [
          'There are errors in the posts: `npx labworks check` tells them, and the plan is what was understood in spite of them.',
        ]
      : applyable
        ? []
        : ['There is nothing to apply.']),
  ];
}

/** The same for programs, `version` 1. */
export function planJson(plan: Plan): string {
  const devices = plan.devices.map((device) => ({
    ...device,
    // What there is after each step would be said once more for each.
    steps: device.steps.map(({ end: _, ...step }) => step),
  }));
  return jsonText({ version: 1, ...plan, devices, state: stateFileOf(plan.devices) });
}
