import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { treesOfList } from './spanning-tree.ts';
import { protocolOf, treeName, trees } from './tree.ts';
import type { Tree, TreePort } from './tree.ts';

/** `show spanning-tree [vlan LIST | interface X] detail` of a Catalyst: what is configured, without what goes on. */
export function spanningTreeDetail(
  state: SwitchState,
  wiring: Wiring,
  name: string | undefined,
  list?: string,
): string | undefined {
  const all = treesOfList(trees(state, wiring), list);
  if (!all) return undefined;
  if (name === undefined) return all.map((tree) => treeDetail(tree, state)).join('\n\n');
  const ports = all.flatMap((tree) =>
    tree.ports.filter(({ port }) => port.name === name).map((port) => portDetail(tree, port)),
  );
  return ports.length === 0 ? `no spanning tree info available for ${name}\n` : ports.join('\n\n');
}

function treeDetail(tree: Tree, state: SwitchState): string {
  const { vlan, priority, hello, maxAge, forwardDelay, isRoot } = tree;
  const protocol = protocolOf(state);
  const holdCount = protocol === 'rstp' ? `, transmit hold-count ${unknownValue}` : '';
  return [
    '',
    ` ${treeName(tree)} is executing the ${protocol} compatible Spanning Tree protocol`,
    `  Bridge Identifier has priority ${String(priority)}, sysid ${String(vlan)}, address ${unknownValue}`,
    `  Configured hello time ${String(hello)}, max age ${String(maxAge)}, forward delay ${String(forwardDelay)}${holdCount}`,
    ...(isRoot ? ['  We are the root of the spanning tree'] : []),
    unknownValue,
    '',
    tree.ports.map((port) => portDetail(tree, port)).join('\n\n'),
  ].join('\n');
}

function portDetail(
  tree: Tree,
  { port, cost, priority, number, isEdge, type, isLinkTypeSet }: TreePort,
): string {
  const doing = isEdge || tree.isRoot ? 'designated forwarding' : unknownValue;
  return [
    ` Port ${number} (${port.name}) of ${treeName(tree)} is ${doing}`,
    `   Port path cost ${cost}, Port priority ${String(priority)}, Port Identifier ${String(priority)}.${number}.`,
    unknownValue,
    `   Link type is ${type.startsWith('Shr') ? 'shared' : 'point-to-point'}${isLinkTypeSet ? '' : ' by default'}`,
    unknownValue,
  ].join('\n');
}
