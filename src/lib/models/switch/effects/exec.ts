import type { Effect } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { valueOf } from '../command.ts';
import { emptyConfiguration } from '../factory.ts';
import { changed } from '../../layered-map.ts';
import type { Configuration, SwitchState } from '../state.ts';

/** What EXEC commands do to the stores; every other one leaves the state as it is. By the ids of the command tables. */
export const execEffects: Readonly<Record<string, (state: SwitchState, command: SwitchCommand) => Effect>> = {
  write: save,
  'copy-run-start': save,
  'copy-start-run': (state) => ({
    state: state.startup ? { ...state, running: merged(state.running, state.startup) } : state,
  }),
  'write-erase': erase,
  'erase-startup': erase,
  'delete-vlandat': (state, command) =>
    /^(flash:)?\/?vlan\.dat$/i.test(valueOf(command, 'file') ?? '')
      ? { state: { ...state, vlanDatabase: new Map() } }
      : { state },
  reload: (state) => ({ state: reloaded(state) }),
  'reload-in': scheduleRestart,
  'reload-cancel': (state) =>
    state.scheduledRestart
      ? { state: withoutRestart(state), replies: ['', '', '***', '*** --- SHUTDOWN ABORTED ---', '***', ''] }
      : { state },
};

function save(state: SwitchState): Effect {
  return {
    state: { ...state, startup: state.running },
    replies: state.profile.replies.save,
  };
}

function erase(state: SwitchState): Effect {
  return { state: { ...state, startup: undefined } };
}

/** `reload in MINUTES|HH:MM`: what it says is as sessions in public repositories have it. */
function scheduleRestart(state: SwitchState, command: SwitchCommand): Effect {
  const [hours = '0', rest = '0'] = (valueOf(command, 'hhmm') ?? '').split(':');
  const minutes = Number(valueOf(command, 'minutes') ?? Number(hours) * 60 + Number(rest));
  const clock = `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}:00`;
  return {
    state: { ...state, scheduledRestart: { minutes } },
    replies: ['', '', '***', `*** --- SHUTDOWN in ${clock} ---`, '***', ''],
  };
}

function withoutRestart({ scheduledRestart: _, ...state }: SwitchState): SwitchState {
  return state;
}

/** The startup configuration becomes the running one, and the boot-time variables take effect. */
export function reloaded(state: SwitchState): SwitchState {
  const running = state.startup ?? emptyConfiguration;
  const { systemMtu, jumboMtu, routingMtu } = state.boot;
  const settled = ({ next }: { next: number }) => ({ active: next, next });
  return {
    ...withoutRestart(state),
    running,
    boot: {
      systemMtu: settled(systemMtu),
      jumboMtu: settled(jumboMtu),
      routingMtu: settled(routingMtu),
      jumboFrames: running.jumboFrames === true,
    },
  };
}

/** Its lines are typed over the running configuration: what both set becomes the startup's, what only one sets stays. */
function merged(running: Configuration, startup: Configuration): Configuration {
  return {
    ...running,
    ...startup,
    vlans: changed(running.vlans, startup.vlans),
    interfaces: changed(
      running.interfaces,
      [...startup.interfaces].map(([name, config]) => [name, { ...running.interfaces.get(name), ...config }]),
    ),
    lines: changed(running.lines, startup.lines),
    lineBlocks: changed(running.lineBlocks, startup.lineBlocks),
  };
}
