import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { Conclusion, ModelledStep } from '../model.ts';
import { callOf } from './call.ts';
import { rules } from './rules.ts';
import type { HostState } from './state.ts';

interface RestartingFeature {
  readonly feature: string;
  /** What works only behind the restart, by the names of commands. */
  readonly commands: RegExp;
}

/**
 * Features that are there after a restart only. Source: “Install the Hyper-V role on Windows Server”: `Install-WindowsFeature -Name Hyper-V
 * … -Restart`, and the restart is part of it, as the hypervisor starts before Windows does. The commands are those of the module Hyper-V.
 */
const restarting: readonly RestartingFeature[] = [{ feature: 'Hyper-V', commands: /^[a-z]+-VM(?:$|[A-Z])/i }];

const installers = /^(?:Install|Add)-WindowsFeature$/i;

/** Commands of a feature that was installed before them, with no restart in between. */
export function missingRestarts(steps: readonly ModelledStep<HostState, PowerShellCommand>[]): Conclusion[] {
  const found: Conclusion[] = [];
  if (!steps.some(({ command }) => installers.test(command.name))) return found;
  let waiting = new Map<RestartingFeature, PowerShellCommand>();
  for (const [step, { command, role }] of steps.entries()) {
    if (role === 'verify' || role === 'undo') continue;
    // What nobody knows may restart the computer; a restart that a reader is shown is one that is done by hand.
    if (command.support === 'unknown' || restarts(command)) waiting = new Map();
    if (role === 'example' || restarts(command)) continue;
    for (const one of installedBy(command)) waiting.set(one, command);
    for (const [one, installer] of waiting) {
      if (installer === command || !one.commands.test(command.name)) continue;
      waiting.delete(one);
      found.push({
        step,
        finding: {
          rule: 'powershell/needs-restart',
          severity: rules['powershell/needs-restart'],
          message: `${command.name} needs ${one.feature}, which ${installer.name} installs before it, and the computer is not restarted in between.`,
          why: `${one.feature} begins to work with the next start of Windows; until then its commands are refused.`,
          hint: `Add \`-Restart\` to ${installer.name}, or \`Restart-Computer\` behind it, and let the next step begin there.`,
          start: command.start,
          end: command.end,
        },
      });
    }
  }
  return found;
}

function restarts(command: PowerShellCommand): boolean {
  if (/^Restart-Computer$/i.test(command.name)) return true;
  const [env] = command.runs ?? [];
  // Where only running tells, it may.
  return command.arguments.some(
    ({ name }) =>
      name?.toLowerCase() === 'restart' && (!env || callOf(command, env).flag('Restart') !== false),
  );
}

function installedBy(command: PowerShellCommand): readonly RestartingFeature[] {
  if (!installers.test(command.name) || command.piped) return [];
  const [env] = command.runs ?? [];
  const call = env && callOf(command, env);
  if (!call || call.flag('WhatIf') || call.has('ComputerName') || call.has('Vhd')) return [];
  const names = new Set((call.texts('Name') ?? []).map((name) => name.toLowerCase()));
  return restarting.filter(({ feature }) => names.has(feature.toLowerCase()));
}
