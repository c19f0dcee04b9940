import { iosId } from '../dialects/ios/ios-id.ts';
import { iosTitles } from '../dialects/ios/platforms.ts';
import { sg300 as profile } from '../models/switch/profiles/sg300.ts';
import { sg350 as profile350 } from '../models/switch/profiles/sg350.ts';
import { switchModel } from '../models/switch/switch-model.ts';
import type { Platform } from './platform.ts';

/** Cisco's Small Business switch, whose command line looks like IOS. */
export const sg300 = {
  id: 'sg300',
  title: iosTitles.sg300,
  shell: 'SG300 firmware 1.x',
  dialect: iosId,
  class: 'switch',
  profile,
  model: switchModel,
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
