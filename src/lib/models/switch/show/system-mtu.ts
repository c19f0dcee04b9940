import type { SwitchState } from '../state.ts';

/**
 * `show system mtu` of a Catalyst with IOS 12.2(55)SE and later: the values in effect, not those that wait for a restart. Nothing that
 * is modelled sets the alternate one.
 */
export function systemMtu({ boot }: SwitchState): string {
  return [
    '',
    `System MTU size is ${String(boot.systemMtu.active)} bytes`,
    `System Jumbo MTU size is ${String(boot.jumboMtu.active)} bytes`,
    'System Alternate MTU size is 1500 bytes',
    `Routing MTU size is ${String(boot.routingMtu.active)} bytes`,
  ].join('\n');
}
