import type { ScriptTemplate } from '../template.ts';
import { powershellHostScript } from './host-script.ts';
import { askWithPowerShell, runningPowerShell } from './running.ts';

/** One script, which Windows PowerShell and PowerShell 7 run. */
export const windowsTemplate: ScriptTemplate = {
  scripts: { kind: 'one', make: powershellHostScript },
  fleet: {
    variables: { ansible_connection: 'ansible.builtin.psrp', ansible_psrp_auth: 'negotiate' },
    collections: ['ansible.windows'],
  },
  running: runningPowerShell,
  asking: askWithPowerShell,
};
