import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { holdsVlan, vlansOf } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { protocolOf, treeName, trees } from './tree.ts';
import type { Tree, TreePort } from './tree.ts';

const columns = { name: 0, role: 20, status: 25, cost: 29, priority: 39, type: 48 };
const ruler = '------------------- ---- --- --------- -------- --------------------------------';

/** The root sets the times of all. */
const othersTimes = `Hello Time ${unknownValue} sec  Max Age ${unknownValue} sec  Forward Delay ${unknownValue} sec`;

/** `show spanning-tree [active | vlan LIST]` of a Catalyst. */
export function spanningTree(state: SwitchState, wiring: Wiring, list?: string): string | undefined {
  const all = trees(state, wiring);
  if (!all) return undefined;
  if (list === undefined)
    return all.length === 0
      ? '\nNo spanning tree instance exists.\n'
      : `\n${all.map((tree) => treeText(tree, state)).join('\n\n\n')}`;
  const texts = vlansOf(list).map((vlan) => {
    const tree = all.find((one) => one.vlan === vlan);
    if (tree) return `\n${treeText(tree, state)}`;
    return `\nSpanning tree instance(s) for vlan ${String(vlan)} does not exist.`;
  });
  return texts.join('\n\n');
}

/** Of all trees those of a list of VLANs, where one is given. */
export function treesOfList(all: readonly Tree[] | undefined, list: string | undefined) {
  return list === undefined ? all : all?.filter(({ vlan }) => holdsVlan(list, vlan));
}

function treeText(tree: Tree, state: SwitchState): string {
  const { vlan, priority, hello, maxAge, forwardDelay, isRoot } = tree;
  const whole = String(priority + vlan);
  const own = `Hello Time ${String(hello).padStart(3)} sec  Max Age ${String(maxAge)} sec  Forward Delay ${String(forwardDelay)} sec`;
  return [
    treeName(tree),
    `  Spanning tree enabled protocol ${protocolOf(state)}`,
    `  Root ID    Priority    ${isRoot ? whole : unknownValue}`,
    `             Address     ${unknownValue}`,
    ...(isRoot ? ['             This bridge is the root'] : [unknownValue]),
    `             ${isRoot ? own : othersTimes}`,
    '',
    `  Bridge ID  Priority    ${whole.padEnd(6)} (priority ${String(priority)} sys-id-ext ${String(vlan)})`,
    `             Address     ${unknownValue}`,
    `             ${own}`,
    '             Aging Time  300 sec',
    '',
    ...table(
      'Interface',
      tree.ports.map((port) => [shortName(port.port.name, state.profile.id), port, tree]),
    ).flatMap((row, at) => (tree.hasOthers && at > 0 ? [row, unknownValue] : [row])),
    '',
  ].join('\n');
}

/** Rows of ports; of one that may lead to another bridge neither role nor state are known. */
function table(title: string, rows: readonly (readonly [name: string, TreePort, Tree])[]): string[] {
  return [
    atColumns([columns.name, title], [columns.role, 'Role Sts Cost      Prio.Nbr Type']),
    ruler,
    ...rows.map(([name, port, { isRoot }]) => {
      const isKnown = isRoot ?? port.isEdge;
      return atColumns(
        [columns.name, name],
        [columns.role, isKnown ? 'Desg' : unknownValue],
        [columns.status, isKnown ? 'FWD' : unknownValue],
        [columns.cost, port.cost],
        [columns.priority, `${String(port.priority)}.${port.number}`],
        [columns.type, port.type],
      );
    }),
  ];
}

/** `show spanning-tree interface X`: the trees that the port is in. */
export function spanningTreeInterface(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const own = treesOf(name, state, wiring);
  if (!own) return undefined;
  if (own.length === 0) return `no spanning tree info available for ${name}\n`;
  return table(
    'Vlan',
    own.map(({ tree, port }) => [treeName(tree), port, tree]),
  ).join('\n');
}

