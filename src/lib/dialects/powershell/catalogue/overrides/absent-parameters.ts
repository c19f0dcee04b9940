import type { PowerShellPlatform } from '../../platforms.ts';

/**
 * Parameters that a command does not have, where no page and no dump settles it: somebody ran it there, and PowerShell found none. Names are
 * in full, as they were written.
 */
export const absentParameters: readonly {
  readonly command: string;
  readonly parameter: string;
  readonly on: readonly PowerShellPlatform[];
  readonly source: string;
}[] = [
  {
    command: 'Get-StoragePool',
    parameter: 'Cluster',
    on: ['windows-server-2019', 'windows-server-2022', 'azure-stack-hci', 'azure-local'],
    source: 'MicrosoftDocs/azure-stack-docs#955, which corrected its page: “There is no -Cluster parameter”',
  },
  {
    command: 'Enable-PhysicalDiskIdentification',
    parameter: 'StoragePool',
    on: ['windows-server-2016', 'windows-server-2019', 'windows-server-2022', 'windows-server-2025'],
    source: 'MicrosoftDocs/windows-powershell-docs#2124 and #2074, by which the examples with it were removed',
  },
  {
    command: 'Get-PhysicalDisk',
    parameter: 'DeviceNumber',
    on: ['windows-server-2016', 'windows-server-2019'],
    source: 'microsoft/MSLab#387: “not available in Windows Server 2019 (RS5)”',
  },
];
