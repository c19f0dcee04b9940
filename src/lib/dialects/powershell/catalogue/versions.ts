import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatforms } from '../platforms.ts';

/**
 * The bit of a platform in the catalogue's masks. Of PowerShell 7 the facts have what it brings itself. Azure's clusters are one, whose
 * commands are those of Windows Server 2022 or 2025, and which no page tells apart.
 */
const bits: Partial<Record<PowerShellPlatform, number>> = {
  'windows-server-2012': 1,
  'windows-server-2012-r2': 2,
  'windows-server-2016': 4,
  'windows-server-2019': 8,
  'windows-server-2022': 16,
  'windows-server-2025': 32,
  'powershell-7': 64,
  'azure-stack-hci': 128,
  'azure-local': 128,
};

/** The versions of Windows Server that Azure's clusters are made from. */
export const baseOfClusters = 16 | 32;

export function platformBit(platform: PowerShellPlatform): number {
  return bits[platform] ?? 0;
}

/** `Windows Server 2016, 2019 and 2022`, for a message. */
export function versionsOf(mask: number): string {
  const titles = Object.entries(bits).flatMap(([platform, bit]) =>
    mask & bit && platform.startsWith('windows-server-') ? [powershellPlatforms[platform as PowerShellPlatform].title.replace('Windows Server ', '')] : [],
  );
  const last = titles.pop();
  if (last === undefined) return mask & 64 ? powershellPlatforms['powershell-7'].title : 'no Windows Server';
  const ordered =
    mask > 0 && titles.length > 1 && isRun(mask)
      ? [`${titles[0]!} to ${last}`]
      : [...(titles.length > 0 ? [titles.join(', ')] : []), last];
  return `Windows Server ${ordered.join(' and ')}`;
}

function isRun(mask: number): boolean {
  const shifted = mask / (mask & -mask);
  return (shifted & (shifted + 1)) === 0;
}

/** PowerShell's version on a platform: 3, 4, 5 (for 5.1) or 7. */
export function powershellVersion(platform: PowerShellPlatform): number {
  return Number(/PowerShell (\d+)/.exec(powershellPlatforms[platform].shell)?.[1] ?? 5);
}
