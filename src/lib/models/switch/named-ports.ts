import type { SwitchCommand } from './command.ts';
import type { SwitchState } from './state.ts';

/** The ports that a command names and the switch did not have so far. */
export function unseenPorts({ ports }: SwitchState, { values }: SwitchCommand): readonly string[] {
  const named = values
    .flatMap((value) => value.interfaces)
    .filter((name) => /\d/.test(name) && !/^(vlan|port-channel|loopback|tunnel|null)/i.test(name));
  if (named.length === 0) return named;
  const known = named.length === 1 ? { has: (name: string) => ports.includes(name) } : new Set(ports);
  return [...new Set(named.filter((name) => !known.has(name)))];
}

/** A stack member or a machine that is not known learns its ports from the commands that name them. */
export function withPorts(state: SwitchState, unseen: readonly string[]): SwitchState {
  return unseen.length === 0 ? state : { ...state, ports: [...state.ports, ...unseen] };
}
