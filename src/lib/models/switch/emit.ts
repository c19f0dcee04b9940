import { parseLine } from '../../dialects/ios/reading/parse-line.ts';
import { startSession } from '../../dialects/ios/reading/session.ts';
import type { ModeId } from '../../dialects/ios/tables/table-format.ts';
import { changedProperties, changeOf } from '../resource.ts';
import type { Properties, ResourceChange } from '../resource.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import type { SwitchResourceKind } from './resources.ts';
import { linePrefix, standsAlone } from './resources.ts';
import { globalSettings } from './settings/global.ts';
import { interfaceSettings } from './settings/interface.ts';
import { mtuKinds } from './settings/mtu.ts';
import type { PropertySetting } from './settings/setting.ts';
import { removalOf } from './settings/verbatim.ts';
import { vlanSettings } from './settings/vlan.ts';

/** The commands that make changes. */
export interface Emission {
  /** To be typed in global configuration, and left there. Lines of a block are indented by one blank, and `exit` ends it. */
  readonly lines: readonly string[];
  /** What no line makes: the changes, or the parts of them, that are left out. */
  readonly unemitted: readonly ResourceChange[];
  /** Changes that are made and take effect with the next reload. */
  readonly waiting: readonly ResourceChange[];
}

/**
 * Changes of a switch's resources in its own command language, in their order; changes of one configuration block that follow one
 * another share it. A change that is unreachable is left out whole.
 */
export function emit(changes: readonly ResourceChange[], profile: SwitchProfile): Emission {
  const blocks: Block[] = [];
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

/** Lines below the one that opens their block; global ones have none. */
interface Block {
  readonly opening: string | undefined;
  readonly lines: readonly string[];
}

/** A change in commands. */
export interface EmittedChange {
  readonly blocks: readonly Block[];
  /** The part of the change that they make, and the part that no line makes. */
  readonly made: ResourceChange | undefined;
  readonly left: ResourceChange | undefined;
  readonly waits: boolean;
}

export function emitChange(change: ResourceChange, profile: SwitchProfile): EmittedChange {
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

interface Emitted {
  readonly blocks: readonly Block[];
  /** Properties that no line changes. */
  readonly missing: readonly string[];
  readonly waits?: boolean;
}

type Emitter = (change: ResourceChange, profile: SwitchProfile) => Emitted;

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
function emitVlan(change: ResourceChange, profile: SwitchProfile): Emitted {
  const { name, action } = change;
  const command = `vlan ${name}`;
  if (profile.vlans.namedAt === 'vlan')
    return action === 'remove'
      ? checked(undefined, [['', [`no ${command}`]]], profile, 'config')
      : blockOf(command, vlanSettings, change, profile, 'config-vlan');
  const existence: Block[] =
    action === 'change'
      ? []
      : [{ opening: 'vlan database', lines: [action === 'create' ? command : `no ${command}`] }];
  if (action === 'remove') return { blocks: existence, missing: [] };
  const naming = blockOf(`interface ${command}`, vlanSettings, change, profile, 'config-if');
  return { ...naming, blocks: [...existence, ...naming.blocks.filter(({ lines }) => lines.length > 0)] };
}

function emitInterface(change: ResourceChange, profile: SwitchProfile): Emitted {
  const opening = `interface ${change.name}`;
  return change.action === 'remove' && standsAlone(change.name, profile)
    ? checked(undefined, [['', [`no ${opening}`]]], profile, 'config')
    : blockOf(opening, interfaceSettings, change, profile, 'config-if');
}

/** The changed properties of a block: what goes first, then what comes. */
function blockOf(
  opening: string | undefined,
  settings: readonly PropertySetting[],
  { before = {}, after = {}, action }: ResourceChange,
  profile: SwitchProfile,
  mode: ModeId,
): Emitted {
  const changed = new Set(changedProperties(before, after));
  const set = settings
    .filter(({ property }) => changed.has(property))
    .map(({ property, lines }) => {
      const found = lines(after[property], before[property], profile, { before, after });
      return [property, found] as const;
    });
  const verbatim = verbatimLines(before, after, profile, mode);
  const routing = verbatim.lines.filter((line) => isRouting.test(line));
  const rest = verbatim.lines.filter((line) => !isRouting.test(line));
  const { blocks, missing } = checked(opening, set, profile, mode);
  const lines = [...routing, ...(blocks[0]?.lines ?? []), ...rest];
  return {
    blocks: lines.length > 0 || (action === 'create' && opening !== undefined) ? [{ opening, lines }] : [],
    missing: [...missing, ...verbatim.missing],
  };
}

/** A port that routes takes other commands than one that switches. */
const isRouting = /^(no )?switchport$/;

/**
 * Unmodelled lines that go, then those that come; of these first what has a `no`, which takes away all that begins with its words. A
 * line that replaces the one before needs no removal.
 */
function verbatimLines(
  before: Properties,
  after: Properties,
  profile: SwitchProfile,
  mode: ModeId,
): { lines: string[]; missing: string[] } {
  const accepts = (line: string) => isAccepted(line, profile, mode);
  const changed = changedProperties(before, after).filter((name) => name.startsWith(linePrefix));
  const removed = changed.filter((name) => typeof after[name] !== 'string');
  const set = changed.filter((name) => typeof after[name] === 'string');
  const isNegated = (name: string) => name.startsWith(`${linePrefix}no `);
  const lines: string[] = [];
  const missing: string[] = [];
  for (const name of [...removed, ...set.filter(isNegated), ...set.filter((name) => !isNegated(name))]) {
    const text = after[name] ?? before[name];
    const line =
      typeof after[name] === 'string'
        ? [text as string].find(accepts)
        : removalOf(before[name] as string, accepts);
    if (line === undefined) missing.push(name);
    else lines.push(line);
  }
  return { lines, missing };
}

/** Lines by the properties that they set, as far as the command tables take them. */
function checked(
  opening: string | undefined,
  byProperty: readonly (readonly [property: string, lines: readonly string[] | undefined])[],
  profile: SwitchProfile,
  mode: ModeId,
): Emitted {
  const isGood = (lines: readonly string[] | undefined) =>
    lines?.every((line) => isAccepted(line, profile, mode)) ?? false;
  return {
    blocks: [{ opening, lines: byProperty.flatMap(([, lines]) => (isGood(lines) ? (lines ?? []) : [])) }],
    missing: byProperty.filter(([, lines]) => !isGood(lines)).map(([property]) => property),
  };
}

/** A line that a switch takes in that mode and not as the beginning of a text, which the state does not hold. */
function isAccepted(line: string, { id }: SwitchProfile, mode: ModeId): boolean {
  if (!/^[\x20-\x7e]+$/.test(line) || line.includes('?')) return false;
  const parsed = parseLine(line, { ...startSession(id, ''), mode });
  return parsed.kind === 'command' && parsed.taken.mode === mode && parsed.session.textUntil === undefined;
}

function joined({ opening, lines }: Block, more: Block): Block {
  return { opening, lines: [...lines, ...more.lines] };
}
