/**
 * What the posts and labs that the project came with are called, in small letters, where nobody else could have come to call something so.
 * Written down rather than read from the content: who writes other posts may give them names that the program has, such as “Windows
 * Server 2022”, and no test may turn red for that.
 */
export const seedNames: readonly string[] = [
  ...[
    'daisetta',
    'saratoga',
    'ag-node',
    'ag_node',
    'pertino',
    'sisyphus',
    'family-tv',
    'family tv',
    'san-down',
  ],
  ...['embedded-teaming-part', 'converged-switching-part', 'whichever-team-came', '2012-is-not-2012'],
  ...[
    'live-migration-times',
    'live-migration-ways',
    'storage-failure-order',
    'hdmi-by-hand',
    'jumbo-frame.svg',
  ],
  ...['agnostic computing', 'agnosticcomputing', 'from the network closet'],
];
