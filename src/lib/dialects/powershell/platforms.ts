/**
 * What runs PowerShell, oldest first, and the PowerShell that it comes with. Source: “What's New in Windows PowerShell”, Microsoft
 * Learn; Azure Stack HCI, which is called Azure Local since, is between Windows Server 2022 and 2025; PowerShell 7 is of its own version
 * wherever it is installed.
 */
export const powershellPlatforms = {
  'windows-server-2012': { title: 'Windows Server 2012', shell: 'PowerShell 3.0' },
  'windows-server-2012-r2': { title: 'Windows Server 2012 R2', shell: 'PowerShell 4.0' },
  'windows-server-2016': { title: 'Windows Server 2016', shell: 'PowerShell 5.1' },
  'windows-server-2019': { title: 'Windows Server 2019', shell: 'PowerShell 5.1' },
  'windows-server-2022': { title: 'Windows Server 2022', shell: 'PowerShell 5.1' },
  'azure-stack-hci': { title: 'Azure Stack HCI', shell: 'PowerShell 5.1' },
  'azure-local': { title: 'Azure Local', shell: 'PowerShell 5.1' },
  'windows-server-2025': { title: 'Windows Server 2025', shell: 'PowerShell 5.1' },
  'powershell-7': { title: 'PowerShell 7', shell: 'PowerShell 7.6' },
} as const;

export type PowerShellPlatform = keyof typeof powershellPlatforms;

export const powershellPlatformIds = Object.keys(powershellPlatforms) as PowerShellPlatform[];

/** The versions of Windows Server, oldest first. */
export const windowsServers: readonly PowerShellPlatform[] = powershellPlatformIds.filter((id) =>
  id.startsWith('windows-server-'),
);

/** A platform that runs no PowerShell is taken for the one of which the facts claim least. */
export function powershellPlatformOf(id: string): PowerShellPlatform {
  return powershellPlatformIds.find((known) => known === id) ?? 'powershell-7';
}
