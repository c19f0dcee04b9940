import type { ResourceChange } from '../../models/resource.ts';
import { diff } from '../../models/switch/diff.ts';
import { lookFor, showOf } from '../../models/switch/looks.ts';
import type { Console } from '../../models/switch/console.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import { propertiesOf } from '../../models/switch/resources.ts';
import { channelId } from '../../models/switch/state.ts';
import type { SwitchState } from '../../models/switch/state.ts';
import type { CommandPassage, StagedWork } from '../stages.ts';
import { linesBelow, numberAndName } from './expected-lines.ts';

/** Looks whether a switch is the one that is meant, and free for what is to be made of it. */
export function precheck({ before, after, device, title }: StagedWork): readonly CommandPassage[] {
  const [from, to] = [(before as Console).state, (after as Console).state];
  const { profile } = from;
  const changes = changedAtLast(from, to);
  const of = (place: ReturnType<typeof lookFor>) => changes.filter((change) => lookFor(change) === place);
  return [
    {
      notes: [
        `Which switch is this: see, at the prompt and below, that it is the one that the guide calls ${device}, and of the kind ${title}. Stop at another one.`,
      ],
      commands: ['show version'],
    },
    ...vlans(of('vlans'), profile),
    ...channels(changes, profile),
    ...interfaces(of('interface'), from),
    ...frames(of('frames'), profile),
    ...rest(of('configuration')),
  ];
}

/** One change a resource, from the first state to the last. */
function changedAtLast(from: SwitchState, to: SwitchState): readonly ResourceChange[] {
  const keys = new Map(diff(from, to).map((change) => [`${change.kind} ${change.name}`, change]));
  return [...keys.values()].map((change) => ({
    ...change,
    before: propertiesOf(from, change),
    after: propertiesOf(to, change),
  }));
}

function vlans(changes: readonly ResourceChange[], profile: SwitchProfile): CommandPassage[] {
  if (changes.length === 0) return [];
  const { vtp } = profile.looks;
  const named = changes.map(({ name, after }) =>
    after ? numberAndName(name, after, profile) : `${name} (goes)`,
  );
  return [
    ...(vtp === undefined
      ? []
      : [
          {
            notes: [
              'Who else has a say in its VLANs: see the operating mode Transparent or Off, or Server with the VTP domain name left empty. Stop at Client, which takes no VLANs, and at a server of a domain whose other switches are not to have these VLANs.',
            ],
            commands: [vtp],
          },
        ]),
    {
      notes: [
        `VLANs: see that each of these is not there, or there under this very name: ${named.join(', ')}. Stop where a number has another name: it is somebody's VLAN.`,
      ],
      commands: [profile.looks.vlans],
    },
  ];
}

function channels(changes: readonly ResourceChange[], profile: SwitchProfile): CommandPassage[] {
  const members = changes.filter(
    ({ kind, after }) => kind === 'port' && after?.['channelGroup'] !== undefined,
  );
  const groups = changes.filter(({ kind }) => kind === 'port-channel').map(({ name }) => name);
  if (members.length === 0 && groups.length === 0) return [];
  const ports = members.map(({ name }) => name).join(', ');
  return [
    {
      notes: [
        `Channels: see that ${groups.join(', ') || 'the channel'} has no ports${ports === '' ? '' : `, or no others than ${ports}`}, and that no other channel has one of these. Stop where one is taken.`,
      ],
      commands: [profile.looks.channels],
    },
  ];
}

function interfaces(changes: readonly ResourceChange[], { profile }: SwitchState): CommandPassage[] {
  const [ports, others] = [changes.filter(isPort), changes.filter((change) => !isPort(change))];
  const shown = [...ports, ...others];
  if (shown.length === 0) return [];
  return [
    {
      notes: [
        `Ports: see that what is plugged into ${ports.map(({ name }) => name).join(', ') || 'them'} is what the cable plan says. Stop where a port that is to be changed leads somewhere else, or is the one that you are connected through.`,
      ],
      commands: ['show interfaces status'],
    },
    ...shown.map((change) => ({
      notes: [
        `${change.name}: stop where a line says that it is in use for something else. See:`,
        ...(change.before === undefined && !isPort(change) ? ['    that it is not there, or'] : []),
        ...linesBelow(change, change.before, profile),
      ],
      commands: [showOf('interface', profile, change.name)],
    })),
  ];
}

function isPort({ name, kind }: ResourceChange): boolean {
  return kind === 'port' && channelId(name) === undefined;
}

function frames(changes: readonly ResourceChange[], { looks }: SwitchProfile): CommandPassage[] {
  if (changes.length === 0) return [];
  return [
    {
      notes: [
        'Frame sizes: write down what is in effect now. Stop where it was set already to another size than the factory has: somebody needs it.',
      ],
      commands: [looks.frames],
    },
  ];
}

function rest(changes: readonly ResourceChange[]): CommandPassage[] {
  if (changes.length === 0) return [];
  const lines = changes.map(({ name, after, before }) => {
    const { line, value } = after ?? before ?? {};
    return typeof line === 'string' ? line : typeof value === 'string' ? `${name} ${value}` : name;
  });
  return [
    {
      notes: [
        'The rest of what changes: stop where it is set already to something else, and write that down. It is to become:',
        ...lines.map((line) => `    ${line}`),
      ],
      commands: ['show running-config'],
    },
  ];
}
