import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { parse } from '../../../src/lib/dialects/powershell/syntax/parse.ts';
import { walk } from '../../../src/lib/dialects/powershell/syntax/walk.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';
import { engine, fence, part } from '../fixture-posts.ts';
import { hostScript, runsOf, site, textOf } from './rack-bundle.ts';

const yaml = readFileSync(join(import.meta.dirname, '../../fixtures/rack/labs/rack.yaml'), 'utf8');

/** What texts are made of that YAML, PowerShell or IOS may take for something else. */
const bits = [
  ...['1.10', '007', '0x10', '12e3', 'yes', 'no', 'true', 'null', '~', '2020-01-01', '1_000', '.5', '1:30'],
  ...'\'"‘’“”„`$#@!&*-|>%{}[](),;:?=+~^\\/ ',
  ...[
    '$(x)',
    '$env:x',
    '#>',
    "'@",
    '"@',
    '{{team}}',
    ': ',
    ' #',
    '--',
    '\\n',
    '%%',
    '||',
    '<#',
    '\u00E9',
    'é',
    'Z',
    '東京',
  ],
  ...['a', 'b', 'Team', 'word', ' ', ' ', '0', '1'],
];

/** Ways to write a text in YAML; undefined where one cannot write it. */
const writings: readonly ((text: string) => string | undefined)[] = [
  (text) => `'${text.replaceAll("'", "''")}'`,
  (text) => JSON.stringify(text),
  (text) =>
    `"${[...text].map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\U${letter.codePointAt(0)!.toString(16).padStart(8, '0')}`)).join('')}"`,
  (text) =>
    /^[A-Za-z0-9.](?:[\w.:-]|(?<!:) (?! |#))*$/.test(text) && !/[: ]$/.test(text) ? text : undefined,
];

/** The fixture's lab with these values of `team` and `note`, and this name of its network; undefined where it does not hold. */
function labWith(values: { readonly team: string; readonly note: string; readonly network: string }) {
  const text = yaml
    .replace('value: T1', () => `value: ${values.team}`)
    .replace('value: two words', () => `value: ${values.note}`)
    .replace('name: LM', () => `name: ${values.network}`);
  return engine.readLab(createSourceFile('labs/rack.yaml', text));
}

const guide = part(
  [
    '## 9:1 Values',
    '',
    fence(
      'powershell on=srv1',
      "Write-Verbose '{{team}}'",
      'Write-Verbose "{{team}}"',
      'Write-Verbose {{team}}',
      "Write-Verbose '{{note}}'",
      'Write-Verbose "<{{note}}>"',
      "Write-Verbose '{{networks.lm.name}}'",
    ),
    fence(
      'ios on=sw2',
      'configure terminal',
      'interface GigabitEthernet1/0/1',
      ' description {{note}}',
      'end',
      'write memory',
    ),
  ].join('\n'),
);

/** The texts that are given to Write-Verbose in a script, as PowerShell reads them. */
function printed(script: string): string[] {
  const found: string[] = [];
  for (const { statement } of parse(script, 4).statements)
    walk(statement, (node) => {
      if (node.kind !== 'command') return true;
      const [name, argument] = node.elements;
      if (name?.kind !== 'text' || name.value !== 'Write-Verbose' || !argument) return true;
      if (argument.kind === 'text') expect(argument.parts, argument.value).toEqual([]);
      found.push(argument.kind === 'text' ? argument.value : script.slice(argument.start, argument.end));
      return true;
    });
  return found;
}

/** What the parameters of a host script have for the lab's values, as PowerShell reads it. */
function defaultsOf(script: string): [name: string, value: string][] {
  const { parameters = [], problems } = parse(script.slice(0, script.indexOf('\r\nSet-StrictMode')), 4);
  expect(problems).toEqual([]);
  const own = parameters.slice(parameters.findIndex(({ name }) => name === 'AllowDisconnect') + 1);
  return own.map(({ name, defaultValue }) => {
    const written = script.slice(defaultValue!.start, defaultValue!.end);
    const parts = written.match(/'(?:[^']|'')*'|\[char\]0x[0-9A-F]+/g)!;
    const read = parts.map((one) =>
      one.startsWith("'")
        ? one.slice(1, -1).replaceAll("''", "'")
        : String.fromCharCode(Number(one.slice('[char]'.length))),
    );
    return [name, read.join('')];
  });
}

describe('what stands in the lab', () => {
  it('stands in the scripts, letter by letter, or is told', () => {
    const chance = createChance(104);
    const text = () => {
      const made = Array.from({ length: 1 + Math.floor(chance() * 5) }, () => pick(chance, bits)).join('');
      return made.trim() || 'x';
    };
    let scripts = 0;
    let told = 0;
    for (let round = 0; round < 80; round++) {
      const values = { team: text(), note: text(), network: text() };
      const written = Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          const own = writings.flatMap((write) => write(value) ?? []);
          return [name, pick(chance, own)];
        }),
      ) as typeof values;
      const { value: lab, diagnostics } = labWith(written);
      if (!lab) {
        // Nothing but what YAML has for no value: all else is a text.
        expect(
          Object.values(written).some((one) => one === 'null' || one === '~'),
          JSON.stringify(diagnostics),
        ).toBe(true);
        continue;
      }
      const [team, note] = lab.values.flatMap(({ name, value }) =>
        name === 'team' || name === 'note' ? [value] : [],
      );
      expect({ team, note, network: lab.networks[0]!.name }).toEqual(values);
      const labwork = engine.checkLabwork([guide], new Map([[lab.id, lab]]));
      const found = labwork.guides
        .flatMap((one) => one.diagnostics)
        .filter(({ severity }) => severity === 'error');
      const misplaced = found.filter(({ rule }) => rule === 'guide/value-type');
      // The text of a value that is told stays the mark that it was.
      const kept = (value: string, mark: string) =>
        misplaced.some(({ range }) => guide.file.text.slice(range.start.offset, range.end.offset) === mark)
          ? undefined
          : value;
      const bundle = makeBundle(labwork, { site })!;
      const lines = runsOf(bundle, 'srv1', 'apply').flatMap(printed);
      expect(lines).toHaveLength(6);
      for (const [name, value] of defaultsOf(textOf(bundle, hostScript)!.replace(/^\uFEFF/, '')))
        expect(value, name).toBe({ Team: values.team, Note: values.note, LmName: values.network }[name]);
      expect([lines[0], lines[1]]).toEqual([values.team, values.team]);
      if (lines[2] !== values.team) expect(kept(values.team, '{{team}}'), lines[2]).toBeUndefined();
      expect(lines.slice(3)).toEqual([values.note, `<${values.note}>`, values.network]);
      const description = / description (.*)/.exec(textOf(bundle, 'switches/sw2/2-change.ios')!)![1]!;
      if (description !== values.note) expect(kept(values.note, '{{note}}'), description).toBeUndefined();
      if (misplaced.length > 0) told++;
      scripts++;
    }
    expect(scripts).toBeGreaterThan(60);
    expect(told).toBeGreaterThan(12);
  });
});
