import type { IosPlatform } from '../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../src/lib/models/switch/console.ts';
import { reloaded } from '../../../src/lib/models/switch/effects/exec.ts';
import { startingState } from '../../../src/lib/models/switch/factory.ts';
import type { SwitchState } from '../../../src/lib/models/switch/state.ts';
import { typeLines } from '../../../src/lib/models/switch/type-lines.ts';
import type { StartPlan } from '../../../src/lib/plan/plan-from-start.ts';

export const makes = ['catalyst-2960s', 'sg300'] as const;
export type Make = (typeof makes)[number];

/** A switch that was configured with these lines, and saved. */
export function configured(make: IosPlatform, lines: readonly string[]): SwitchState {
  const console = typeLines(lines, openConsole(make, { state: startingState(make), mode: 'config' }));
  if (!console) throw new Error(`The ${make} refuses one of: ${lines.join(' / ')}`);
  return reloaded({ ...console.state, startup: console.state.running });
}

/** What a switch may be like before the files of `switchLabwork` meet it. */
export interface StartState {
  readonly title: string;
  readonly lines: Readonly<Record<Make, readonly string[]>>;
  /** Undefined: nothing is in the way. `tells`: what precheck prints of it. */
  readonly dirty?: { readonly tells: Readonly<Record<Make, RegExp>>; readonly verdict: StartPlan['verdict'] };
}

const both = (lines: readonly string[]) => ({ 'catalyst-2960s': lines, sg300: lines });
/** Lines of a Catalyst; for an SG300 with its own names of ports. */
const ports = (...lines: readonly string[]) => ({
  'catalyst-2960s': lines,
  sg300: lines.map((line) =>
    line.replace('GigabitEthernet1/0/', 'gigabitethernet').replace('mode active', 'mode auto'),
  ),
});
const tell = (catalyst: RegExp, sg300 = catalyst) => ({ 'catalyst-2960s': catalyst, sg300 });

export const startStates: readonly StartState[] = [
  { title: 'as delivered', lines: both([]) },
  {
    title: 'in use elsewhere',
    lines: {
      'catalyst-2960s': [
        'hostname core',
        'vlan 30',
        ' name printers',
        'exit',
        'interface GigabitEthernet1/0/9',
        ' description up',
        ' switchport mode trunk',
        ' switchport trunk allowed vlan 1,30',
        'exit',
        'ip default-gateway 192.0.2.1',
      ],
      sg300: [
        'hostname core',
        'vlan database',
        ' vlan 30',
        'exit',
        'interface gigabitethernet9',
        ' description up',
        ' switchport trunk allowed vlan add 30',
        'exit',
      ],
    },
  },
  {
    title: 'with a channel of its own',
    lines: ports(
      'interface GigabitEthernet1/0/7',
      ' channel-group 1 mode active',
      'exit',
      'interface GigabitEthernet1/0/8',
      ' channel-group 1 mode active',
      'exit',
    ),
  },
  {
    title: 'with one of the VLANs already',
    lines: {
      'catalyst-2960s': ['vlan 12', ' name LM', 'exit'],
      sg300: ['vlan database', ' vlan 12', 'exit'],
    },
  },
  {
    title: 'with a VLAN of another name',
    lines: {
      'catalyst-2960s': ['vlan 11', ' name servers', 'exit'],
      sg300: ['vlan database', ' vlan 11', 'exit', 'interface vlan 11', ' name servers', 'exit'],
    },
    dirty: { tells: tell(/11 +servers/), verdict: 'touched' },
  },
  {
    title: 'with another channel 3',
    lines: ports('interface GigabitEthernet1/0/9', ' channel-group 3 mode active', 'exit'),
    // What an SG300 prints of its channels is not modelled; it is asked.
    dirty: {
      tells: tell(/^3 +Po3\(S.\) .*Gi1\/0\/9/m, /#show interfaces port-channel\r/),
      verdict: 'stopped',
    },
  },
  {
    title: 'with the ports in a static channel',
    lines: ports(
      'interface GigabitEthernet1/0/1',
      ' channel-group 3 mode on',
      'exit',
      'interface GigabitEthernet1/0/2',
      ' channel-group 3 mode on',
      'exit',
    ),
    dirty: { tells: tell(/channel-group 3 mode on/), verdict: 'touched' },
  },
  {
    title: 'with a port in another channel',
    lines: ports('interface GigabitEthernet1/0/2', ' channel-group 5 mode active', 'exit'),
    dirty: { tells: tell(/channel-group 5 mode/), verdict: 'touched' },
  },
  {
    title: 'with a port in use',
    lines: {
      'catalyst-2960s': [
        'vlan 30',
        'exit',
        'interface GigabitEthernet1/0/1',
        ' description printer',
        ' switchport access vlan 30',
        'exit',
      ],
      sg300: [
        'vlan database',
        ' vlan 30',
        'exit',
        'interface gigabitethernet1',
        ' description printer',
        ' switchport mode access',
        ' switchport access vlan 30',
        'exit',
      ],
    },
    dirty: { tells: tell(/description printer/), verdict: 'touched' },
  },
  {
    title: 'with a port shut down',
    lines: ports('interface GigabitEthernet1/0/2', ' shutdown', 'exit'),
    dirty: { tells: tell(/^ ?shutdown/m), verdict: 'stopped' },
  },
  {
    title: 'with a trunk that lets other VLANs through',
    lines: {
      'catalyst-2960s': [
        'vlan 20',
        'exit',
        'interface Port-channel3',
        ' description backup',
        ' switchport mode trunk',
        ' switchport trunk allowed vlan 1,20',
        'exit',
      ],
      sg300: [
        'vlan database',
        ' vlan 20',
        'exit',
        'interface Port-channel3',
        ' description backup',
        ' switchport trunk allowed vlan add 20',
        'exit',
      ],
    },
    dirty: { tells: tell(/switchport trunk allowed vlan (?:1,|add )20/), verdict: 'touched' },
  },
  {
    title: 'with larger frames',
    lines: {
      'catalyst-2960s': ['system mtu jumbo 9000'],
      sg300: ['interface Port-channel3', ' description backup', 'exit'],
    },
    dirty: { tells: tell(/Jumbo MTU size is \d+/, /description backup/), verdict: 'touched' },
  },
];
