import type { SwitchCommand } from './command.ts';
import { choicesOf, valueOf } from './command.ts';
import type { ConfigTarget } from './change.ts';
import type { SwitchState } from './state.ts';

/**
 * What a Catalyst prints though it takes the command and nothing is wrong: transcripts of labs in public repositories. Those that come of an
 * effect stand with it.
 */
export function noticesOf(
  command: SwitchCommand,
  before: SwitchState,
  target: ConfigTarget,
): readonly string[] {
  if (command.negation || command.through || before.profile.vlans.store !== 'database') return [];
  return notices[command.path]?.(command, before, target) ?? [];
}

type Notice = (command: SwitchCommand, before: SwitchState, target: ConfigTarget) => readonly string[];

const notices: Readonly<Record<string, Notice>> = {
  login: (command, { running }, target) => {
    if (target.kind !== 'lines' || choicesOf(command).length > 0) return [];
    if ([...running.lines.values()].includes('aaa new-model')) return [];
    return target.blocks.flatMap((block) =>
      running.lineBlocks.get(block)?.has('password')
        ? []
        : numbersOf(block).map((line) => `% Login disabled on line ${String(line)}, until 'password' is set`),
    );
  },
  'vtp mode': (command, { running }) => {
    const mode = choicesOf(command)[0]!;
    const name = `${mode[0]!.toUpperCase()}${mode.slice(1)}`;
    return (running.vtpMode ?? 'server') === mode
      ? [`Device mode already VTP ${name} for VLANS.`]
      : [`Setting device to VTP ${name} mode for VLANS.`];
  },
  'vtp domain': (command, { running }) => {
    const name = valueOf(command, 'name')!;
    const domain = running.lines.get('vtp domain')?.split(' ').at(-1);
    return domain === name
      ? [`Domain name already set to ${name}.`]
      : [`Changing VTP domain name from ${domain ?? 'NULL'} to ${name}`];
  },
  'vtp password': (command) => [`Setting device VTP password to ${valueOf(command, 'pw')!}`],
  'switchport host': () => [
    'switchport mode will be set to access',
    'spanning-tree portfast will be enabled',
    'channel group will be disabled',
  ],
};

/** The lines of a block by the numbers that a switch counts them by: the console, and behind it those of sessions. */
function numbersOf(block: string): number[] {
  if (/^line con/.test(block)) return [0];
  const [, first, last = first] = /^line vty (\d+)(?: (\d+))?$/.exec(block) ?? [];
  if (first === undefined) return [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index + 1);
}
