import type { HostCall } from '../call.ts';
import type { HostState } from '../state.ts';
import { withProperties } from '../state.ts';
import type { EffectTable } from './effect.ts';

/** Services, and whether they start with Windows. Source: the pages of the module Microsoft.PowerShell.Management. */
export const serviceEffects: EffectTable = {
  'Set-Service': {
    takes: ['Name', 'StartupType', 'Status', 'DisplayName', 'Description'],
    run: (call, state) =>
      set(call, state, {
        startup: call.text('StartupType'),
        status: call.text('Status'),
        title: call.text('DisplayName'),
        description: call.text('Description'),
      }),
  },
  'Start-Service': { takes: ['Name'], run: (call, state) => set(call, state, { status: 'Running' }) },
  'Stop-Service': {
    takes: ['Name', 'NoWait'],
    run: (call, state) => set(call, state, { status: 'Stopped' }),
    offline: (call) => (call.texts('Name') ?? []).map((name) => `the service ${name}`),
  },
  'Restart-Service': {
    takes: ['Name'],
    run: (call, state) => set(call, state, { status: 'Running' }),
    offline: (call) => (call.texts('Name') ?? []).map((name) => `the service ${name}`),
  },
};

function set(
  call: HostCall,
  state: HostState,
  properties: Readonly<Record<string, string | undefined>>,
): HostState | undefined {
  const given = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  return call.texts('Name')?.reduce((next, name) => withProperties(next, 'service', name, given), state);
}
