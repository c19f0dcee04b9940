/** The languages that command blocks are written in. */
export type DialectId = 'powershell' | 'ios';

/** What a device is. The order within a dialect is oldest first. */
export const platforms = {
  'windows-server-2012': { dialect: 'powershell', title: 'Windows Server 2012', shell: 'PowerShell 3.0' },
  'windows-server-2012-r2': {
    dialect: 'powershell',
    title: 'Windows Server 2012 R2',
    shell: 'PowerShell 4.0',
  },
  'windows-server-2016': { dialect: 'powershell', title: 'Windows Server 2016', shell: 'PowerShell 5.1' },
  'windows-server-2019': { dialect: 'powershell', title: 'Windows Server 2019', shell: 'PowerShell 5.1' },
  'windows-server-2022': { dialect: 'powershell', title: 'Windows Server 2022', shell: 'PowerShell 5.1' },
  'windows-server-2025': { dialect: 'powershell', title: 'Windows Server 2025', shell: 'PowerShell 5.1' },
  'powershell-7': { dialect: 'powershell', title: 'PowerShell 7', shell: 'PowerShell 7.6' },
  'catalyst-2960s': { dialect: 'ios', title: 'Catalyst 2960-S', shell: 'IOS 12.2/15.0' },
  sg300: { dialect: 'ios', title: 'SG300', shell: 'SG300 firmware 1.x' },
  'generic-ios': { dialect: 'ios', title: 'Catalyst IOS', shell: 'IOS' },
} as const satisfies Record<string, { dialect: DialectId; title: string; shell: string }>;

export type PlatformId = keyof typeof platforms;

export const platformIds = Object.keys(platforms) as PlatformId[];

/** The versions of Windows Server, oldest first. */
export const windowsServers: readonly PlatformId[] = platformIds.filter((id) =>
  id.startsWith('windows-server-'),
);

export function isPlatformId(text: string): text is PlatformId {
  return Object.hasOwn(platforms, text);
}

/** `Windows Server 2016, 2019 and 2022`. */
export function titleOf(servers: readonly PlatformId[]): string {
  const years = servers.map(yearOf);
  const last = years.pop();
  return `Windows Server ${years.length > 0 ? `${years.join(', ')} and ${last}` : last}`;
}

/** `2012 R2` for Windows Server 2012 R2, where the rest is said above. */
export function yearOf(server: PlatformId): string {
  return platforms[server].title.replace('Windows Server ', '');
}
