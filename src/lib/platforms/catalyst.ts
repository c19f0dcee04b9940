import { iosLanguage } from '../dialects/ios/ios.ts';
import { iosTitles } from '../dialects/ios/platforms.ts';
import type { IosPlatform } from '../dialects/ios/tables/table-format.ts';
import { catalyst2960s } from '../models/switch/profiles/catalyst-2960s.ts';
import { catalyst as anyCatalyst } from '../models/switch/profiles/catalyst.ts';
import type { SwitchProfile } from '../models/switch/profiles/profile.ts';
import { switchModel } from '../models/switch/switch-model.ts';
import { iosTemplate, runningIos } from './ios-template.ts';
import type { Platform } from './platform.ts';
import { askWithCurl } from './script-template.ts';

/** The Catalyst of the Labworks, and any other Catalyst, of which less is claimed. */
export const catalystPlatforms = {
  'catalyst-2960s': catalyst('catalyst-2960s', 'IOS 12.2/15.0', catalyst2960s),
  'generic-ios': catalyst('generic-ios', 'IOS', anyCatalyst),
} satisfies Record<string, Platform>;

function catalyst<Id extends IosPlatform>(id: Id, shell: string, profile: SwitchProfile) {
  return {
    id,
    title: iosTitles[id],
    shell,
    dialect: iosLanguage.id,
    class: 'switch',
    profile,
    model: switchModel,
    template: iosTemplate,
    running: runningIos,
    asking: askWithCurl,
  } as const satisfies Platform;
}
