import { iosLanguage } from '../dialects/ios/ios.ts';
import { iosTitles } from '../dialects/ios/platforms.ts';
import { sg300 as profile } from '../models/switch/profiles/sg300.ts';
import { sg350 as profile350 } from '../models/switch/profiles/sg350.ts';
import { switchModel } from '../models/switch/switch-model.ts';
import { iosStages } from './ios-stages/ios-stages.ts';
import { runningIos } from './ios-stages/running-ios.ts';
import type { Platform } from './platform.ts';
import { askWithCurl } from './script-template.ts';

/** Cisco's Small Business switch, whose command line looks like IOS. */
export const sg300 = {
  id: 'sg300',
  title: iosTitles.sg300,
  shell: 'SG300 firmware 1.x',
  dialect: iosLanguage.id,
  class: 'switch',
  profile,
  model: switchModel,
  scripts: { kind: 'stages', files: iosStages },
  fleet: {
    variables: {
      ansible_connection: 'ansible.netcommon.network_cli',
      ansible_network_os: 'community.ciscosmb.ciscosmb',
    },
    collections: ['ansible.netcommon', 'community.ciscosmb'],
    typing: 'community.ciscosmb.command',
  },
  running: runningIos,
  asking: askWithCurl,
} as const satisfies Platform;

/** Its successor, with the commands of the SG300 as far as they are known. */
export const sg350 = {
  ...sg300,
  id: 'sg350',
  title: iosTitles.sg350,
  shell: 'SG350 firmware 2.x',
  profile: profile350,
  commandsOf: sg300.id,
} as const satisfies Platform;
