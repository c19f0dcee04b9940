import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import { changed } from '../layered-map.ts';
import { textsOf } from './arguments.ts';
import type { HostState, Team } from './state.ts';

/** `New-NetLbfoTeam`: the team is there from then on. A name that is only known when it runs makes none that can be named. */
export function makeTeam(command: PowerShellCommand, state: HostState): HostState {
  const team = teamOf(command);
  if (!team) return state;
  return { ...state, teams: changed(state.teams, [[team.name.toLowerCase(), team]]) };
}

function teamOf(command: PowerShellCommand): Team | undefined {
  const name = textsOf(command, 'TeamNicName')?.[0] ?? textsOf(command, 'Name')?.[0];
  if (name === undefined) return undefined;
  return {
    name,
    members: textsOf(command, 'TeamMembers'),
    needsSwitch: /^(?:Lacp|Static)$/i.test(textsOf(command, 'TeamingMode')?.[0] ?? ''),
  };
}
