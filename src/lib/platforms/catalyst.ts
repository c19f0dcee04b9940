import { iosId } from '../dialects/ios/ios-id.ts';
import { iosTitles } from '../dialects/ios/platforms.ts';
import type { IosPlatform } from '../dialects/ios/tables/table-format.ts';
import { tableOf } from '../dialects/ios/tables/tables.ts';
import {
  catalyst2960x,
  catalyst3560,
  catalyst3750x,
  catalyst9200,
  catalyst9300,
} from '../models/switch/profiles/catalyst-kin.ts';
import { catalyst2960s } from '../models/switch/profiles/catalyst-2960s.ts';
import { catalyst as anyCatalyst } from '../models/switch/profiles/catalyst.ts';
import type { SwitchProfile } from '../models/switch/profiles/profile.ts';
import { switchModel } from '../models/switch/switch-model.ts';
import type { Platform } from './platform.ts';

/** The Catalyst of the Labworks, others with ports and habits of their own, and any other Catalyst, of which less is claimed. */
export const catalystPlatforms = {
  'catalyst-2960s': catalyst('catalyst-2960s', 'IOS 12.2/15.0', catalyst2960s),
  'catalyst-3560': catalyst('catalyst-3560', 'IOS 12.2/15.0', catalyst3560),
  'catalyst-3750x': catalyst('catalyst-3750x', 'IOS 12.2/15.x', catalyst3750x),
  'catalyst-2960x': catalyst('catalyst-2960x', 'IOS 15.x', catalyst2960x),
  'catalyst-9200': catalyst('catalyst-9200', 'IOS XE', catalyst9200),
  'catalyst-9300': catalyst('catalyst-9300', 'IOS XE', catalyst9300),
  'generic-ios': catalyst('generic-ios', 'IOS', anyCatalyst),
} satisfies Record<string, Platform>;

function catalyst<Id extends IosPlatform>(id: Id, shell: string, profile: SwitchProfile) {
  return {
    id,
    title: iosTitles[id],
    shell,
    dialect: iosId,
    class: 'switch',
    ...(tableOf(id) !== id && { commandsOf: tableOf(id) }),
    profile,
    model: switchModel,
  } as const satisfies Platform;
}
