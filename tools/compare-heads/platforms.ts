/** As users write them after `--platform`. */
export const powershellPlatforms = [
  'windows-server-2012',
  'windows-server-2012-r2',
  'windows-server-2016',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2025',
  'powershell-7',
] as const;
export const switchPlatforms = ['catalyst-2960s', 'sg300', 'generic-ios'] as const;
