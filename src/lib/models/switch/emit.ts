import type { Emission } from '../model.ts';
import { changeOf } from '../resource.ts';
import type { Properties, ResourceChange } from '../resource.ts';
import { blockOf, checked, verbatimLines } from './emit-block.ts';
import type { CommandBlock, EmittedBlocks } from './emit-block.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import type { SwitchResourceKind } from './resources.ts';
import { linePrefix, standsAlone } from './resources.ts';
import { globalSettings } from './settings/global.ts';
import { interfaceSettings } from './settings/interface.ts';
import { mtuKinds } from './settings/mtu.ts';
import { vlanSettings } from './settings/vlan.ts';

/**
 * Changes of a switch's resources in its own command language, in their order, to be typed in global
 * configuration: lines of a block are indented by one blank, and `exit` ends it; changes of one configuration block that follow one
 * another share it. A change that is unreachable is left out whole.
 */
export function emit(changes: readonly ResourceChange[], profile: SwitchProfile): Emission {
  const blocks: CommandBlock[] = [];
  const unemitted: ResourceChange[] = [];
  const waiting: ResourceChange[] = [];
  for (const change of changes) {
    const { made, left, waits, blocks: own } = emitChange(change, profile);
    if (left) unemitted.push(left);
    if (made && waits) waiting.push(made);
    for (const block of own) {
      const last = blocks.at(-1);
      if (last && last.opening === block.opening) blocks[blocks.length - 1] = joined(last, block);
      else blocks.push(block);
    }
  }
  const lines = blocks.flatMap(({ opening, lines }) =>
    opening === undefined ? lines : [opening, ...lines.map((line) => ` ${line}`), 'exit'],
  );
  return { lines, unemitted, waiting };
}

/** A change in commands. */
interface EmittedChange {
  readonly blocks: readonly CommandBlock[];
  /** The part of the change that they make, and the part that no line makes. */
  readonly made: ResourceChange | undefined;
  readonly left: ResourceChange | undefined;
  readonly waits: boolean;
}

function emitChange(change: ResourceChange, profile: SwitchProfile): EmittedChange {
  if (change.unreachable) return { blocks: [], made: undefined, left: change, waits: false };
  const { blocks, missing, waits = false } = emitters[change.kind as SwitchResourceKind](change, profile);
  if (missing.length === 0) return { blocks, made: change, left: undefined, waits };
  const reached = withParts(change.after, change.before, missing);
  return {
    blocks,
    made: changeOf(change, change.before, reached),
    left: { ...changeOf(change, reached, change.after)!, unreachable: true },
    waits,
  };
}

/** `after` with some properties as they were before. */
function withParts(
  after: Properties | undefined,
  before: Properties = {},
  names: readonly string[],
): Properties | undefined {
  const entries = Object.entries(after ?? {}).filter(([name]) => !names.includes(name));
  for (const name of names) if (before[name] !== undefined) entries.push([name, before[name]]);
  return after === undefined && entries.length === 0 ? undefined : Object.fromEntries(entries);
}

type Emitter = (change: ResourceChange, profile: SwitchProfile) => EmittedBlocks;

const emitters: Readonly<Record<SwitchResourceKind, Emitter>> = {
  setting: (change, profile) => {
    const setting = globalSettings.find(({ key }) => key === change.name)!;
    return { ...blockOf(undefined, [setting], change, profile, 'config'), waits: setting.waits };
  },
  line: (change, profile) => {
    const { before, after } = change;
    const own = { [linePrefix + change.name]: after?.['line'] ?? null };
    const past = { [linePrefix + change.name]: before?.['line'] ?? null };
    const { lines, missing } = verbatimLines(past, own, profile, 'config');
    return { blocks: [{ opening: undefined, lines }], missing: missing.length > 0 ? ['line'] : [] };
  },
  mtu: (change, profile) => {
    const { command, waits } = mtuKinds.find(({ name }) => name === change.name)!;
    const bytes = change.after?.['bytes'];
    const line = bytes === undefined ? `no ${command}` : `${command} ${String(bytes)}`;
    return { ...checked(undefined, [['bytes', [line]]], profile, 'config'), waits };
  },
  vlan: emitVlan,
  'port-channel': emitInterface,
  port: emitInterface,
  'vlan-interface': emitInterface,
  interface: emitInterface,
  'line-block': (change, profile) => blockOf(change.name, [], change, profile, 'config-line'),
};

/** A VLAN, its name perhaps at its interface. */
function emitVlan(change: ResourceChange, profile: SwitchProfile): EmittedBlocks {
  const { name, action } = change;
  const command = `vlan ${name}`;
  if (profile.vlans.namedAt === 'vlan')
    return action === 'remove'
      ? globalLine(`no ${command}`)
      : blockOf(command, vlanSettings, change, profile, 'config-vlan');
  const existence: CommandBlock[] =
    action === 'change'
      ? []
      : [{ opening: 'vlan database', lines: [action === 'create' ? command : `no ${command}`] }];
  if (action === 'remove') return { blocks: existence, missing: [] };
  const naming = blockOf(`interface ${command}`, vlanSettings, change, profile, 'config-if');
  return { ...naming, blocks: [...existence, ...naming.blocks.filter(({ lines }) => lines.length > 0)] };
}

function emitInterface(change: ResourceChange, profile: SwitchProfile): EmittedBlocks {
  const opening = `interface ${change.name}`;
  return change.action === 'remove' && standsAlone(change.name, profile)
    ? globalLine(`no ${opening}`)
    : blockOf(opening, interfaceSettings, change, profile, 'config-if');
}

function globalLine(line: string): EmittedBlocks {
  return { blocks: [{ opening: undefined, lines: [line] }], missing: [] };
}

function joined({ opening, lines }: CommandBlock, more: CommandBlock): CommandBlock {
  return { opening, lines: [...lines, ...more.lines] };
}
