import { diff } from '../../models/switch/diff.ts';
import type { Console } from '../../models/switch/console.ts';
import { reloaded } from '../../models/switch/effects/exec.ts';
import { lookFor, showOf } from '../../models/switch/looks.ts';
import type { LookedAt } from '../../models/switch/looks.ts';
import { printShow } from '../../models/switch/print-show.ts';
import { propertiesOf } from '../../models/switch/resources.ts';
import { channelId, membersOf } from '../../models/switch/state.ts';
import type { SwitchState } from '../../models/switch/state.ts';
import { allAnswer } from '../../models/switch/wiring.ts';
import { unknownValue } from '../../models/unknown-value.ts';
import type { FleetLook } from '../fleet.ts';
import { patternEscape as escaped } from '../fleet.ts';
import type { StagedChange } from '../stages.ts';
import { numberAndName } from './expected-lines.ts';

/** Every resource that a change makes another, with what a switch shows of it where it is so, is not, or is somebody else's. */
export function fleetLooks({ before, after }: StagedChange): readonly FleetLook[] {
  const [from, to] = [(before as Console).state, (after as Console).state];
  const changed = new Map(
    diff(from, to).map(({ kind, name }) => [`${kind} ${name}`, { kind, name }] as const),
  );
  const shown = new Set<string>();
  return [...changed.values()].flatMap((resource): FleetLook | readonly FleetLook[] => {
    const place = lookFor(resource);
    const { name } = resource;
    if (place === 'vlans') return vlanLook(name, from, to);
    if (place === 'interface') return interfaceLook(name, from, to);
    // All of it is seen at once.
    if (shown.has(place)) return [];
    shown.add(place);
    return otherLook(place, from, to);
  });
}

function vlanLook(id: string, from: SwitchState, to: SwitchState): FleetLook {
  const { profile } = to;
  const resource = { kind: 'vlan', name: id } as const;
  const row = (state: SwitchState) => {
    const vlan = propertiesOf(state, resource);
    return vlan && numberAndName(id, vlan, profile);
  };
  const [was, is] = [row(from), row(to)];
  const known = [was, is].flatMap((text) => (text === undefined ? [] : [nameIn(text, id)]));
  const rowOf = (text: string) => `^ *${escaped(id)} +${escaped(nameIn(text, id))}(?= |\\r?$)`;
  return {
    about: `VLAN ${id}`,
    command: showOf('vlans', profile),
    planned: is === undefined ? `(?m)\\A(?![\\s\\S]*^ *${escaped(id)} )` : `(?m)${rowOf(is)}`,
    inTheWay: `(?m)^ *${escaped(id)} +(?!(?:${known.map(escaped).join('|')})(?: |\\r?$))\\S`,
    made: is === undefined || is === was ? nothing : `(?m)${rowOf(is)}`,
    isConfiguration: false,
  };
}

function nameIn(text: string, id: string): string {
  return text.slice(id.length).trim() || id;
}

function interfaceLook(name: string, from: SwitchState, to: SwitchState): FleetLook {
  const { profile } = to;
  const linesIn = (state: SwitchState) => {
    const answer = printShow(showOf('interface', profile, name), state, allAnswer);
    const text = answer.kind === 'text' ? answer.text : '';
    return text.split('\n').flatMap((line) => (line.startsWith(' ') ? [line.trim()] : []));
  };
  const [was, is] = [linesIn(from), linesIn(to)];
  const open = `^interface ${escaped(name)} *\\r?\\n`;
  const among = '(?: [^\\n]*\\n)*? ';
  const any = (lines: readonly string[]) => `(?:${lines.map(escaped).join('|')}) *\\r?$`;
  const id = channelId(name);
  const members = [from, to].flatMap((state) => (id === undefined ? [] : membersOf(state, id)));
  const foreign =
    id === undefined
      ? ''
      : `|^interface (?!(?:${[...new Set(members)].map(escaped).join('|')}) *\\r?$)[^\\n]*\\n${among}channel-group ${String(id)} `;
  const [added, removed] = [
    is.filter((line) => !was.includes(line)),
    was.filter((line) => !is.includes(line)),
  ];
  return {
    about: name,
    command: 'show running-config',
    planned: `(?m)${open}${is.map((line) => `(?=${among}${any([line])})`).join('')}${removed.map((line) => `(?!${among}${any([line])})`).join('')}`,
    inTheWay: `(?m)${open}${among}(?!${any([...new Set([...was, ...is])])})\\S${foreign}`,
    made: added.length === 0 ? nothing : `(?m)${open}${among}${any(added)}`,
    isConfiguration: true,
  };
}

/** What is seen by the lines that only the state behind the change prints, or the same behind a restart. */
function otherLook(place: LookedAt, from: SwitchState, to: SwitchState): FleetLook {
  const command = showOf(place, to.profile);
  const linesIn = (state: SwitchState) => {
    const answer = printShow(command, state, allAnswer);
    return answer.kind === 'text'
      ? answer.text.split('\n').filter((line) => line.trim() !== unknownValue)
      : [];
  };
  const was = new Set(linesIn(from));
  const isNew = (line: string) =>
    !was.has(line) && !line.startsWith(' ') && !/^interface |: \d+ bytes$/.test(line);
  const now = linesIn(to).filter(isNew);
  // What is read at the start is seen otherwise before one than behind it.
  const later =
    place === 'frames' ? [reloaded({ ...to, startup: to.running }), { ...to, boot: waiting(from, to) }] : [];
  const others = later.map((state) => linesIn(state).filter(isNew));
  const isUnseen = others.some(({ length }) => length === 0);
  const pattern = (lines: readonly string[]) =>
    lines.map((line) => `(?=[\\s\\S]*^${lineOf(line)} *\\r?$)`).join('');
  const ways = [...new Set([now, ...others].filter(({ length }) => length > 0).map(pattern))];
  const one = [...new Set([now, ...others].flat())].map(lineOf);
  return {
    about: place === 'frames' ? 'frame sizes' : 'global configuration',
    command,
    // What waits for a restart may be seen nowhere before it.
    planned: isUnseen || ways.length === 0 ? '(?m)' : `(?m)\\A(?:${ways.join('|')})`,
    inTheWay: nothing,
    made: one.length === 0 ? nothing : `(?m)^(?:${one.join('|')}) *\\r?$`,
    isConfiguration: place !== 'frames',
  };
}

/** The boot-time variables as they are when all is typed and nobody has restarted the switch. */
function waiting({ boot: was }: SwitchState, { boot: is }: SwitchState): SwitchState['boot'] {
  const since = (before: { active: number }, after: { next: number }) => ({
    active: before.active,
    next: after.next,
  });
  return {
    systemMtu: since(was.systemMtu, is.systemMtu),
    jumboMtu: since(was.jumboMtu, is.jumboMtu),
    routingMtu: since(was.routingMtu, is.routingMtu),
    jumboFrames: was.jumboFrames,
  };
}

/** A pattern that is found nowhere. */
const nothing = '(?!)';

function lineOf(line: string): string {
  return line
    .trimEnd()
    .split(unknownValue)
    .map((part) => escaped(part).replace(/ +/g, ' +'))
    .join('.*');
}
