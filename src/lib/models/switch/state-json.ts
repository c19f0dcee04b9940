import type { Console } from './console.ts';
import { isSaved } from './same-configuration.ts';
import type { InterfaceConfig, SwitchState } from './state.ts';
import { channelId, membersOf, vlanName, vlanTable } from './state.ts';

/** The state for programs. What is absent is as the factory left it; maps are objects, ids their keys. */
export function stateJson({ session, state }: Console): object {
  const { running, boot, profile } = state;
  const { hostname, loadBalance, lacpSystemPriority, stpMode } = running;
  const interfaces = [...running.interfaces]
    .map(([name, config]) => [name, interfaceJson(config)] as const)
    .filter(([name, config]) => Object.keys(config).length > 0 || !state.ports.includes(name));
  return {
    cliMode: session.mode,
    interfaces: Object.fromEntries(interfaces),
    vlans: Object.fromEntries([...vlanTable(state)].map(([id, vlan]) => [id, vlanName(id, vlan, profile)])),
    portChannels: Object.fromEntries(channelsOf(state).map((id) => [id, membersOf(state, id)])),
    global: withoutAbsent({ hostname, loadBalance, lacpSystemPriority, stpMode }),
    ...(profile.mtu === 'jumbo-frames'
      ? { jumboFrame: { active: boot.jumboFrames, next: running.jumboFrames === true } }
      : {
          mtu: {
            system: boot.systemMtu.active,
            systemNext: boot.systemMtu.next,
            jumboActive: boot.jumboMtu.active,
            jumboNext: boot.jumboMtu.next,
          },
        }),
    startupInSync: isSaved(state),
  };
}

/** Channels that have members, or an interface of their own. */
function channelsOf({ running }: SwitchState): number[] {
  const ids = new Set<number>();
  for (const [name, { channelGroup }] of running.interfaces) {
    const id = channelGroup?.id ?? channelId(name);
    if (id !== undefined) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function interfaceJson({ lines, storm, ...config }: InterfaceConfig): object {
  return withoutAbsent({
    ...config,
    storm: storm && {
      ...storm,
      ...Object.fromEntries(
        Object.entries(storm).map(([kind, level]) => [
          kind,
          /^[\d.]+$/.test(level as string) ? Number(level) : level,
        ]),
      ),
    },
    lines: lines && [...lines.values()],
  });
}

function withoutAbsent(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
