import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Lab } from '../lab/lab.ts';
import { fieldOfValue } from '../lab/value-field.ts';
import { labValues } from '../lab/values.ts';

/** A place in a post or in a lab where something of the lab is named. Offsets of the name itself. */
export interface LabNamePlace {
  readonly kind: 'device' | 'network' | 'value';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Of a value in a post: the whole of it, `networks.lm.vlan`, and where it stands. */
  readonly path?: { readonly text: string; readonly start: number; readonly end: number };
}

/** What is asked about: a device or a group, a network, a value by its name, or one value of many that a name has. */
export interface LabNameTarget {
  readonly kind: LabNamePlace['kind'];
  readonly name: string;
  readonly path?: string;
}

/** What a lab's identifiers are made of. */
export const labIdentifier = /^[a-z][a-z0-9-]{0,62}$/;

/** The lab that a post says it is about, whatever else of it holds. */
export function labOfPost(text: string): string | undefined {
  return /^lab:[ \t]+['"]?([\w-]+)/m.exec(text)?.[1];
}

/** All names of a lab's things in a post, in their order: in braces, in the words of fences, in props. */
export function labNamesInPost(text: string): LabNamePlace[] {
  const found: LabNamePlace[] = [];
  for (const { 0: whole, 1: path = '', index } of text.matchAll(/\{\{ ?([\w.-]+) ?\}\}/g))
    found.push(placeOfPath(path, index + whole.indexOf(path)));
  let fence = '';
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})(.*)/.exec(line);
    if (mark && fence === '') {
      fence = mark[1]!;
      for (const { 0: whole, 1: double, 2: single, 3: bare, index } of line.matchAll(
        /\bon=(?:"([^"]*)"|'([^']*)'|(\S+))/g,
      )) {
        const names = double ?? single ?? bare ?? '';
        for (const one of namesIn(names, at + index + whole.indexOf(names, 3), 'device')) found.push(one);
      }
    } else if (mark?.[1]?.startsWith(fence) && mark[2]!.trim() === '') fence = '';
    else if (fence === '')
      for (const { 0: whole, 1: component = '', 2: names = '', index } of line.matchAll(
        /<(Value|PortMap|NetworkTable)\b[^<>]*?\b(?:of|device|networks)=["']([^"'\n]*)["']/g,
      )) {
        const start = at + index + whole.length - names.length - 1;
        if (component === 'Value') found.push(placeOfPath(names, start));
        else
          for (const one of namesIn(names, start, component === 'PortMap' ? 'device' : 'network'))
            found.push(one);
      }
    at += line.length;
  }
  return found.sort((a, b) => a.start - b.start);
}

function namesIn(text: string, start: number, kind: LabNamePlace['kind']): LabNamePlace[] {
  return [...text.matchAll(/[\w-]+/g)].map(({ 0: name, index }) => ({
    kind,
    name,
    start: start + index,
    end: start + index + name.length,
  }));
}

function placeOfPath(text: string, start: number): LabNamePlace {
  const path = { text, start, end: start + text.length };
  const [first = '', id] = text.split('.');
  const of = first === 'networks' ? 'network' : first === 'devices' ? 'device' : undefined;
  if (of === undefined || id === undefined) return { kind: 'value', name: text, ...path, path };
  const from = start + first.length + 1;
  return { kind: of, name: id, start: from, end: from + id.length, path };
}

/** All names of a lab's things in its own file: where each is given its name, and where others name it. */
export function labNamesInLab(text: string): LabNamePlace[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  const found: LabNamePlace[] = [];
  const add = (kind: LabNamePlace['kind'], node: unknown, upTo?: string) => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return;
    const name = upTo === undefined ? node.value : node.value.split(upTo)[0]!;
    const start = text.indexOf(name, node.range[0]);
    if (start >= 0 && start <= node.range[0] + 1) found.push({ kind, name, start, end: start + name.length });
  };
  const each = (node: unknown, key: string, of: (item: (name: string) => Node | undefined) => void) => {
    const list: unknown = isMap(node) ? node.get(key, true) : undefined;
    if (!isSeq(list)) return;
    for (const item of list.items)
      if (isMap(item)) of((name) => item.get(name, true) as unknown as Node | undefined);
  };
  const root = document.contents;
  each(root, 'devices', (of) => add('device', of('name')));
  each(root, 'groups', (of) => {
    add('device', of('name'));
    const members = of('devices');
    if (isSeq(members)) for (const member of members.items) add('device', member);
  });
  each(root, 'links', (of) => {
    add('device', of('from'), '/');
    add('device', of('to'), '/');
  });
  each(root, 'networks', (of) => {
    add('network', of('id'));
    const hosts = of('hosts');
    if (isMap(hosts)) for (const { key } of hosts.items) add('device', key);
  });
  each(root, 'values', (of) => add('value', of('name')));
  return found.sort((a, b) => a.start - b.start);
}

/** What is named at an offset of a post; upon the last part of a value's path it is that value alone. */
export function labNameInPost(text: string, offset: number): LabNameTarget | undefined {
  const place = labNamesInPost(text).find(({ start, end, path }) => {
    const [from, to] = path ? [path.start - 2, path.end + 2] : [start, end];
    return from <= offset && offset <= to;
  });
  if (!place) return undefined;
  const isOnName = place.start <= offset && offset <= place.end;
  const { kind, name } = place;
  return { kind, name, ...(!isOnName && place.path && { path: place.path.text }) };
}

/** What is named, or made a value of, at an offset of a lab's file; `placeOf` says where a field of it stands. */
export function labNameInLab(
  text: string,
  offset: number,
  lab: Lab | undefined,
  placeOf: (field: string) => readonly [start: number, end: number],
): LabNameTarget | undefined {
  const place = labNamesInLab(text).find(({ start, end }) => start <= offset && offset <= end);
  if (place) return { kind: place.kind, name: place.name };
  for (const path of lab ? labValues(lab).keys() : []) {
    const field = fieldOfValue(lab!, path);
    const [start, end] = field === undefined ? [0, 0] : placeOf(field);
    if (start < end && start <= offset && offset <= end) {
      const { kind, name } = placeOfPath(path, 0);
      return { kind, name, ...(kind !== 'value' && { path }) };
    }
  }
  return undefined;
}

/** The places of a target among those of a post. */
export function placesOf(
  target: LabNameTarget,
  places: readonly LabNamePlace[],
): readonly { readonly start: number; readonly end: number }[] {
  return places
    .filter(({ kind, name }) => kind === target.kind && name === target.name)
    .flatMap((place): { readonly start: number; readonly end: number }[] =>
      target.path === undefined ? [place] : place.path?.text === target.path ? [place.path] : [],
    );
}
