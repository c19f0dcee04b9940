import { holdsUnknown, unknownValue } from '../../unknown-value.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import { interfaceLines } from './interface-lines.ts';
import { sg300InterfaceBlock } from './sg300-running-config.ts';

/** `show running-config interface X` of a Catalyst; undefined for an interface that does not exist. */
export function runningInterface(name: string, state: SwitchState): string | undefined {
  const config = shownConfig(name, state);
  if (!config) return undefined;
  const lines = interfaceLines(name, config, state).map((line) => ` ${line}`);
  return printedConfiguration([`interface ${name}`, ...lines, 'end']);
}

/** The same of an SG300, which prints no heading. */
export function sg300RunningInterface(name: string, state: SwitchState): string | undefined {
  const config = shownConfig(name, state);
  return config && [...sg300InterfaceBlock(name, config, state), '!'].join('\n');
}

function shownConfig(name: string, { running, ports }: SwitchState): InterfaceConfig | undefined {
  return running.interfaces.get(name) ?? (ports.includes(name) ? {} : undefined);
}

/**
 * A configuration under its heading. The number counts the bytes from the end of its own line to the end of the last: so in all of
 * about 30 printed interfaces that nobody had shortened.
 */
export function printedConfiguration(lines: readonly string[]): string {
  const body = ['!', ...lines].join('\n');
  const bytes = holdsUnknown(body) ? unknownValue : String(new TextEncoder().encode(`\n${body}\n`).length);
  return ['Building configuration...', '', `Current configuration : ${bytes} bytes`, body].join('\n');
}
