import type { SwitchProblem } from './change.ts';
import { neverSaved } from './not-saved.ts';
import { isSaved } from './same-configuration.ts';
import type { SwitchState } from './state.ts';
import type { ExecutionResult } from './execute.ts';

/** What is only seen when nothing more is typed, at the line that it goes back to. */
export interface Unfinished<Line extends ExecutionResult> {
  readonly line: Line;
  readonly problem: SwitchProblem;
}

/** Settings that wait for a reload that nobody types. */
export function waitingForReload<Line extends ExecutionResult>(
  lines: readonly Line[],
  { boot, running, profile }: SwitchState,
): Unfinished<Line>[] {
  const found: Unfinished<Line>[] = [];
  const last = (fits: (line: ExecutionResult) => boolean) => lines.findLast(fits);
  const add = (line: Line | undefined, what: string) => {
    if (line) found.push({ line, problem: needsReload(what) });
  };
  if (boot.jumboMtu.active !== boot.jumboMtu.next || boot.systemMtu.active !== boot.systemMtu.next)
    add(last(isAccepted('system mtu')), 'The MTU');
  if (profile.mtu === 'jumbo-frames' && (running.jumboFrames === true) !== boot.jumboFrames)
    add(last(isAccepted('port jumbo-frame')), 'The setting');
  const template = lines.findLastIndex(isAccepted('sdm prefer'));
  if (template > lines.findLastIndex(({ command }) => command?.facts.id === 'reload'))
    add(lines[template], 'The template');
  return found;
}

function isAccepted(path: string) {
  return ({ command, refused }: ExecutionResult) => command?.path === path && !refused;
}

function needsReload(what: string): SwitchProblem {
  return {
    rule: 'ios/needs-reload',
    message: `${what} takes effect with the next reload, and the switch is not reloaded here.`,
    hint: 'Plan a maintenance window: while a switch restarts, everything that hangs on it is down, storage and clusters too.',
  };
}

/** A configuration that was changed and is never saved; told at the last line that changed it. */
export function leftUnsaved<Line extends ExecutionResult>(
  lines: readonly Line[],
  state: SwitchState,
): Unfinished<Line> | undefined {
  if (isSaved(state)) return undefined;
  const line = lines.findLast(
    ({ console, changed }) => changed && console.state.running !== console.state.startup,
  );
  return line && { line, problem: neverSaved };
}
