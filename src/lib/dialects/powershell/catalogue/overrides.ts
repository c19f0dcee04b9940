import type { PowerShellPlatform } from '../platforms.ts';

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
 * The parameter that takes all the values left over, which documentation does not tell. Source: ValueFromRemainingArguments in the
 * open-source engine.
 */
export const restParameters: ReadonlyMap<string, string> = new Map([
  ['foreach-object', 'ArgumentList'],
  ['get-command', 'ArgumentList'],
  ['new-module', 'ArgumentList'],
  ['read-host', 'Prompt'],
  ['trace-command', 'ArgumentList'],
  ['write-host', 'Object'],
  ['write-output', 'InputObject'],
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

/** Values that a parameter takes besides those of its type, because it converts them itself. */
export const otherForms: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  /** The value as text. */
  readonly takes: RegExp;
  readonly source: string;
}[] = [
  {
    command: /^Set-StrictMode$/i,
    parameter: 'Version',
    takes: /^(?:latest|\d+)$/i,
    source:
      'Set-StrictMode, -Version: "1.0, 2.0, 3.0, Latest"; whole numbers: ArgumentToVersionTransformation of the open-source engine',
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

/** Programs that share their name with an alias: who writes it may have meant the program. Source: Windows itself brings them. */
export const programsBehindAliases: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'sc',
  'fc',
  'where',
  'sort',
]);

/** What a command refuses when it runs, though its parameters bind. Names of parameters in full. */
export interface Companions {
  readonly command: string;
  readonly given: string;
  /** All of them are needed beside `given`. */
  readonly needs: readonly string[];
  readonly source: string;
}

const vlanPage = 'Set-VMNetworkAdapterVlan, parameters: “must be specified together with”';

export const companions: readonly Companions[] = [
  { command: 'Set-VMNetworkAdapterVlan', given: 'Access', needs: ['VlanId'], source: vlanPage },
  { command: 'Set-VMNetworkAdapterVlan', given: 'VlanId', needs: ['Access'], source: vlanPage },
  {
    command: 'Set-VMNetworkAdapterVlan',
    given: 'Trunk',
    needs: ['AllowedVlanIdList', 'NativeVlanId'],
    source: vlanPage,
  },
  { command: 'Set-VMNetworkAdapterVlan', given: 'AllowedVlanIdList', needs: ['Trunk'], source: vlanPage },
  { command: 'Set-VMNetworkAdapterVlan', given: 'NativeVlanId', needs: ['Trunk'], source: vlanPage },
  ...['Isolated', 'Community'].map((given) => ({
    command: 'Set-VMNetworkAdapterVlan',
    given,
    needs: ['PrimaryVlanId', 'SecondaryVlanId'],
    source: vlanPage,
  })),
  {
    command: 'Set-VMNetworkAdapterVlan',
    given: 'Promiscuous',
    needs: ['PrimaryVlanId', 'SecondaryVlanIdList'],
    source: vlanPage,
  },
];

/** Parameters of which a command takes one at most, though they share a parameter set. */
export const exclusive: readonly {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly source: string;
}[] = [
  {
    command: 'Set-VMNetworkAdapterVlan',
    parameters: ['Access', 'Trunk', 'Isolated', 'Community', 'Promiscuous', 'Untagged'],
    source: 'Set-VMNetworkAdapterVlan, description: the modes “are mutually exclusive”',
  },
];

/** Commands and programs that have had their day, and what to use instead. */
export interface Deprecated {
  /** Lower case, without `.exe`. */
  readonly name: string | RegExp;
  readonly since: PowerShellPlatform;
  /** Why, as the rest of a sentence that begins with the command's name. */
  readonly why: string;
  readonly instead: string;
  readonly source: string;
}

const wmi = 'Differences between Windows PowerShell 5.1 and PowerShell 7, “WMI v1 cmdlets”';

export const deprecated: readonly Deprecated[] = [
  ...(
    [
      ['get-wmiobject', 'Get-CimInstance'],
      ['invoke-wmimethod', 'Invoke-CimMethod'],
      ['set-wmiinstance', 'Set-CimInstance, or New-CimInstance for what is not there yet'],
      ['remove-wmiobject', 'Remove-CimInstance'],
      ['register-wmievent', 'Register-CimIndicationEvent'],
    ] as const
  ).map(([name, instead]): Deprecated => ({
    name,
    since: 'windows-server-2012',
    why: 'has been superseded since PowerShell 3.0 and is gone from PowerShell 7',
    instead: `Use ${instead}.`,
    source: wmi,
  })),
  {
    name: 'get-eventlog',
    since: 'windows-server-2012',
    why: 'reads the logs through an interface that is deprecated and may give wrong results',
    instead: 'Use Get-WinEvent, with -FilterHashtable for what you are looking for.',
    source: 'Get-EventLog (5.1), note in the description',
  },
  {
    name: 'send-mailmessage',
    since: 'windows-server-2012',
    why: 'is obsolete, because it cannot promise an encrypted connection to the mail server',
    instead:
      'PowerShell has no successor for it: send through the interface of your mail service, or a module built on MailKit.',
    source: 'Send-MailMessage (5.1), warning in the description; platform compatibility note DE0005',
  },
  {
    name: 'wmic',
    since: 'windows-server-2022',
    why: 'is deprecated, and from Windows Server 2025 on only there where somebody adds it',
    instead: 'Use Get-CimInstance.',
    source: 'wmic, windows-commands; “Features removed or no longer developed in Windows Server”, 2025',
  },
  {
    name: 'cacls',
    since: 'windows-server-2012',
    why: 'is deprecated',
    instead: 'Use icacls.',
    source: 'cacls, windows-commands',
  },
  {
    name: /-nlbcluster/,
    since: 'windows-server-2025',
    why: 'belongs to Network Load Balancing, which is deprecated from Windows Server 2025 on',
    instead: 'Plan for a load balancer of another kind, for example the Software Load Balancer of SDN.',
    source: '“Features removed or no longer developed in Windows Server”, 2025, Network Load Balancing',
  },
  {
    name: /-clusterset(?!ting)/,
    since: 'windows-server-2025',
    why: 'belongs to cluster sets, which are deprecated from Windows Server 2025 on',
    instead: 'Plan without cluster sets: several clusters, each by itself.',
    source:
      '“Features removed or no longer developed in Windows Server”, 2025, Failover Clustering Cluster Sets',
  },
];

/** Commands that take away what is not easily brought back. Parameters in full. */
export interface Destructive {
  readonly command: string;
  /** What becomes of it: `deletes`, `erases`, `stops`. */
  readonly verb: string;
  /** What it acts on, in the plural. */
  readonly what: string;
  /** Parameters that say which. */
  readonly targets: readonly string[];
  /** Data that nothing brings back: a name may be that of another disk on another machine. */
  readonly erases?: true;
  /** Without a target it takes all there are. */
  readonly takesAll?: true;
  /** Parameters that switch its question off, besides -Confirm:$false. */
  readonly quiet?: readonly string[];
  /** It acts without asking unless -Confirm is given. */
  readonly neverAsks?: true;
  readonly source: string;
}

const storage = 'Storage module: asks before it acts; -Confirm:$false switches that off';
const forced = 'its page, -Force: runs without asking for confirmation';
const engineSource = 'open-source engine: SupportsShouldProcess without a high ConfirmImpact';
const network = 'NetTCPIP and NetAdapter modules: ask before they act; every selector is optional';

export const destructive: readonly Destructive[] = [
  {
    command: 'Clear-Disk',
    verb: 'erases',
    what: 'disks',
    targets: ['Number', 'FriendlyName', 'UniqueId', 'SerialNumber', 'Path'],
    erases: true,
    source: storage,
  },
  {
    command: 'Format-Volume',
    verb: 'erases',
    what: 'volumes',
    targets: ['DriveLetter', 'FileSystemLabel', 'ObjectId', 'Path', 'Partition'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-Partition',
    verb: 'deletes',
    what: 'partitions',
    targets: ['DriveLetter', 'DiskNumber', 'PartitionNumber', 'DiskId', 'Offset'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-VirtualDisk',
    verb: 'deletes',
    what: 'virtual disks',
    targets: ['FriendlyName', 'Name', 'UniqueId', 'UsageType'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-StoragePool',
    verb: 'deletes',
    what: 'storage pools',
    targets: ['FriendlyName', 'Name', 'UniqueId'],
    erases: true,
    source: storage,
  },
  {
    command: 'Remove-VM',
    verb: 'deletes',
    what: 'virtual machines',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-VMSwitch',
    verb: 'deletes',
    what: 'virtual switches',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Stop-VM',
    verb: 'stops',
    what: 'virtual machines',
    targets: ['Name'],
    quiet: ['Force', 'TurnOff'],
    source: 'Stop-VM, -Force and -TurnOff: whatever the machine has not saved is lost',
  },
  {
    command: 'Remove-ClusterGroup',
    verb: 'deletes',
    what: 'clustered roles',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-ClusterResource',
    verb: 'deletes',
    what: 'cluster resources',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-SmbShare',
    verb: 'deletes',
    what: 'shares',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-SmbMapping',
    verb: 'disconnects',
    what: 'mapped drives',
    targets: ['LocalPath', 'RemotePath'],
    takesAll: true,
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-DnsServerZone',
    verb: 'deletes',
    what: 'DNS zones',
    targets: ['Name'],
    quiet: ['Force'],
    source: forced,
  },
  {
    command: 'Remove-DhcpServerv4Scope',
    verb: 'deletes',
    what: 'DHCP scopes',
    targets: ['ScopeId'],
    quiet: ['Force'],
    source: forced,
  },
  ...['User', 'Computer', 'Group', 'Object', 'OrganizationalUnit'].map((noun): Destructive => ({
    command: `Remove-AD${noun}`,
    verb: 'deletes',
    what: 'directory objects',
    targets: ['Identity'],
    source: 'ActiveDirectory module: asks before it acts; -Confirm:$false switches that off',
  })),
  {
    command: 'Remove-NetIPAddress',
    verb: 'removes',
    what: 'addresses of this machine',
    targets: ['IPAddress', 'InterfaceAlias', 'InterfaceIndex'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Remove-NetRoute',
    verb: 'removes',
    what: 'routes of this machine',
    targets: ['DestinationPrefix', 'InterfaceAlias', 'InterfaceIndex', 'NextHop'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Remove-NetNat',
    verb: 'removes',
    what: 'NAT networks',
    targets: ['Name'],
    takesAll: true,
    source: network,
  },
  {
    command: 'Disable-NetAdapter',
    verb: 'disables',
    what: 'network adapters',
    targets: ['Name', 'InterfaceDescription'],
    source: network,
  },
  {
    command: 'Remove-NetLbfoTeam',
    verb: 'dissolves',
    what: 'teams',
    targets: ['Name'],
    source: 'NetLbfo module: asks before it acts; -Confirm:$false switches that off',
  },
  {
    command: 'Stop-Service',
    verb: 'stops',
    what: 'services',
    targets: ['Name', 'DisplayName'],
    neverAsks: true,
    source: engineSource,
  },
  {
    command: 'Stop-Process',
    verb: 'ends',
    what: 'processes',
    targets: ['Name', 'Id'],
    quiet: ['Force'],
    source: 'Stop-Process, -Force: ends processes of others without asking',
  },
  {
    command: 'Remove-Item',
    verb: 'deletes',
    what: 'files and folders',
    targets: ['Path', 'LiteralPath'],
    neverAsks: true,
    source: engineSource,
  },
  {
    command: 'Clear-Content',
    verb: 'empties',
    what: 'files',
    targets: ['Path', 'LiteralPath'],
    neverAsks: true,
    source: engineSource,
  },
];

/** Where Windows' own programs take a password. Source: their pages in windows-commands. */
export const programSecrets: readonly {
  /** The words before it, the program first and in lower case. */
  readonly words: RegExp;
  /** The word that is the password, or has it in it. `*` asks for it. */
  readonly secret: RegExp;
}[] = [
  // net user NAME PASSWORD
  { words: /^net1? user \S+$/i, secret: /^[^/*]/ },
  // net use X: \\server\share PASSWORD
  { words: /^net1? use (?:\S+ )?\\\\\S+$/i, secret: /^[^/*\\]/ },
  { words: /^cmdkey\b/, secret: /^\/pass:./i },
  { words: /^schtasks\b.* \/r?p$/i, secret: /^[^/*]/ },
  { words: /^netdom\b/, secret: /^\/(?:passwordd|passwordo|pd|po):[^*]/i },
  { words: /^sc\b.* password=$/i, secret: /./ },
];

/** What to use where a command, or a parameter (`command -parameter`), does not exist. In lower case. */
export const substitutes: ReadonlyMap<string, string> = new Map([
  [
    'new-vmswitch -enableembeddedteaming',
    'Switch Embedded Teaming came with Windows Server 2016: make a team with New-NetLbfoTeam, and give its name to -NetAdapterName.',
  ],
  [
    'new-vmswitch -allownetlbfoteams',
    'Leave it out: before Windows Server 2022 a virtual switch takes an LBFO team without it.',
  ],
  ...named(
    'add-vmswitchteammember get-vmswitchteam remove-vmswitchteammember set-vmswitchteam',
    'Switch Embedded Teaming came with Windows Server 2016: before it, make and change teams with the NetLbfo commands.',
  ),
  ...named(
    'compress-archive expand-archive',
    'Use [System.IO.Compression.ZipFile] of .NET 4.5, after Add-Type -AssemblyName System.IO.Compression.FileSystem.',
  ),
  ...named('get-computerinfo', 'Ask Get-CimInstance for Win32_OperatingSystem and Win32_ComputerSystem.'),
  ...named(
    'disable-localuser enable-localuser get-localuser new-localuser remove-localuser rename-localuser set-localuser',
    'Use `net user`.',
  ),
  ...named(
    'add-localgroupmember get-localgroup get-localgroupmember new-localgroup remove-localgroup remove-localgroupmember',
    'Use `net localgroup`.',
  ),
  ...named('get-timezone', 'Use `tzutil /g`.'),
  ...named('set-timezone', 'Use `tzutil /s`.'),
  ...named('set-clipboard', 'Pipe it to `clip`.'),
  ...named('new-guid', 'Write [guid]::NewGuid().'),
  ...named('new-temporaryfile', 'Write [System.IO.Path]::GetTempFileName().'),
  ...named('get-itempropertyvalue', 'Use Get-ItemProperty, and take the property of what it returns.'),
  ...named('get-filehash', 'Use `certutil -hashfile FILE SHA256`.'),
  ...named('test-netconnection', 'Use Test-Connection; for a port, New-Object System.Net.Sockets.TcpClient.'),
  ...named(
    'disable-physicaldiskindication enable-physicaldiskindication',
    'From Windows Server 2016 on it is called Enable- or Disable-PhysicalDiskIdentification.',
  ),
]);

function named(names: string, hint: string): [string, string][] {
  return names.split(' ').map((name) => [name, hint]);
}
