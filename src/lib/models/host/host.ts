import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { DeviceModel, ModelFinding, StepResult } from '../model.ts';
import type { HostCall } from './call.ts';
import { callOf, isPattern, lowerCase } from './call.ts';
import { diff } from './diff.ts';
import type { KnownEffect } from './effects/effects.ts';
import { effects } from './effects/effects.ts';
import { emit } from './emit.ts';
import type { HostProfile, HostState } from './state.ts';
import { refuseSwitchOnTeam } from './virtual-switch.ts';

/** A Windows host, as far as it is modelled: network adapters, teams, virtual switches, addresses, features. */
export const hostModel: DeviceModel<HostState, PowerShellCommand, HostProfile> = {
  start: (profile, { ports = [] }) => ({ profile, cards: ports, resources: new Map() }),
  restart: (state) => state,
  step(command, state) {
    const finding = command.binds ? refusals[command.name]?.(command, state) : undefined;
    if (finding) return { state, effect: 'unmodelled', findings: [finding], unsupported: true };
    return stepOf(command, state);
  },
  resources: { list: ({ resources }) => [...resources.values()], diff, emit },
};

const refusals: Readonly<
  Record<string, (command: PowerShellCommand, state: HostState) => ModelFinding | undefined>
> = {
  'New-VMSwitch': refuseSwitchOnTeam,
};

/** A command is modelled where it is known how often it runs, what it is given each time, and what all of that does. */
function stepOf(command: PowerShellCommand, state: HostState): StepResult<HostState> {
  const effect = effects.get(command.name);
  const unmodelled = { state, effect: 'unmodelled', findings: [] } as const;
  // What looks at things that are changed on the spot changes the machine.
  if (command.isChanged) return unmodelled;
  if (!effect) return isReading(command.name) ? { ...unmodelled, effect: 'prints' } : unmodelled;
  if (command.support !== 'supported' || command.piped || !command.runs) return unmodelled;
  let next = state;
  let isWhole = true;
  const offline = new Set<string>();
  const lasts = new Set<string>();
  for (const env of command.runs) {
    const call = callOf(command, env);
    // What is done elsewhere, or only tried, takes nothing here off the network.
    if (!isDone(call)) {
      isWhole = false;
      continue;
    }
    const after = effect.run(call, next);
    if (!after || !isKnown(call, effect)) isWhole = false;
    next = after ?? next;
    for (const what of effect.offline?.(call) ?? []) offline.add(what);
    const why = effect.lasts?.(call);
    if (why !== undefined) lasts.add(why);
  }
  return {
    state: next,
    effect: isWhole ? 'modelled' : 'unmodelled',
    findings: [],
    disturbs: { offline: [...offline], lasts: [...lasts] },
  };
}

/** With these a command works at another computer, or at a virtual machine. */
const elsewhere = ['CimSession', 'ComputerName', 'Session', 'VMName', 'VM'];

/**
 * It does what it says, here, to what it names. Many commands take a name as a pattern, and documentation does not always say which.
 */
function isDone(call: HostCall): boolean {
  const names = call.given.filter((parameter) => parameter !== 'RegistryKeyword');
  return (
    call.flag('WhatIf') !== true &&
    !elsewhere.some((parameter) => call.has(parameter)) &&
    names.every((parameter) => (call.texts(parameter) ?? []).every((text) => !isPattern(text)))
  );
}

/** All that it is given is known, and has a part that is known. */
function isKnown(call: HostCall, { taken, hidden }: KnownEffect): boolean {
  return call.given.every((parameter) => {
    const key = lowerCase(parameter);
    return hidden.has(key) || (taken.has(key) && call.value(parameter) !== undefined);
  });
}

/** Commands that only look, and those that only pass on what they are given. Source: Approved Verbs for PowerShell Commands. */
function isReading(name: string): boolean {
  return /^(?:Get|Test|Measure|Select|Format|Sort|Group|Compare|Find|Search|Show|Resolve|ConvertTo|ConvertFrom|Where|Out|Write)-/i.test(
    name,
  );
}
