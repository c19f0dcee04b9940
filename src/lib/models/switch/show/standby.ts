import { unknownValue } from '../../unknown-value.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { globalLines, interfaceLinesKept, lastValue } from './kept-lines.ts';

/** A gateway that this switch and others stand in for (HSRP). */
interface StandbyGroup {
  readonly name: string;
  readonly number: string;
  readonly version: string;
  readonly address: string;
  readonly priority: string;
  readonly preempts: boolean;
  readonly isUp: boolean;
  readonly lines: readonly string[];
}

function groupsOf(state: SwitchState, wiring: Wiring): StandbyGroup[] {
  return [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
    const config: InterfaceConfig = state.running.interfaces.get(name) ?? {};
    const kept = interfaceLinesKept(config);
    const numbers = kept.flatMap((line) => /^standby (?:(\d+) )?ip(?: |$)/.exec(line)?.[1] ?? standing(line));
    return [...new Set(numbers)]
      .sort((a, b) => Number(a) - Number(b))
      .map((number) => {
        const lines = kept.filter(
          (line) => line.startsWith(`standby ${number} `) || (number === '0' && /^standby [a-z]/.test(line)),
        );
        const value = (word: string) =>
          lines
            .findLast((line) => line.split(' ').includes(word))
            ?.split(` ${word}`)[1]
            ?.trim();
        return {
          name,
          number,
          version: lastValue(kept, 'standby version') ?? '1',
          address: value('ip')?.split(' ')[0] || unknownValue,
          priority: value('priority') ?? '100',
          preempts: value('preempt') !== undefined,
          isUp: protocol === 'up',
          lines,
        };
      });
  });
}

/** The group of `standby ip` without a number. */
function standing(line: string): string[] {
  return /^standby ip(?: |$)/.test(line) ? ['0'] : [];
}

/** `show standby brief`: who is active depends on the others. */
export function standbyBrief(state: SwitchState, wiring: Wiring): string {
  const groups = groupsOf(state, wiring);
  if (groups.length === 0) return '';
  return [
    '                     P indicates configured to preempt.',
    '                     |',
    'Interface   Grp  Pri P State   Active          Standby         Virtual IP',
    ...groups.map(({ name, number, priority, preempts, isUp, address }) =>
      atColumns(
        [0, shortName(name, state.profile.id)],
        [12, number],
        [17, priority],
        [21, preempts ? 'P' : ''],
        [23, isUp ? unknownValue : 'Init'],
        [31, isUp ? unknownValue : 'unknown'],
        [47, isUp ? unknownValue : 'unknown'],
        [63, address],
      ),
    ),
  ].join('\n');
}

/** `show standby [X]` */
export function standby(state: SwitchState, wiring: Wiring, only?: string): string {
  return groupsOf(state, wiring)
    .filter(({ name }) => only === undefined || name === only)
    .flatMap(({ name, number, version, address, priority, preempts, isUp, lines }) => {
      const group = Number(number).toString(16);
      const mac =
        version === '2' ? `0000.0c9f.f${group.padStart(3, '0')}` : `0000.0c07.ac${group.padStart(2, '0')}`;
      const [, hello = '3', hold = '10'] = /timers (\d+) (\d+)/.exec(lines.join('\n')) ?? [];
      return [
        `${name} - Group ${number}${version === '2' ? ' (version 2)' : ''}`,
        `  State is ${isUp ? unknownValue : 'Init (interface down)'}`,
        unknownValue,
        `  Virtual IP address is ${address}`,
        `  Active virtual MAC address is ${isUp ? unknownValue : 'unknown'}`,
        `    Local virtual MAC address is ${mac} (v${version} default)`,
        `  Hello time ${hello} sec, hold time ${hold} sec`,
        ...(isUp ? [unknownValue] : []),
        `  Preemption ${preempts ? 'enabled' : 'disabled'}${lines.some((line) => line.includes('preempt delay')) ? unknownValue : ''}`,
        `  Active router is ${isUp ? unknownValue : 'unknown'}`,
        ...(isUp ? [unknownValue] : []),
        `  Standby router is ${isUp ? unknownValue : 'unknown'}`,
        ...(isUp ? [unknownValue] : []),
        `  Priority ${priority} (${priority === '100' ? 'default 100' : `configured ${priority}`})`,
        unknownValue,
        `  Group name is "hsrp-${shortName(name, state.profile.id)}-${number}" (default)`,
      ];
    })
    .join('\n');
}

/** `show track [N]`: what is watched; whether it is up the model knows of interfaces alone. */
export function tracked(state: SwitchState, wiring: Wiring, only?: string): string {
  const interfaces = interfaceStates(state, wiring);
  const openings = [...state.running.lineBlocks.keys(), ...globalLines(state)].flatMap((line) => {
    const [, number, what] = /^track (\d+) (.+)$/.exec(line) ?? [];
    return number === undefined || (only !== undefined && number !== only) ? [] : [{ number, what: what! }];
  });
  const texts = openings.flatMap(({ number, what }) => {
    const [, name, kind] = /^interface (\S+) (line-protocol|ip routing)$/.exec(what) ?? [];
    const [, probe, ability = 'state'] = /^(?:ip sla|rtr) (\d+)(?: (reachability|state))?$/.exec(what) ?? [];
    const up = name === undefined ? undefined : interfaces.get(name)?.protocol;
    const state =
      kind === 'line-protocol'
        ? [
            `  Interface ${name!} line-protocol`,
            `  Line protocol is ${up === undefined ? unknownValue : up === 'up' ? 'Up' : 'Down'}`,
          ]
        : probe === undefined
          ? [unknownValue]
          : [
              `  IP SLA ${probe} ${ability}`,
              `  ${ability === 'reachability' ? 'Reachability' : 'State'} is ${unknownValue}`,
            ];
    return [`Track ${number}`, ...state, unknownValue];
  });
  return texts.join('\n');
}
