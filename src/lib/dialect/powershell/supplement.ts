// What the catalogue's sources do not say, each with where it is known from. Names are compared without regard to case.

/** Commands whose parameters depend on the provider or an argument, so that an unknown one proves nothing. */
export const dynamicCommands: ReadonlySet<string> = new Set(
  [
    // The provider cmdlets: about_Providers ("dynamic parameters"). A FileSystem, Registry, Certificate or WSMan path each adds its own.
    'Add-Content Clear-Content Clear-Item Clear-ItemProperty Copy-Item Copy-ItemProperty Get-ChildItem Get-Content Get-Item',
    'Get-ItemProperty Get-ItemPropertyValue Invoke-Item Join-Path Move-Item Move-ItemProperty New-Item New-ItemProperty New-PSDrive',
    'Remove-Item Remove-ItemProperty Rename-Item Rename-ItemProperty Resolve-Path Set-Content Set-Item Set-ItemProperty',
    'Set-Location Split-Path Test-Path Push-Location mkdir',
    // Get-Command takes the parameters of the command it is asked about.
    'Get-Command',
    // The parameters of a DSC resource are its own.
    'Start-DscConfiguration Invoke-DscResource',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);

/**
 * Modules that are brought up to date from the PowerShell Gallery, apart from Windows, or take parameters from providers: their
 * parameters on a server are not settled by its version.
 */
export const movingModules: ReadonlySet<string> = new Set([
  'PackageManagement',
  'PowerShellGet',
  'PSReadLine',
  'Microsoft.PowerShell.Archive',
]);

/** Commands whose missing values are meant to be asked for. */
export const promptingCommands: ReadonlySet<string> = new Set(['get-credential', 'read-host']);

/**
 * Commands with a parameter that takes all the values left over, which documentation does not tell. Source:
 * ValueFromRemainingArguments in the open-source engine.
 */
export const takesRest: ReadonlySet<string> = new Set([
  'foreach-object',
  'get-command',
  'new-module',
  'read-host',
  'trace-command',
  'write-host',
  'write-output',
]);

/** Commands that are given the names of other commands, so that one among their arguments is no second command. */
export const takesCommandNames: ReadonlySet<string> = new Set(
  (
    'Get-Command Get-Help Save-Help Update-Help help man Show-Command Set-Alias New-Alias Get-Alias Export-Alias Trace-Command ' +
    'Set-PSBreakpoint Get-PSBreakpoint Register-ArgumentCompleter Export-ModuleMember Import-Module Import-PSSession Export-PSSession ' +
    'Get-Module New-ModuleManifest New-PSRoleCapabilityFile New-PSSessionConfigurationFile Write-Host Write-Output Write-Verbose Write-Warning ' +
    'Write-Error Write-Debug Write-Information Invoke-Expression Invoke-History Add-History Get-History Select-String Set-Item New-Item ' +
    'Get-Item Remove-Item Test-Path Get-ChildItem Set-Content Add-Content Out-File Invoke-Command Start-Process ForEach-Object Where-Object'
  )
    .toLowerCase()
    .split(' '),
);

/** Types that take more than the names the documentation lists: wildcards, `!Directory`, rarer members. */
export const openTypes: ReadonlySet<string> = new Set(['PSMemberTypes', 'FlagsExpression<FileAttributes>']);

/** Ranges of numbers, `command` as a pattern. */
export const ranges: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  readonly what: string;
  readonly source: string;
}[] = [
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'VlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q: the identifiers 0 and 4095 are reserved; untagged is -Untagged',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'NativeVlanId',
    low: 0,
    high: 4094,
    what: 'A native VLAN',
    source: 'IEEE 802.1Q; 0 means untagged (Set-VMNetworkAdapterVlan, examples)',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'PrimaryVlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'SecondaryVlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q',
  },
  {
    command: /^(?:Add|Set|Remove)-NetLbfoTeamNic$/i,
    parameter: 'VlanID',
    low: 0,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q; 0 is the default team NIC',
  },
  {
    command: /^(?:New|Set|Remove|Get)-Net(?:IPAddress|Route)$/i,
    parameter: 'PrefixLength',
    low: 0,
    high: 128,
    what: 'A prefix length',
    source: 'RFC 4291: an IPv6 address has 128 bits',
  },
  {
    command: /^(?:Set|Enable)-VMNetworkAdapter$/i,
    parameter: 'MinimumBandwidthWeight',
    low: 0,
    high: 100,
    what: 'A bandwidth weight',
    source: 'Set-VMNetworkAdapter, -MinimumBandwidthWeight: "The valid range is 0 to 100"',
  },
];

/** Text parameters that are addresses; a value that is none is refused when the command runs. */
export const addresses: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly source: string;
}[] = [
  {
    command: /^New-NetIPAddress$/i,
    parameter: 'IPAddress',
    source: 'New-NetIPAddress: an IPv4 or IPv6 address',
  },
  {
    command: /^New-NetIPAddress$/i,
    parameter: 'DefaultGateway',
    source: 'New-NetIPAddress: the address of the default gateway',
  },
  {
    command: /^Set-DnsClientServerAddress$/i,
    parameter: 'ServerAddresses',
    source: 'Set-DnsClientServerAddress: a list of DNS server addresses',
  },
];
