import type { SwitchState } from '../state.ts';
import { allAnswer } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { sg300Ports } from './sg300-ports.ts';
import type { ShownPort } from './ports.ts';

/** `show interfaces description` of an SG300: of its ports, then of its channels. */
export function sg300InterfacesDescription(state: SwitchState): string {
  const all = sg300Ports(state, allAnswer);
  const row = ({ name, config }: ShownPort) =>
    atColumns([0, shortName(name, state.profile.id)], [10, config.description ?? '']);
  return [
    'Port      Description',
    '-------   -----------',
    ...all.filter(({ channel }) => !channel).map(row),
    '',
    'Ch        Description',
    '-------   -----------',
    ...all.filter(({ channel }) => channel).map(row),
  ].join('\n');
}
