import type { CodeNote, CodePlace } from '../../assistance.ts';
import { asCode } from '../../assistance.ts';
import type { Command } from '../../dialect.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { platformBit } from '../catalogue/versions.ts';
import type { CommandExplanation, ExplainedArgument, ExplainedBinding } from '../binding/explain-command.ts';
import { explainCommands } from '../binding/explain-command.ts';
import type { PowerShellCommand } from '../command.ts';
import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatformIds, powershellPlatforms } from '../platforms.ts';

/** How a command, or the argument at the offset, binds, and on which platforms it is there. */
export function describePowerShell(
  command: Command,
  offset: number,
  { platform }: CodePlace,
  catalogue: Catalogue,
): CodeNote | undefined {
  const own = powershellPlatformIds.find((id) => id === platform);
  if (!own || !isPowerShell(command)) return undefined;
  const [explained] = explainCommands([command], own, catalogue);
  if (!explained) return undefined;
  const { start, end } = command.range;
  const argument = explained.binding?.arguments.find(
    ({ range }) => range.start.offset <= offset && offset <= range.end.offset,
  );
  if (argument && explained.binding) {
    return {
      start: argument.range.start.offset,
      end: argument.range.end.offset,
      lines: argumentLines(argument, explained.binding, command.name, own, catalogue),
    };
  }
  const first = explained.binding?.arguments[0]?.range.start.offset ?? end.offset;
  return {
    start: start.offset,
    end: Math.max(start.offset, Math.min(first, start.offset + explained.written.length)),
    lines: commandLines(explained, own, catalogue),
  };
}

function isPowerShell(command: Command): command is PowerShellCommand {
  return 'piped' in command;
}

function commandLines(
  { written, command, binding }: CommandExplanation,
  platform: PowerShellPlatform,
  catalogue: Catalogue,
): string[] {
  const { title, shell } = powershellPlatforms[platform];
  const { name } = command;
  const head =
    written.toLowerCase() === name.toLowerCase() ? asCode(name) : `${asCode(written)} is ${asCode(name)}`;
  const fromGallery = binding ? undefined : catalogue.gallery(name);
  if (fromGallery)
    return [
      `${head}, of the module ${asCode(fromGallery.module)} of the PowerShell Gallery`,
      'Its name is known, and its parameters are not checked.',
    ];
  if (!binding)
    return [head, `The facts say nothing of it on ${title} (${shell}).`, ...platformLines(name, catalogue)];
  const [set] = binding.sets;
  const chosen =
    set?.verdict === 'chosen' && set.name !== undefined ? `Parameter set: ${asCode(set.name)}` : undefined;
  return [
    `${head}, of the module ${asCode(binding.module)}, on ${title} (${shell})`,
    ...(chosen === undefined ? [] : [chosen]),
    ...binding.arguments.map((argument) => `- ${bindingOf(argument)}`),
    ...platformLines(name, catalogue),
  ];
}

function bindingOf({ parameter, text, how, position, takes }: ExplainedArgument): string {
  if (parameter === undefined) return `${asCode(text)} binds to no parameter that is known`;
  const type = takes ? ` (${asCode(takes.type)})` : '';
  const by =
    how === 'position'
      ? `, by its position ${String(position)}`
      : how === 'name' || how === undefined
        ? ''
        : `, by ${words[how]}`;
  return `${asCode(text)} is ${asCode(`-${parameter}`)}${type}${by}`;
}

const words = {
  alias: 'an alias of it',
  prefix: 'the beginning of its name',
  splat: 'a splatted hashtable',
  remaining: 'being what is left',
} as const;

function argumentLines(
  argument: ExplainedArgument,
  { sets, module }: ExplainedBinding,
  command: string,
  platform: PowerShellPlatform,
  catalogue: Catalogue,
): string[] {
  const { parameter, takes } = argument;
  if (parameter === undefined) return [bindingOf(argument)];
  const here = catalogue.command(command, platform, module);
  const places = here?.parameters.get(parameter.toLowerCase())?.places ?? new Map<number, never>();
  const names = (here?.sets ?? []).flatMap(({ name }, index) =>
    places.has(index) && name !== '' ? [asCode(name)] : [],
  );
  const isMandatory = sets[0]?.mandatory.some((one) => one.parameter === parameter) ?? false;
  return [
    `${bindingOf(argument)}, of ${asCode(command)}`,
    ...(isMandatory ? ['It is mandatory.'] : []),
    ...(takes?.values ? [`One of ${takes.values.map(asCode).join(', ')}`] : []),
    ...(takes?.range ? [`From ${String(takes.range[0])} to ${String(takes.range[1])}`] : []),
    ...(names.length > 0 ? [`In the parameter set${names.length > 1 ? 's' : ''} ${names.join(', ')}`] : []),
    ...platformLines(command, catalogue, parameter),
  ];
}

/** On which platforms a command, or a parameter of it, is there, on which it is not, and of which nothing is known. */
function platformLines(command: string, catalogue: Catalogue, parameter?: string): string[] {
  const there: string[] = [];
  const missing: string[] = [];
  const unknown: string[] = [];
  for (const id of powershellPlatformIds) {
    const here = catalogue.command(command, id);
    const isThere = here && (parameter === undefined || here.byName.has(parameter.toLowerCase()));
    const lacks =
      here && parameter !== undefined
        ? here.surelyLacks(parameter)
        : !here && catalogue.find(command).some((place) => place.missing & platformBit(id));
    (isThere ? there : lacks ? missing : unknown).push(powershellPlatforms[id].title);
  }
  return [
    ...(there.length > 0 ? [`There on ${there.join(', ')}`] : []),
    ...(missing.length > 0 ? [`Not there on ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 && there.length > 0 ? [`Not known of ${unknown.join(', ')}`] : []),
  ];
}
