import type { IosPlatform } from './tables/table-format.ts';

/** What messages call a switch of each platform. */
export const iosTitles: Readonly<Record<IosPlatform, string>> = {
  'catalyst-2960s': 'Catalyst 2960-S',
  sg300: 'SG300',
  'catalyst-3560': 'Catalyst 3560',
  'catalyst-3750x': 'Catalyst 3750-X',
  'catalyst-2960x': 'Catalyst 2960-X',
  'catalyst-9200': 'Catalyst 9200',
  'catalyst-9300': 'Catalyst 9300',
  sg350: 'SG350',
  'generic-ios': 'Catalyst IOS',
};
