import { unknownValue } from '../../unknown-value.ts';
import type { Configuration, SwitchState } from '../state.ts';
import { channelId } from '../state.ts';
import { toVlanList } from '../vlan-list.ts';
import { byPlace, vlanInterfaceId } from './interface-names.ts';
import { sg300InterfaceBlock } from './sg300-running-config.ts';

/**
 * `show running-config` of an SG300: what was configured, in the order of printed configurations (a header, `vlan database`, global lines,
 * interfaces, `exit`). What else stands in the header and between is of the machine, or what nobody has changed.
 */
export function sg300RunningConfig(state: SwitchState): string {
  return configurationText(state.running, state);
}

/** `show startup-config` of an SG300. */
export function sg300StartupConfig(state: SwitchState): string | undefined {
  return state.startup && configurationText(state.startup, state);
}

function configurationText(configuration: Configuration, state: SwitchState): string {
  const { hostname, vlans, interfaces, lines, lineBlocks, jumboFrames, loadBalance, stpMode, gateway } =
    configuration;
  const shown: SwitchState = { ...state, running: configuration };
  const { fixed } = state.profile.vlans;
  const made = [...vlans.keys()].filter((id) => !fixed.includes(id)).sort((a, b) => a - b);
  const named = made.filter((id) => vlans.get(id)!.name !== undefined).map((id) => `vlan ${String(id)}`);
  const blocks = [...new Set([...named, ...interfaces.keys()])]
    .sort((a, b) => kindOf(a) - kindOf(b) || byPlace(a, b))
    .map((name) => sg300InterfaceBlock(name, interfaces.get(name) ?? {}, shown))
    .filter(({ length }) => length > 1)
    .flatMap((block) => [...block, '!']);
  const global = [
    jumboFrames && 'port jumbo-frame',
    loadBalance !== undefined &&
      loadBalance !== state.profile.defaults.loadBalance &&
      `port-channel load-balance ${loadBalance}`,
    stpMode !== undefined && stpMode !== state.profile.defaults.stpMode && `spanning-tree mode ${stpMode}`,
    `hostname ${hostname ?? unknownValue}`,
    ...lines.values(),
    ...[...lineBlocks].flatMap(([block, own]) => [
      block,
      ...[...own.values()].map((line) => ` ${line}`),
      'exit',
    ]),
    gateway !== undefined && `ip default-gateway ${gateway}`,
  ].filter((line) => typeof line === 'string');
  return [
    'config-file-header',
    hostname ?? unknownValue,
    unknownValue,
    '@',
    '!',
    ...(made.length > 0 ? ['vlan database', `vlan ${toVlanList(made, 2)}`, 'exit'] : []),
    unknownValue,
    ...global,
    '!',
    ...blocks,
    'exit',
  ].join('\n');
}

/** VLANs, then ports, then channels. */
function kindOf(name: string): number {
  return vlanInterfaceId(name) !== undefined ? 0 : channelId(name) === undefined ? 1 : 2;
}
