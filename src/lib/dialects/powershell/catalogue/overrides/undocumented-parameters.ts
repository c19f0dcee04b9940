import type { PowerShellPlatform } from '../../platforms.ts';

/** Parameters and aliases that commands take and no page of theirs has. */
export const undocumentedParameters: readonly {
  /** Names with blanks between them. */
  readonly commands: string;
  readonly name: string;
  /** As .NET names it, without namespace. */
  readonly type: string;
  /** It is another name of this parameter. */
  readonly aliasOf?: string;
  /** The first version that is known to have it; all where left out. */
  readonly since?: PowerShellPlatform;
  readonly source: string;
}[] = [
  {
    commands: 'Get-Volume',
    name: 'FriendlyName',
    type: 'String[]',
    aliasOf: 'FileSystemLabel',
    source: 'Performance history for Storage Spaces Direct, Microsoft Learn: `Get-Volume -FriendlyName "MyVolume"`',
  },
  {
    commands: 'Set-VMNetworkAdapter',
    name: 'RscEnabled',
    type: 'Boolean',
    since: 'windows-server-2019',
    source: 'MicrosoftDocs/windows-powershell-docs#2268: “introduced in Server 2019”',
  },
  {
    commands: 'Set-VM',
    name: 'HighMemoryMappedIoBaseAddress',
    type: 'UInt64',
    since: 'windows-server-2022',
    source: 'MicrosoftDocs/windows-powershell-docs#3239: missing on the page for Windows Server 2022',
  },
  {
    commands: 'Set-VM',
    name: 'BatteryPassthroughEnabled',
    type: 'Boolean',
    since: 'windows-server-2022',
    source: 'MicrosoftDocs/windows-powershell-docs#3239: missing on the page for Windows Server 2022',
  },
  {
    commands: 'Set-VM',
    name: 'EnhancedSessionTransportType',
    type: 'Object',
    since: 'windows-server-2022',
    source: 'MicrosoftDocs/windows-powershell-docs#3239: missing on the page for Windows Server 2022',
  },
  {
    commands: 'Clear-Tpm',
    name: 'UsePPI',
    type: 'SwitchParameter',
    since: 'windows-server-2022',
    source: 'MicrosoftDocs/windows-powershell-docs#2270: as of Windows 20H1',
  },
  {
    commands: 'Set-StorageSubSystem',
    name: 'VirtualDiskRepairQueueDepth',
    type: 'Object',
    since: 'windows-server-2022',
    source: 'Adjust storage repair speed, Microsoft Learn: `Set-StorageSubSystem … -VirtualDiskRepairQueueDepth <value>`',
  },
  {
    commands: 'Get-PhysicalDisk',
    name: 'HasMetadata',
    type: 'SwitchParameter',
    since: 'windows-server-2019',
    source: 'microsoft/MSLab, S2D and Metadata deep dive: `Get-StoragePool | Get-PhysicalDisk -HasMetadata`',
  },
  {
    commands: 'Get-StorageFaultDomain',
    name: 'FriendlyName',
    type: 'String[]',
    since: 'windows-server-2019',
    source: 'DellGEOS/AzureStackHOLs, cluster maintenance: `Get-StorageFaultDomain -FriendlyName $Node`',
  },
];

/**
 * Parameters that a page has as mandatory in its syntax, and as not required in its own description of them: what only one of the two
 * says proves nothing. Source: the pages of the commands, MicrosoftDocs/windows-powershell-docs f113d6bda7df.
 */
export const doubtfullyMandatory: ReadonlySet<string> = new Set(
  (
    'New-CIPolicyRule FilePathRule;Get-InstalledLanguage Language;Disable-NetFirewallHyperVRule Name;Enable-NetFirewallHyperVRule Name;' +
    'Get-NetFirewallHyperVRule Name;Get-NetFirewallHyperVVMSetting Name;Remove-NetFirewallHyperVRule Name;Rename-NetFirewallHyperVRule Name;' +
    'Set-NetFirewallHyperVRule Name;Set-NetFirewallHyperVVMSetting Name;New-SmbServerAlternativePort TransportType;' +
    'New-PmemDisk DiskSizeInBytes;Set-NetworkControllerOnFailoverCluster RestCertificateThumbPrint;Get-SmbServerCertProps Force;' +
    'New-SmbServerAlternativePort Port;Remove-SmbServerAlternativePort TransportType;Set-SmbServerAlternativePort TransportType'
  )
    .toLowerCase()
    .split(';'),
);

/**
 * Modules whose pages have stood still since a version, while the commands went on: there an unknown parameter is wrong only where it is
 * nearly another one.
 */
export const outdatedPages: readonly {
  readonly module: string;
  readonly since: PowerShellPlatform;
  readonly source: string;
}[] = [
  {
    module: 'Storage',
    since: 'windows-server-2019',
    source:
      'The pages of 2019 to 2025 have no parameter that those of 2016 had not, and Microsoft’s own guides use several: “Adjust storage repair speed”, “Create volumes”, “Performance history”',
  },
];