/** `show spanning-tree interface X portfast` */
export function spanningTreePortfast(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const own = treesOf(name, state, wiring);
  if (!own) return undefined;
  if (own.length === 0) return `no spanning tree info available for ${name}\n`;
  return own
    .map(({ tree, port }) => atColumns([0, treeName(tree)], [20, port.isEdge ? 'enabled' : 'disabled']))
    .join('\n');
}

/** `show spanning-tree bridge`: what this bridge says of itself in each of its trees. */
export function spanningTreeBridge(state: SwitchState, wiring: Wiring, list?: string): string | undefined {
  const all = treesOfList(trees(state, wiring), list);
  if (!all) return undefined;
  return [
    '',
    '                                                   Hello  Max  Fwd',
    'Vlan                         Bridge ID              Time  Age  Dly  Protocol',
    '---------------- --------------------------------- -----  ---  ---  --------',
    ...all.map((tree) => {
      const { vlan, priority, hello, maxAge, forwardDelay } = tree;
      const id = `${String(priority + vlan).padStart(5)} (${String(priority).padStart(5)},${String(vlan).padStart(4)}) ${unknownValue}`;
      const times = [hello, maxAge, forwardDelay].map((time) => String(time).padStart(3)).join('  ');
      return `${treeName(tree).padEnd(17)}${id.padEnd(34)}  ${times}  ${protocolOf(state)}`;
    }),
  ].join('\n');
}

/** `show spanning-tree root` and `show spanning-tree vlan LIST root` */
export function spanningTreeRoot(state: SwitchState, wiring: Wiring, list?: string): string | undefined {
  const all = treesOfList(trees(state, wiring), list);
  if (!all) return undefined;
  return [
    '',
    '                                        Root    Hello Max Fwd',
    'Vlan                   Root ID          Cost    Time  Age Dly  Root Port',
    '---------------- -------------------- --------- ----- --- ---  ------------',
    ...all.map((tree) => {
      const { vlan, priority, hello, maxAge, forwardDelay, isRoot } = tree;
      const known = (value: number | string, width: number) =>
        (isRoot ? String(value) : unknownValue).padStart(width);
      // The last hole has room for the root port, which the root has not.
      return [
        treeName(tree).padEnd(16),
        ` ${known(priority + vlan, 5)} ${unknownValue.padEnd(14)}`,
        `${known(0, 10)}${known(hello, 5)}${known(maxAge, 5)}${known(forwardDelay, 4)}`,
      ].join('');
    }),
  ].join('\n');
}

/** `show spanning-tree inconsistentports`: what others send makes a port so. */
export function spanningTreeInconsistent(state: SwitchState, wiring: Wiring): string | undefined {
  const all = trees(state, wiring);
  if (!all) return undefined;
  const may = all.some(({ isRoot }) => !isRoot);
  return [
    '',
    'Name                 Interface                Inconsistency',
    '-------------------- ------------------------ ------------------',
    ...(may ? [unknownValue] : []),
    '',
    `Number of inconsistent ports (segments) in the system : ${may ? unknownValue : '0'}`,
  ].join('\n');
}

/** `show spanning-tree blockedports`: who blocks depends on other switches. */
export function spanningTreeBlocked(state: SwitchState, wiring: Wiring): string | undefined {
  const all = trees(state, wiring);
  if (!all) return undefined;
  const mayBlock = all.some(({ isRoot }) => !isRoot);
  return [
    '',
    'Name                 Blocked Interfaces List',
    '-------------------- ------------------------------------',
    ...(mayBlock ? [unknownValue] : []),
    '',
    `Number of blocked ports (segments) in the system : ${mayBlock ? unknownValue : '0'}`,
  ].join('\n');
}

/** Trees with the place that a port has in each; undefined for an interface that is not there. */
function treesOf(name: string, state: SwitchState, wiring: Wiring) {
  const exists = state.ports.includes(name) || state.running.interfaces.has(name);
  if (!exists) return undefined;
  return trees(state, wiring)?.flatMap((tree) => {
    const port = tree.ports.find(({ port: one }) => one.name === name);
    return port ? [{ tree, port }] : [];
  });
}
