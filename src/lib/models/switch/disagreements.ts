import type { ConcludedLink, FarEnd } from '../model.ts';
import type { SwitchProblem } from './change.ts';
import type { Console } from './console.ts';
import type { ExecutionResult } from './execute.ts';
import { startingState } from './factory.ts';
import type { LinkEnd } from './link.ts';
import { channelName, groupAt } from './link.ts';
import type { NamedEnd } from './link-problems.ts';
import { linkProblems, splitChannel } from './link-problems.ts';
import type { SwitchState } from './state.ts';
import type { Unfinished } from './unfinished.ts';
import { ownName } from './wiring.ts';

/** Where the ends of a cable disagree when all is typed, at the line that last set the port or its channel. Each is told at one end. */
export function disagreements<Line extends ExecutionResult>(
  lines: readonly Line[],
  state: SwitchState,
  links: readonly ConcludedLink[],
): Unfinished<Line>[] {
  const ends = links.map(({ port, far, isTold }) => {
    const near = { state, port: ownName(port, state) };
    return { near, far: farEnd(far), line: lastToSet(lines, near), isTold };
  });
  const told: { readonly line: Line; readonly problem: SwitchProblem }[] = [];
  for (const { near, far, line, isTold } of ends) {
    if (!line || (!isTold && isSet(far))) continue;
    for (const problem of linkProblems(near, far)) told.push({ line, problem });
  }
  for (const [id, own] of Map.groupBy(ends, ({ near }) => groupAt(near)?.id)) {
    const problem = id === undefined ? undefined : splitChannel(id, own);
    const line = own.findLast((end) => end.line)?.line;
    if (problem && line) told.push({ line, problem });
  }
  // Ports that were set by one line, as a range, say the same of each.
  const lineOfRule = new Set<string>();
  return told.filter(({ line, problem }) => {
    const key = `${lines.indexOf(line)} ${problem.rule}`;
    return lineOfRule.has(key) ? false : lineOfRule.add(key);
  });
}

function farEnd({ device, port, state }: FarEnd): NamedEnd {
  const own = (state as Console).state;
  return { device, state: own, port: ownName(port, own) };
}

function isSet({ state, port }: LinkEnd): boolean {
  return state.running.interfaces.has(port);
}

/** The last line that changed the port or its channel. */
function lastToSet<Line extends ExecutionResult>(lines: readonly Line[], end: LinkEnd): Line | undefined {
  const group = groupAt(end);
  const names = [end.port, ...(group ? [channelName(group)] : [])];
  return lines.findLast((line, index) => {
    const before = lines[index - 1]?.console.state ?? startingState(end.state.profile.id);
    const { interfaces } = line.console.state.running;
    const { interfaces: old } = before.running;
    return interfaces !== old && names.some((name) => interfaces.get(name) !== old.get(name));
  });
}
