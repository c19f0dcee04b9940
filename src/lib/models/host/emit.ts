import type { Emission } from '../model.ts';
import type { ResourceChange, UnemittedChange } from '../resource.ts';
import { emitCluster } from './effects/cluster-nodes.ts';
import { firewallEmitters } from './emitters/firewall.ts';
import { emitIscsiSession } from './effects/iscsi-sessions.ts';
import { rows } from './effects/rows.ts';
import { rowEmitters } from './emit-rows.ts';
import type { HostEmitter } from './emitted-command.ts';
import { settingEmitters } from './emitters/settings.ts';
import { switchEmitters } from './emitters/switches.ts';

/**
 * Changes of a host's resources as commands of its PowerShell, in their order, one a line. What a command brings along (the interface of a
 * team, the adapter of a switch that has its name) is not made a second time. A change without a command is left out and named.
 */
export function emit(changes: readonly ResourceChange[]): Emission {
  const made = changes.map((change) => {
    const emitter = emitters.get(change.kind);
    return change.unreachable ? undefined : emitter?.(change, changes);
  });
  const brought = new Set(made.flatMap((one) => (one && 'lines' in one && one.brings) || []));
  const lines: string[] = [];
  const unemitted: UnemittedChange[] = [];
  for (const [index, change] of changes.entries()) {
    const { action, kind, name } = change;
    const one = made[index];
    const isBrought = brought.has(`${action} ${kind} ${name.toLowerCase()}`);
    // What is brought and then set otherwise has lines of its own for that.
    if (one && 'lines' in one) for (const line of isBrought ? (one.after ?? []) : one.lines) lines.push(line);
    else if (!isBrought) unemitted.push({ ...change, ...one });
  }
  return { lines, unemitted, waiting: [] };
}

const ofRows = rowEmitters(rows);

/** By kinds; `resources.test.ts` proves that none is left out. */
export const emitters: ReadonlyMap<string, HostEmitter> = new Map(
  Object.entries({
    ...ofRows,
    ...switchEmitters,
    ...settingEmitters,
    'iscsi-session': emitIscsiSession,
    cluster: emitCluster(ofRows['cluster']!),
    ...firewallEmitters,
  }),
);
