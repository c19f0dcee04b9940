import { channelId } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

/** The ports of an SG300 and its channels, which are always there. */
export function sg300Ports(state: SwitchState, wiring: Wiring): ShownPort[] {
  const interfaces = new Map(state.running.interfaces);
  for (let id = 1; id <= (state.profile.channels.fixed ?? 0); id++) {
    const name = `Port-channel${String(id)}`;
    if (!interfaces.has(name)) interfaces.set(name, {});
  }
  return switchPorts({ ...state, running: { ...state.running, interfaces } }, wiring);
}

/** How lists of ports are written: `gi1-4,gi7,Po1-8`, runs of two joined as well. Names are short ones, in order. */
export function portRuns(names: readonly string[]): string[] {
  const runs: { type: string; first: number; last: number }[] = [];
  for (const name of names) {
    const [, type = '', number = ''] = /^(.*?)(\d+)$/.exec(name) ?? [];
    const last = runs.at(-1);
    if (last?.type === type && last.last === Number(number) - 1) last.last = Number(number);
    else runs.push({ type, first: Number(number), last: Number(number) });
  }
  return runs.map(
    ({ type, first, last }) => `${type}${String(first)}${last === first ? '' : `-${String(last)}`}`,
  );
}

/** Whether a port is a member of the channel of its number, and so shown as that. */
export function isInChannel({ config, name }: ShownPort): boolean {
  return config.channelGroup !== undefined && channelId(name) === undefined;
}
