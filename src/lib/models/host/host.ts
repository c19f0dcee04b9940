import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { DeviceModel, ModelFinding } from '../model.ts';
import type { HostProfile, HostState } from './state.ts';
import { makeTeam } from './teams.ts';
import { refuseSwitchOnTeam } from './virtual-switch.ts';

/** A Windows host, as far as it is modelled: the teams of its network adapters, and what is refused because of them. */
export const hostModel: DeviceModel<HostState, PowerShellCommand, HostProfile> = {
  start: (profile) => ({ profile, teams: new Map() }),
  restart: (state) => state,
  step(command, state) {
    const finding = command.binds ? refusals[command.name]?.(command, state) : undefined;
    if (finding) return { state, effect: 'unmodelled', findings: [finding], unsupported: true };
    return { state: effects[command.name]?.(command, state) ?? state, effect: 'unmodelled', findings: [] };
  },
  conclude: () => [],
  print: () => undefined,
  resources: undefined,
};

/** By the names of commands. */
const effects: Readonly<Record<string, (command: PowerShellCommand, state: HostState) => HostState>> = {
  'New-NetLbfoTeam': makeTeam,
};

const refusals: Readonly<
  Record<string, (command: PowerShellCommand, state: HostState) => ModelFinding | undefined>
> = {
  'New-VMSwitch': refuseSwitchOnTeam,
};
