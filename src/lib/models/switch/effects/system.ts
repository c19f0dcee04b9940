import type { Effect } from '../change.ts';
import { patched, withRunning } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { Entry } from '../../layered-map.ts';
import { changed } from '../../layered-map.ts';
import type { BootVariables, Configuration, InterfaceConfig, SwitchState } from '../state.ts';
import { channelId, membersOf } from '../state.ts';
import { writtenMonitorLine } from '../monitor-session.ts';
import { storeVerbatim } from '../store-verbatim.ts';
import { changeBanner } from './text.ts';
import { changeVlans } from './vlan.ts';

type GlobalEffect = (state: SwitchState, command: SwitchCommand) => Effect;

/** Commands of global configuration by their paths. */
export const globalEffects: Readonly<Record<string, GlobalEffect>> = {
  hostname: (state, command) => ({
    state: withRunning(state, { hostname: command.negation ? undefined : valueOf(command, 'name') }),
  }),
  'spanning-tree mode': (state, command) => {
    const mode = choicesOf(command)[0];
    const { stpMode } = state.profile.defaults;
    return {
      state: withRunning(state, { stpMode: command.negation || mode === stpMode ? undefined : mode }),
    };
  },
  'port-channel load-balance': (state, command) => {
    const hash = choicesOf(command)[0];
    const { loadBalance } = state.profile.defaults;
    return {
      state: withRunning(state, { loadBalance: command.negation || hash === loadBalance ? undefined : hash }),
    };
  },
  'lacp system-priority': (state, command) => ({
    state: withRunning(state, {
      lacpSystemPriority: command.negation ? undefined : Number(valueOf(command, 'p')),
    }),
  }),
  'ip default-gateway': (state, command) => ({
    state: withRunning(state, { gateway: command.negation ? undefined : valueOf(command, 'ip') }),
  }),
  'vtp mode': (state, command) => {
    const mode = choicesOf(command)[0];
    const vtpMode = (command.negation || mode === 'server' ? undefined : mode) as Configuration['vtpMode'];
    return { state: withRunning(state, { vtpMode }) };
  },
  'port jumbo-frame': (state, { negation }) => ({
    state: withRunning(state, { jumboFrames: negation ? undefined : true }),
  }),
  'system mtu': changeMtu,
  vlan: changeVlans,
  interface: (state, command) => (command.negation ? removeInterfaces(state, command) : { state }),
  banner: changeBanner,
  'monitor session': keepMonitorSession,
  'default interface': resetInterfaces,
  'default interface range': resetInterfaces,
};

/** What is copied where; nothing of it changes what the model follows. */
function keepMonitorSession(state: SwitchState, command: SwitchCommand): Effect {
  const { lines } = state.running;
  const line = writtenMonitorLine(command.words.join(' '), state.profile.id);
  if (command.negation && line === 'monitor session all') {
    const gone = [...lines].filter(([, kept]) => kept.startsWith('monitor session '));
    const next = changed(
      lines,
      gone.map(([key]) => [key, undefined]),
    );
    return { state: withRunning(state, { lines: next }), unmodelled: true };
  }
  const words = line.split(' ');
  return {
    state: withRunning(state, { lines: storeVerbatim(lines, { ...command, words }) }),
    unmodelled: true,
  };
}

const mtuStores = { jumbo: 'jumboMtu', routing: 'routingMtu' } as const;

/** Kept outside of the configuration, at once, and read at boot. Routed packets obey without one, and all of them on IOS XE. */
function changeMtu(state: SwitchState, command: SwitchCommand): Effect {
  const [word, bytes] = choicesOf(command);
  const kind = word === 'jumbo' || word === 'routing' ? mtuStores[word] : 'systemMtu';
  if (word === 'alternate') return { state };
  const next = command.negation ? 1500 : Number(kind === 'systemMtu' ? word : bytes);
  const { active } = state.boot[kind];
  const atOnce = state.profile.mtu === 'system-mtu-at-once';
  const boot: BootVariables = {
    ...state.boot,
    [kind]: kind === 'routingMtu' || atOnce ? { active: next, next } : { active, next },
  };
  return {
    state: { ...state, boot },
    ...(kind !== 'routingMtu' &&
      !atOnce && {
        replies: [
          `Changes to the ${kind === 'jumboMtu' ? 'System Jumbo' : 'System'} MTU will not take effect until the next reload is done`,
        ],
      }),
  };
}

/** A channel that goes lets its members go. */
function removeInterfaces(state: SwitchState, { values }: SwitchCommand): Effect {
  const { interfaces } = state.running;
  const gone: Entry<string, InterfaceConfig>[] = [];
  for (const name of values.flatMap((value) => value.interfaces)) {
    gone.push([name, undefined]);
    const id = channelId(name);
    for (const member of id === undefined ? [] : membersOf(state, id))
      gone.push([member, patched(interfaces.get(member)!, { channelGroup: undefined })]);
  }
  return { state: withRunning(state, { interfaces: changed(interfaces, gone) }) };
}

function resetInterfaces(state: SwitchState, { values }: SwitchCommand): Effect {
  const { interfaces } = state.running;
  const names = values.flatMap((value) => value.interfaces);
  const reset = names.filter((name) => interfaces.has(name)).map((name) => [name, {}] as const);
  return {
    state: withRunning(state, { interfaces: changed(interfaces, reset) }),
    replies: names.map((name) => `Interface ${name} set to default configuration`),
  };
}
