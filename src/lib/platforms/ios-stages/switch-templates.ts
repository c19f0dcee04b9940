import type { ScriptTemplate } from '../template.ts';
import { askWithCurl } from '../script-template.ts';
import { iosStages } from './ios-stages.ts';
import { runningIos } from './running-ios.ts';

const typed = {
  scripts: { kind: 'stages', files: iosStages },
  running: runningIos,
  asking: askWithCurl,
} as const satisfies Partial<ScriptTemplate>;

/** What is typed into a Catalyst, by a person or a program. */
export const catalystTemplate: ScriptTemplate = {
  ...typed,
  fleet: {
    variables: { ansible_connection: 'ansible.netcommon.network_cli', ansible_network_os: 'cisco.ios.ios' },
    collections: ['ansible.netcommon', 'cisco.ios'],
    typing: 'cisco.ios.ios_command',
  },
};

/** What is typed into an SG300. */
export const sg300Template: ScriptTemplate = {
  ...typed,
  fleet: {
    variables: {
      ansible_connection: 'ansible.netcommon.network_cli',
      ansible_network_os: 'community.ciscosmb.ciscosmb',
    },
    collections: ['ansible.netcommon', 'community.ciscosmb'],
    typing: 'community.ciscosmb.command',
  },
};
