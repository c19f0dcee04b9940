import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';
import { catalyst2960x, catalyst3560, catalyst3750x, catalyst9200, catalyst9300 } from './catalyst-kin.ts';
import { catalyst2960s } from './catalyst-2960s.ts';
import { catalyst } from './catalyst.ts';
import type { SwitchProfile } from './profile.ts';
import { sg300 } from './sg300.ts';
import { sg350 } from './sg350.ts';

/** The profiles by the platforms that the dialect's tables know. */
export const switchProfiles: Readonly<Record<IosPlatform, SwitchProfile>> = {
  'catalyst-2960s': catalyst2960s,
  sg300,
  'catalyst-3560': catalyst3560,
  'catalyst-3750x': catalyst3750x,
  'catalyst-2960x': catalyst2960x,
  'catalyst-9200': catalyst9200,
  'catalyst-9300': catalyst9300,
  sg350,
  'generic-ios': catalyst,
};
