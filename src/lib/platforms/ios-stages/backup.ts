import type { Console } from '../../models/switch/console.ts';
import type { CommandPassage, StagedWork } from '../stages.ts';

/**
 * Prints all that a switch is before the change, and says what brings it back by itself where nobody can.
 *
 * `configure replace` takes complete configurations as `copy running-config` writes them, and `configure terminal revert timer` needs an
 * archive (Cisco IOS, Configuration Replace and Configuration Rollback). `reload in` loses what is not saved.
 */
export function backup({ before, labwork }: StagedWork): readonly CommandPassage[] {
  const { profile } = (before as Console).state;
  const { looks } = profile;
  const file = `flash:labworks-${String(labwork)}-before.cfg`;
  const isApart = profile.vlans.store === 'database';
  return [
    {
      notes: [
        'The configuration on the screen. It has passwords in it: keep what you write down where nobody else reads it.',
      ],
      commands: ['show running-config'],
    },
    {
      notes: [
        isApart
          ? 'Its VLANs, which are kept in a database of their own and mostly are not in the configuration, and its frame sizes, which never are.'
          : 'Its VLANs and frame sizes as they are in effect.',
      ],
      commands: [looks.vlans, looks.frames],
    },
    {
      notes: isApart ? onCatalyst(file) : onSmallBusiness,
      commands: [],
    },
  ];
}

const reloadIn = [
  'Type by hand  reload in 15  before you paste 2-change. It asks whether to save: answer no; then press Enter. When all is well, type  reload cancel  within the 15 minutes. What it costs: if you do not, the whole switch restarts, every port is down for minutes, and all that was not saved is lost, yours and that of others.',
];

const onCatalyst = (file: string): readonly string[] => [
  'What brings the switch back when you cannot: nothing by itself, unless you choose it here. At a serial console none of it is needed, and none is the default.',
  '',
  `A copy on the switch. Type by hand  copy running-config ${file}  and press Enter where it asks for the name. Later,  configure replace ${file}  asks once and makes the running configuration what it was, without a restart. What it costs: room in flash; and the VLAN database and the MTU are not in it.`,
  '',
  'The switch goes back by itself, first way, where its software has it: with an archive (configure terminal; archive; path flash:before) type  configure terminal revert timer 15  in place of configure terminal, and  configure confirm  when all is well. What it costs: an archive is a change of its own, and if you forget to confirm, all is taken back after 15 minutes. A release that does not have it refuses the words.',
  '',
  `Second way, which takes the whole switch down. ${reloadIn[0]!} VLAN database and MTU stay as they are then.`,
];

const onSmallBusiness: readonly string[] = [
  'What brings the switch back when you cannot: nothing by itself, unless you choose it here. At a serial console none of it is needed, and none is the default.',
  '',
  'As long as 4-save is not pasted, a restart brings all of it back: power off and on, or  reload  typed by hand, which asks first. What it costs: every port is down for minutes, and all that was not saved is lost, yours and that of others.',
  '',
  `Where its firmware has it, the restart can be set beforehand. ${reloadIn[0]!} A firmware that does not have it refuses the words.`,
];
