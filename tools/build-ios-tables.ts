// Brings facts about switch commands into the project's own compact tables.
//
//   node tools/run.mjs tools/build-ios-tables.ts --facts DIR [--out DIR]
//
// DIR holds commands.json; what real configurations taught since is in ios-corrections.ts. The output is a function of the input alone: the same facts give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  IosCommandFacts,
  FeatureTable,
  InterfaceType,
  TablePlatform,
  Limit,
  ModeId,
  PlatformTable,
  Verified,
} from '../src/lib/dialects/ios/tables/table-format.ts';
import { additions, correctionSources, corrections } from './ios-corrections.ts';

interface FactsCommand {
  id: string;
  modes: ModeId[];
  syntax: string;
  keyword_path: string[];
  platforms: TablePlatform[];
  kind: string;
  in_lab_subset: boolean;
  effect: string;
  enters_mode: IosCommandFacts['enters'] | null;
  no_syntax: string[];
  no_accepts_full_form: boolean;
  default_form: boolean;
  undo: string | null;
  requires_reload: boolean;
  gotchas: string[];
  verified: Verified;
  sources: string[];
}
interface FactsInterface {
  type: string;
  short: string;
  keywords: string[];
  number: string;
  regex: string;
  range?: [number, number];
  logical: boolean;
}
interface Facts {
  platforms: Record<string, { name: string }>;
  modes: { id: ModeId; prompt: string }[];
  interfaces: Record<string, FactsInterface[]>;
  commands: FactsCommand[];
  limits: { fact: string; value: string; verified: Verified; note?: string; sources: string[] }[];
  device_notices: { text: string; when: string; verified: Verified }[];
  sources: Record<string, string>;
}

const platformIds = ['catalyst-2960s', 'sg300', 'generic-ios'] as const;

/** The file a command goes to: the first feature that claims it. */
const features: readonly (readonly [string, (command: FactsCommand) => boolean])[] = [
  ['show', ({ kind }) => kind === 'show'],
  ['exec', ({ kind }) => kind === 'exec'],
  ['navigation', ({ kind }) => kind === 'nav'],
  ['line', ({ modes }) => modes.includes('config-line')],
  ['spanning-tree', ({ keyword_path: [first] }) => first === 'spanning-tree'],
  ['etherchannel', ({ keyword_path: [first] }) => /^(channel-|port-channel|lacp|pagp)/.test(first ?? '')],
  ['switchport', ({ keyword_path: [first] }) => first === 'switchport'],
  [
    'vlan',
    ({ modes, keyword_path: [first] }) => modes.includes('config-vlan') || /^(vlan|vtp)$/.test(first ?? ''),
  ],
  ['ip', ({ keyword_path: [first] }) => first === 'ip'],
  ['interface', ({ modes }) => modes.includes('config-if')],
  ['system', () => true],
];

const provenance =
  'Facts in own words about command syntax, gathered from vendor documentation and public configurations; no vendor text. ' +
  'Made by tools/build-ios-tables.ts.';

const { values: options } = parseArgs({ options: { facts: { type: 'string' }, out: { type: 'string' } } });
if (!options.facts) {
  console.error('usage: build-ios-tables.ts --facts DIR [--out DIR]');
  process.exit(2);
}
const out = resolve(options.out ?? join(import.meta.dirname, '../src/lib/dialects/ios/tables'));
const facts = corrected(JSON.parse(readFileSync(join(options.facts, 'commands.json'), 'utf8')) as Facts);

mkdirSync(out, { recursive: true });
const byFeature = new Map(features.map(([name]) => [name, [] as IosCommandFacts[]]));
for (const command of facts.commands) {
  const feature = features.find(([, claims]) => claims(command))!;
  byFeature.get(feature[0])!.push(compact(command));
}
for (const [name, commands] of byFeature)
  write(`${name}.json`, { provenance, commands } satisfies FeatureTable);
write('platforms.json', platformTable(facts));
console.log(`${facts.commands.length} commands in ${byFeature.size} files`);

/** The facts with the corrections in place, an addition right behind the command that it is like. */
function corrected(collected: Facts): Facts {
  const commands = collected.commands.map((command) => ({ ...command, ...corrections[command.id] }));
  for (const { like, differing } of additions) {
    const at = commands.findIndex(({ id }) => id === like);
    commands.splice(at + 1, 0, { ...commands[at]!, ...differing });
  }
  return { ...collected, commands, sources: { ...collected.sources, ...correctionSources } };
}

function compact(command: FactsCommand): IosCommandFacts {
  const { id, modes, platforms, syntax, effect, verified, sources } = command;
  return {
    id,
    modes,
    platforms: platforms.filter((platform) => platformIds.includes(platform)),
    syntax,
    ...(command.no_syntax.length > 0 ? { no: command.no_syntax } : {}),
    ...(command.no_syntax.length > 0 && !command.no_accepts_full_form ? { noWithoutValues: true } : {}),
    ...(command.default_form ? { resettable: true } : {}),
    ...(command.in_lab_subset ? {} : { keywordsOnly: true }),
    effect,
    ...(command.enters_mode ? { enters: command.enters_mode } : {}),
    ...(command.undo ? { undo: command.undo } : {}),
    ...(command.requires_reload ? { reload: true } : {}),
    ...(command.gotchas.length > 0 ? { notes: command.gotchas } : {}),
    verified,
    ...(sources.length > 0 ? { sources } : {}),
  };
}

function platformTable({
  platforms,
  modes,
  interfaces,
  limits,
  device_notices,
  sources,
}: Facts): PlatformTable<TablePlatform> {
  return {
    provenance,
    platforms: perPlatform((id) => ({ name: platforms[id]!.name })),
    prompts: Object.fromEntries(modes.map(({ id, prompt }) => [id, prompt.replace(/^Switch/, '')])) as Record<
      ModeId,
      string
    >,
    interfaces: perPlatform((id) => interfaces[id]!.map(interfaceType)),
    limits: limits.map(({ fact, value, verified, note, sources: from }): Limit => ({
      fact,
      value,
      verified,
      ...(note ? { note } : {}),
      ...(from.length > 0 ? { sources: from } : {}),
    })),
    notices: device_notices.map(({ text, when, verified }) => ({ text, when, verified })),
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, text]) => [key, text.replace(/ ?\(text index ids? [^)]*\)/g, '')]),
    ),
  };
}

function interfaceType({
  type,
  short,
  keywords,
  number,
  regex,
  range,
  logical,
}: FactsInterface): InterfaceType {
  return {
    type,
    short,
    keyword: keywords[0]!,
    numbers: number,
    pattern: regex,
    ...(range ? { from: range[0], to: range[1] } : {}),
    ...(logical ? { logical: true } : {}),
  };
}

function perPlatform<T>(make: (id: TablePlatform) => T): Record<TablePlatform, T> {
  return Object.fromEntries(platformIds.map((id) => [id, make(id)])) as Record<TablePlatform, T>;
}

function write(name: string, value: unknown): void {
  writeFileSync(join(out, name), `${JSON.stringify(value, null, 1)}\n`);
}
