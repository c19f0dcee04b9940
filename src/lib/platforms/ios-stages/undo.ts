import type { ResourceChange } from '../../models/resource.ts';
import type { Console } from '../../models/switch/console.ts';
import { diff } from '../../models/switch/diff.ts';
import { emit } from '../../models/switch/emit.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import type { StagedChange, StagedUndo } from '../stages.ts';

/** From the state after a change to the one before it. */
export function undo({ before, after }: StagedChange): StagedUndo {
  const [from, to] = [(after as Console).state, (before as Console).state];
  const { profile } = to;
  const changes = diff(from, to);
  const { lines, unemitted, waiting } = emit(changes, profile);
  const notes = [...reachOf(changes, profile), ...waiting.map(waits), ...unemitted.map(stays)];
  return {
    passages: lines.length === 0 && notes.length === 0 ? [] : [{ notes, commands: inConfiguration(lines) }],
    left: unemitted,
  };
}

function inConfiguration(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['configure terminal', ...lines, 'end'];
}

/** What lies outside of the configuration, where a restart and a copy of the configuration do not take it back. */
function reachOf(changes: readonly ResourceChange[], { vlans }: SwitchProfile): string[] {
  const gone = changes.filter(({ kind, action }) => kind === 'vlan' && action === 'remove');
  if (gone.length === 0 || vlans.store !== 'database') return [];
  return [
    `VLANs ${gone.map(({ name }) => name).join(', ')} go out of the VLAN database at once, saved or not, here and on every switch that learns VLANs from this one. A restart or a saved configuration would leave them there. Leave out those that are in use elsewhere: a port in a VLAN that is gone carries nothing.`,
  ];
}

function waits({ kind, name }: ResourceChange): string {
  const what = kind === 'mtu' ? `The ${name} MTU` : name === 'jumboFrames' ? 'The size of frames' : name;
  return `${what} is in effect again only after a restart, which is left to you: until then the switch goes on with the size that it has now.`;
}

function stays({ kind, name }: ResourceChange): string {
  return `No command takes this back: ${kind.replaceAll('-', ' ')} ${name}. Look at it by hand.`;
}
