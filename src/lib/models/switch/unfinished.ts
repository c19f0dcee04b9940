import type { SwitchProblem } from './change.ts';
import { neverSaved } from './not-saved.ts';
import { isSaved } from './same-configuration.ts';
import type { SwitchState } from './state.ts';
import type { ExecutedLine } from './execute-lines.ts';

/** What is only seen when nothing more is typed, at the line that it goes back to. */
export interface Unfinished {
  readonly line: ExecutedLine;
  readonly problem: SwitchProblem;
}

/** Settings that wait for a reload that nobody types. */
export function waitingForReload(
  lines: readonly ExecutedLine[],
  { boot, running, profile }: SwitchState,
): Unfinished[] {
  const found: Unfinished[] = [];
  const last = (fits: (line: ExecutedLine) => boolean) => lines.findLast(fits);
  const add = (line: ExecutedLine | undefined, what: string) => {
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
  return ({ command, refused }: ExecutedLine) => command?.path === path && !refused;
}

function needsReload(what: string): SwitchProblem {
  return {
    rule: 'ios/needs-reload',
    message: `${what} takes effect with the next reload, and the switch is not reloaded here.`,
    hint: 'Plan a maintenance window: while a switch restarts, everything that hangs on it is down, storage and clusters too.',
  };
}

/** A configuration that was changed and is never saved; reported at the last line that changed it. */
export function leftUnsaved(lines: readonly ExecutedLine[], state: SwitchState): Unfinished | undefined {
  if (isSaved(state)) return undefined;
  const line = lines.findLast(
    ({ console, changed }) => changed && console.state.running !== console.state.startup,
  );
  return line && { line, problem: neverSaved };
}
