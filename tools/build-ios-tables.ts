// Brings facts about switch commands into the project's own compact tables.
//
//   node tools/run.mjs tools/build-ios-tables.ts --facts DIR [--out DIR]
//
// DIR holds commands.json; what real configurations taught since is in ios-corrections.ts, further commands in ios-further-commands.ts and ios-sub-modes.ts. The output is a function of the input alone: the same facts give the same bytes.
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
import { furtherCommands, takenOver } from './ios-further-commands.ts';
import type { FurtherCommand } from './ios-further-commands.ts';
import { guideCommands } from './ios-guide-commands.ts';
import { labCommands } from './ios-lab-commands.ts';
import { subModeCommands, subModes } from './ios-sub-modes.ts';

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

const catalysts = ['catalyst-2960s', 'generic-ios'] as const satisfies readonly TablePlatform[];

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
const further = {
  'further-commands': furtherCommands,
  'guide-commands': guideCommands,
  'lab-commands': labCommands,
  'sub-modes': subModeCommands,
};
for (const [name, commands] of Object.entries(further))
  write(`${name}.json`, { provenance, commands: commands.map(furtherFacts) } satisfies FeatureTable);
write('platforms.json', platformTable(facts));
console.log(`${facts.commands.length} commands in ${byFeature.size} files`);

/** The facts with the corrections in place, an addition right behind the command that it is like. */
function corrected(collected: Facts): Facts {
  const commands = collected.commands.map((command) =>
    moved({ ...withSubModes(command), ...corrections[command.id] }, takenOver[command.id] ?? []),
  );
  for (const { like, differing } of additions) {
    const at = commands.findIndex(({ id }) => id === like);
    commands.splice(at + 1, 0, { ...commands[at]!, ...differing });
  }
  return { ...collected, commands, sources: { ...collected.sources, ...correctionSources } };
}

function furtherFacts({
  id,
  modes,
  platforms,
  syntax,
  no = [],
  enters,
  effect,
  verified,
  sources,
}: FurtherCommand) {
  return {
    id,
    modes,
    platforms: platforms ?? catalysts,
    syntax,
    ...(no.length > 0 ? { no } : {}),
    effect,
    ...(enters ? { enters } : {}),
    verified: verified ?? 'sample',
    sources: sources ?? ['labs'],
  } satisfies IosCommandFacts;
}

/** `end`, `exit` and `do` are known in every mode of configuration. */
function withSubModes(command: FactsCommand): FactsCommand {
  return command.kind === 'nav'
    ? { ...command, modes: [...command.modes, ...subModes.map(({ id }) => id)] }
    : command;
}

/** Without words that a command of its own says more of. */
function moved(command: FactsCommand, words: readonly string[]): FactsCommand {
  if (words.length === 0) return command;
  const without = (syntax: string) =>
    syntax.replace(/\{([^{}]*)\}/, (_, choices: string) => {
      const left = choices.split('|').filter((choice) => !words.includes(choice.trim()));
      return `{${left.join('|').trim()}}`;
    });
  return { ...command, syntax: without(command.syntax), no_syntax: command.no_syntax.map(without) };
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
    prompts: Object.fromEntries([
      ...modes.map(({ id, prompt }) => [id, prompt.replace(/^Switch/, '')]),
      ...subModes.map(({ id }) => [id, `(${id})#`]),
    ]) as Record<ModeId, string>,
    subModes: Object.fromEntries(
      subModes.map(({ id, title, within }) => [id, { title, ...(within && { within }) }]),
    ) as PlatformTable['subModes'],
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
