import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';
import { catalyst2960s } from './catalyst-2960s.ts';
import { catalyst } from './catalyst.ts';
import type { SwitchProfile } from './profile.ts';
import { sg300 } from './sg300.ts';

/** The profiles by the platforms that the dialect's tables know. */
export const switchProfiles: Readonly<Record<IosPlatform, SwitchProfile>> = {
  'catalyst-2960s': catalyst2960s,
  sg300,
  'generic-ios': catalyst,
};
