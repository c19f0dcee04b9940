import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { YamlReading } from '../diagnostics/read-yaml.ts';
import { checkProse, checkValue } from '../dialects/text-checks/check-value.ts';
import type { Slice } from '../source/slice.ts';
import { sliceOf } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import type { LabSource } from './schema.ts';

type FieldPath = readonly PropertyKey[];

/**
 * The characters of a lab's texts: those that stand in commands and outputs, letter by letter, must be what they look like. What people
 * only read may have its typography, but no control characters.
 */
export function checkTexts(
  file: SourceFile,
  source: LabSource,
  { locate, textAt }: Pick<YamlReading<unknown>, 'locate' | 'textAt'>,
): Diagnostic[] {
  const checked = (text: string | undefined, path: FieldPath, check: (slice: Slice) => Diagnostic[]) => {
    if (text === undefined || plainAscii.test(text)) return [];
    const slice = textAt(path);
    if (slice) return check(slice);
    // Written by escapes or over several lines: the whole is marked, and is repaired by hand.
    const { start, end } = locate(path);
    return check(sliceOf(createSourceFile(file.path, text))).map(
      ({ rule, severity, message, why, hint }): Diagnostic => ({
        rule,
        severity,
        file: file.path,
        range: rangeAt(file, start, end),
        message,
        ...(why === undefined ? {} : { why }),
        ...(hint === undefined ? {} : { hint }),
      }),
    );
  };
  const found = [
    ...[...typedTexts(source)].flatMap(([text, path]) => checked(text, path, checkValue)),
    ...[...proseOf(source)].flatMap(([text, path]) => checked(text, path, checkProse)),
  ];
  return found.sort((a, b) => a.range.start.offset - b.range.start.offset);
}

const plainAscii = /^[\t\n\r\x20-\x7E]*$/;

/** What commands and outputs hold: values, and the names of devices, ports, drivers and networks. */
function* typedTexts({ devices, networks, values }: LabSource): Generator<[string | undefined, FieldPath]> {
  for (const [at, { title, ports }] of devices.entries()) {
    yield [title, ['devices', at, 'title']];
    for (const [index, { name, driver }] of ports.entries()) {
      yield [name, ['devices', at, 'ports', index, 'name']];
      yield [driver, ['devices', at, 'ports', index, 'driver']];
    }
  }
  for (const [at, { name }] of networks.entries()) yield [name, ['networks', at, 'name']];
  for (const [at, { value }] of values.entries()) yield [value, ['values', at, 'value']];
}

function* proseOf({
  title,
  summary,
  devices,
  groups,
  links,
  networks,
  values,
}: LabSource): Generator<[string | undefined, FieldPath]> {
  yield [title, ['title']];
  yield [summary, ['summary']];
  for (const [at, group] of groups.entries()) yield [group.title, ['groups', at, 'title']];
  for (const [at, device] of devices.entries()) {
    yield [device.summary, ['devices', at, 'summary']];
    for (const [index, role] of device.roles.entries()) yield [role, ['devices', at, 'roles', index]];
    for (const [index, { role }] of device.ports.entries())
      yield [role, ['devices', at, 'ports', index, 'role']];
  }
  for (const [at, { note }] of links.entries()) yield [note, ['links', at, 'note']];
  for (const [at, { purpose, notes }] of networks.entries()) {
    yield [purpose, ['networks', at, 'purpose']];
    yield [notes, ['networks', at, 'notes']];
  }
  for (const [at, { title: own }] of values.entries()) yield [own, ['values', at, 'title']];
}
