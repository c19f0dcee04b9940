import { powershellId } from '../dialects/powershell/powershell-id.ts';
import type { PowerShellPlatform } from '../dialects/powershell/platforms.ts';
import { powershellPlatforms, windowsServers } from '../dialects/powershell/platforms.ts';
import { hostModel } from '../models/host/host.ts';
import type { HostProfile } from '../models/host/state.ts';
import type { Platform } from './platform.ts';

export { windowsServers };

/** The versions of Windows Server, oldest first, its kin in clusters of Azure, and PowerShell 7 on any of them. */
export const windowsPlatforms = {
  'windows-server-2012': windows('windows-server-2012', 'made'),
  'windows-server-2012-r2': windows('windows-server-2012-r2', 'made'),
  'windows-server-2016': windows('windows-server-2016', 'made'),
  'windows-server-2019': windows('windows-server-2019', 'made'),
  'windows-server-2022': windows('windows-server-2022', 'refused'),
  'azure-stack-hci': windows('azure-stack-hci', 'refused'),
  'azure-local': windows('azure-local', 'refused'),
  'windows-server-2025': windows('windows-server-2025', 'refused'),
  'powershell-7': windows('powershell-7', 'refused'),
} satisfies Record<PowerShellPlatform, Platform>;

function windows(id: PowerShellPlatform, switchOnTeam: HostProfile['switchOnTeam']) {
  const { title, shell } = powershellPlatforms[id];
  const profile: HostProfile = { title, switchOnTeam };
  return {
    id,
    title,
    shell,
    dialect: powershellId,
    class: 'host',
    profile,
    model: hostModel,
  } as const satisfies Platform;
}

/** `Windows Server 2016, 2019 and 2022`. */
export function titleOf(servers: readonly string[]): string {
  const years = servers.map(yearOf);
  const last = years.pop();
  return `Windows Server ${years.length > 0 ? `${years.join(', ')} and ${last}` : last}`;
}

/** `2012 R2` for Windows Server 2012 R2, where the rest is said above. */
export function yearOf(server: string): string {
  const { title } = Object.values(windowsPlatforms).find(({ id }) => id === server) ?? { title: server };
  return title.replace('Windows Server ', '');
}
