import type { IosPlatform } from './tables/table-format.ts';

/** What messages call a switch of each platform. */
export const iosTitles: Readonly<Record<IosPlatform, string>> = {
  'catalyst-2960s': 'Catalyst 2960-S',
  sg300: 'SG300',
  'generic-ios': 'Catalyst IOS',
};
