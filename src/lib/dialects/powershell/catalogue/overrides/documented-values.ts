import type { PowerShellPlatform } from '../../platforms.ts';

/**
 * Values that a command’s own page lists for a version, and the facts do not: these have one list for a type, taken from one version.
 * Source, where a row has none: “Accepted values” of the pages, MicrosoftDocs/windows-powershell-docs f113d6bda7df.
 */
export const documentedValues: readonly {
  /** Names with blanks between them; `Type:Module` for all parameters of an enumeration. */
  readonly of: string;
  /** The parameter; left out where a type is named. */
  readonly parameter?: string;
  readonly since: PowerShellPlatform;
  readonly values: string;
  readonly source?: string;
}[] = [
  {
    of: 'Get-ADDomainController',
    parameter: 'MinimumDirectoryServiceVersion',
    since: 'windows-server-2012-r2',
    values: 'Windows2012R2',
  },
  { of: 'Set-ADDomainMode', parameter: 'DomainMode', since: 'windows-server-2012-r2', values: 'Windows2012R2Domain' },
  { of: 'Set-ADDomainMode', parameter: 'DomainMode', since: 'windows-server-2016', values: 'Windows2016Domain' },
  { of: 'Set-ADDomainMode', parameter: 'DomainMode', since: 'windows-server-2025', values: 'Windows2025Domain' },
  { of: 'Set-ADForestMode', parameter: 'ForestMode', since: 'windows-server-2012-r2', values: 'Windows2012R2Forest' },
  { of: 'Set-ADForestMode', parameter: 'ForestMode', since: 'windows-server-2016', values: 'Windows2016Forest' },
  { of: 'Set-ADForestMode', parameter: 'ForestMode', since: 'windows-server-2025', values: 'Windows2025Forest' },
  ...['DomainMode', 'ForestMode'].flatMap((type) => [
    { of: `${type}:ADDSDeployment`, since: 'windows-server-2012-r2' as const, values: 'Win2012R2' },
    { of: `${type}:ADDSDeployment`, since: 'windows-server-2016' as const, values: 'WinThreshold' },
    {
      of: `${type}:ADDSDeployment`,
      since: 'windows-server-2025' as const,
      values: 'Win2025',
      source: 'What’s new in Windows Server 2025: forest and domain functional levels, 10',
    },
  ]),
  { of: 'UsageType:Deduplication', since: 'windows-server-2016', values: 'Backup' },
  {
    of: 'Add-DhcpServerv4OptionDefinition',
    parameter: 'Type',
    since: 'windows-server-2016',
    values: 'IPv6Address',
  },
  { of: 'DisableType:RemoteAccess', since: 'windows-server-2016', values: 'RoutingOnly' },
  { of: 'EnableType:RemoteAccess', since: 'windows-server-2016', values: 'RoutingOnly' },
  {
    of: 'SslFlags:IISAdministration',
    since: 'windows-server-2022',
    values: 'DisableHTTP2 DisableOCSPStp DisableQUIC DisableTLS13 DisableLegacyTLS',
  },
  { of: 'EncryptionMethod:RemoteAccess', since: 'windows-server-2022', values: 'GCMAES128 GCMAES256' },
  {
    of: 'Wait-VM',
    parameter: 'For',
    since: 'windows-server-2016',
    values: 'Reboot MemoryOperations',
    source: 'Microsoft.HyperV.PowerShell.VirtualMachine, TryWaitCondition, which tells the four apart; the page lists two',
  },
  // Told of in the description of the parameter, and not in its list.
  ...[
    ['PrimaryStatus:NetSecurity', '', 'Degraded PartiallyEnforced NoApplicablePorts ParsingError'],
    ['PolicyStoreType:NetSecurity', '', 'Dynamic HostFirewallLocal HostFirewallGroupPolicy HostFirewallMDM'],
    ['Get-AdfsCertificate', 'CertificateType', 'Infocard-Signing Token-Encryption'],
    ['Remove-AdfsCertificate', 'CertificateType', 'Infocard-Signing Service-Communications Token-Encryption'],
    ['Update-AdfsCertificate', 'CertificateType', 'Token-Encryption'],
    [
      'Add-AdfsClaimsProviderTrust Set-AdfsClaimsProviderTrust Add-AdfsRelyingPartyTrust Set-AdfsRelyingPartyTrust',
      'EncryptionCertificateRevocationCheck',
      'CheckChainExcludingRoot CheckChainExcludingRootCacheOnly',
    ],
    ['AllowedClientTypes:adfs', '', 'Confidential'],
    ['VMReplicationState:Hyper-V', '', 'FailOverWaitingCompletion NotApplicable SyncedReplicationComplete'],
    ['VMMigrationPerformance:Hyper-V', '', 'SMBTransport None'],
    ['TraceLevel:Hyper-V', '', 'Off'],
    ['TunnelType:RemoteAccess', '', 'PPTP SSTP Automatic'],
    ['ScrubPolicy:Storage', '', 'Integrity'],
    ['PxePromptPolicy:WDS', '', 'Adopt'],
    ['ThreatAction:Defender', '', 'Ignore'],
    ['PUAProtectionType:Defender', '', 'Audit'],
    ['AddressScope:NetLldpAgent', '', 'NearestNeighbor'],
    ['UseTemporaryAddresses:NetTCPIP', '', 'Counter'],
    ['AppliedSetting:NetTCPIP', '', 'Custom'],
    ['Test-NetConnection', 'CommonTCPPort', 'PING'],
    ['WsusUpdateInstallationState:UpdateServices', '', 'InstalledNotApplicableOrNoStatus InstalledNotApplicable'],
    [
      'QueueManagerAccessRights:MSMQ',
      '',
      'CreateChildObjects DeleteChildObjects ListContent PeekJournal ReceiveJournal',
    ],
    ['Set-DtcAdvancedHostSetting Set-DtcAdvancedSetting', 'Type', 'SZ'],
    ['Add-DhcpServerv4Lease', 'DnsRegistration', 'AandPTR'],
    ['ADDiscoverableService:ActiveDirectory', '', 'Service'],
    ['FsrmReportClassificationLogEnum:FileServerResourceManager', '', 'None'],
    ['Encryption:NetSecurity', '', 'authdynenc'],
    ['State:NetTCPIP', '', 'Maximum'],
  ].map(([of = '', parameter, values = '']) => ({
    of,
    ...(parameter === '' || parameter === undefined ? {} : { parameter }),
    since: 'windows-server-2012' as const,
    values,
    source: 'The description of the parameter on the command’s page, MicrosoftDocs/windows-powershell-docs f113d6bda7df',
  })),
];
