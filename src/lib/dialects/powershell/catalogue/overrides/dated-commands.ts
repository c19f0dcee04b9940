import type { PowerShellPlatform } from '../../platforms.ts';

/**
 * What dates a command, beside the dumps of running systems. A page that is missing for a version dates nothing: documentation of a new
 * version describes much that is older.
 */
export interface DatedCommands {
  /** Names with blanks between them; `Module\*` for all commands of a module that no other row tells of. */
  readonly commands: string;
  /** The first version that has them: none before it does, and all from it on do. Of a module: none before it does. */
  readonly since?: PowerShellPlatform;
  /** A version that has them, whether or not earlier ones do. */
  readonly seen?: PowerShellPlatform;
  /** The last version that has them. */
  readonly until?: PowerShellPlatform;
  /** A version that came to lack them, and is none of Windows Server. */
  readonly gone?: PowerShellPlatform;
  /** The module, of a command that the facts do not have at all. */
  readonly module?: string;
  readonly source: string;
}

const news2012r2 = 'What’s New in Windows Server 2012 R2, Microsoft Learn';
const news2016 = 'What’s new in Windows Server 2016, Microsoft Learn';
const hyperV = 'What’s new in Hyper-V on Windows Server, Microsoft Learn';
const clustering = 'What’s new in Failover Clustering, Microsoft Learn';
const storage = 'What’s new in Storage in Windows Server, Microsoft Learn';
const news2019 = 'What’s new in Windows Server 2019, Microsoft Learn';
const news2022 = 'What’s new in Windows Server 2022, Microsoft Learn';
const news2025 = 'What’s new in Windows Server 2025, Microsoft Learn';
/** A page that a reader of syntax cannot read proves its command all the same. */
const page = (path: string) => `MicrosoftDocs/windows-powershell-docs f113d6bda7df, docset/${path}`;

export const datedCommands: readonly DatedCommands[] = [
  // Windows Server 2012 R2.
  {
    commands:
      'Get-ADAuthenticationPolicy Get-ADAuthenticationPolicySilo Grant-ADAuthenticationPolicySiloAccess New-ADAuthenticationPolicy ' +
      'New-ADAuthenticationPolicySilo Remove-ADAuthenticationPolicy Remove-ADAuthenticationPolicySilo Revoke-ADAuthenticationPolicySiloAccess ' +
      'Set-ADAccountAuthenticationPolicySilo Set-ADAuthenticationPolicy Set-ADAuthenticationPolicySilo Show-ADAuthenticationPolicyExpression',
    since: 'windows-server-2012-r2',
    source: 'Authentication Policies and Authentication Policy Silos, Microsoft Learn: “introduced in Windows Server 2012 R2”',
  },
  {
    commands: 'DFSR\\*',
    since: 'windows-server-2012-r2',
    source: `${news2012r2}: DFS Replication, Windows PowerShell module`,
  },
  {
    commands: 'WDS\\*',
    since: 'windows-server-2012-r2',
    source: `${news2012r2}: Windows Deployment Services, cmdlets for Windows PowerShell`,
  },
  {
    commands: 'syncshare\\* webapplicationproxy\\*',
    since: 'windows-server-2012-r2',
    source: `${news2012r2}: Work Folders, Web Application Proxy`,
  },
  {
    commands: 'Get-VMFirmware Set-VMFirmware Copy-VMFile Debug-VM',
    since: 'windows-server-2012-r2',
    source: `${news2012r2}: Hyper-V, generation 2 virtual machines and integration services`,
  },
  {
    commands: 'PSDesiredStateConfiguration\\*',
    since: 'windows-server-2012-r2',
    source: 'Windows PowerShell 4.0 introduces Desired State Configuration: Windows Management Framework, Microsoft Learn',
  },

  // Windows Server 2016 and the PowerShell 5.1 that it comes with.
  {
    commands: 'Microsoft.PowerShell.Archive\\* PackageManagement\\* PowerShellGet\\* Microsoft.PowerShell.ODataUtils\\*',
    since: 'windows-server-2016',
    source: 'Windows Management Framework 5.0 release notes, Microsoft Learn',
  },
  {
    commands: 'Microsoft.PowerShell.LocalAccounts\\*',
    since: 'windows-server-2016',
    source: `${news2016}: “new Local Users & Groups cmdlets”; WMF 5.1 release notes`,
  },
  {
    commands:
      'HgsAttestation\\* HgsClient\\* HgsDiagnostics\\* HgsKeyProtection\\* HgsServer\\* ShieldedVMDataFile\\* ShieldedVMTemplate\\* ' +
      'ShieldedVmCmdlets\\* ShieldedVMProvisioning\\*',
    since: 'windows-server-2016',
    source: `${news2016}: Shielded Virtual Machines, Host Guardian Service`,
  },
  { commands: 'StorageReplica\\*', since: 'windows-server-2016', source: `${storage}: Storage Replica, “new in Windows Server 2016”` },
  { commands: 'StorageQoS\\*', since: 'windows-server-2016', source: `${storage}: Storage Quality of Service, “new in Windows Server 2016”` },
  {
    commands: 'NetworkController\\* NetworkControllerDiagnostics\\* HNVDiagnostics\\*',
    since: 'windows-server-2016',
    source: `${news2019}: Security with SDN, “the SDN platform introduced in Windows Server 2016”`,
  },
  { commands: 'NanoServerImageGenerator\\*', since: 'windows-server-2016', source: `${news2016}: Nano Server` },
  {
    commands: 'IISAdministration\\*',
    since: 'windows-server-2016',
    source: 'IISAdministration PowerShell cmdlets, Microsoft Learn: new in IIS 10.0, Windows Server 2016',
  },
  {
    commands: 'Defender\\*',
    since: 'windows-server-2016',
    source: `${news2016}: Windows Defender, “installed and enabled by default in Windows Server 2016”`,
  },
  {
    commands:
      'Enable-ClusterS2D Disable-ClusterS2D Get-ClusterS2D Repair-ClusterS2D Set-ClusterS2D Set-ClusterS2DDisk Enable-ClusterStorageSpacesDirect ' +
      'Disable-ClusterStorageSpacesDirect Get-ClusterStorageSpacesDirect Repair-ClusterStorageSpacesDirect Set-ClusterStorageSpacesDirect ' +
      'Set-ClusterStorageSpacesDirectDisk',
    since: 'windows-server-2016',
    source: `${storage}: Storage Spaces Direct, “new in Windows Server 2016”; the short names are aliases (Deep Dive: The Storage Pool in Storage Spaces Direct, 2016-11-21)`,
  },
  {
    commands: 'Update-ClusterFunctionalLevel Get-ClusterFaultDomain Get-ClusterFaultDomainXML New-ClusterFaultDomain Remove-ClusterFaultDomain Set-ClusterFaultDomain Set-ClusterFaultDomainXML',
    since: 'windows-server-2016',
    source: `${clustering}, Windows Server 2016: rolling upgrade, site-aware clusters`,
  },
  {
    commands:
      'Add-ClusterGroupSetDependency Add-ClusterGroupToSet Get-ClusterGroupSet Get-ClusterGroupSetDependency New-ClusterGroupSet ' +
      'Remove-ClusterGroupFromSet Remove-ClusterGroupSet Remove-ClusterGroupSetDependency Set-ClusterGroupSet',
    since: 'windows-server-2016',
    source: `${clustering}, Windows Server 2016: virtual machine start order`,
  },
  {
    commands: 'Add-VMSwitchTeamMember Get-VMSwitchTeam Remove-VMSwitchTeamMember Set-VMSwitchTeam Get-VMNetworkAdapterTeamMapping Set-VMNetworkAdapterTeamMapping Remove-VMNetworkAdapterTeamMapping',
    since: 'windows-server-2016',
    source: `${hyperV}, Windows Server 2016: RDMA and Switch Embedded Teaming`,
  },
  {
    commands:
      'Add-VMAssignableDevice Get-VMAssignableDevice Remove-VMAssignableDevice Add-VMHostAssignableDevice Get-VMHostAssignableDevice ' +
      'Remove-VMHostAssignableDevice Mount-VMHostAssignableDevice Dismount-VMHostAssignableDevice',
    since: 'windows-server-2016',
    source: `${hyperV}, Windows Server 2016: discrete device assignment`,
  },
  {
    commands: 'Enable-VMTPM Disable-VMTPM Get-VMKeyProtector Set-VMKeyProtector Get-VMSecurity Set-VMSecurity Set-VMSecurityPolicy Add-VMKeyStorageDrive Get-VMKeyStorageDrive Remove-VMKeyStorageDrive Set-VMKeyStorageDrive',
    since: 'windows-server-2016',
    source: `${hyperV}, Windows Server 2016: shielded virtual machines, key storage`,
  },
  {
    commands: 'Update-VMVersion Get-VMHostSupportedVersion',
    since: 'windows-server-2016',
    source: `${hyperV}, Windows Server 2016: virtual machine configuration version`,
  },
  {
    commands: 'Add-VMGroupMember Get-VMGroup New-VMGroup Remove-VMGroup Remove-VMGroupMember Rename-VMGroup Get-VHDSet Get-VHDSnapshot Optimize-VHDSet Remove-VHDSnapshot',
    since: 'windows-server-2016',
    source: `${hyperV}, Windows Server 2016: shared virtual hard disks, virtual machine backup`,
  },
  {
    commands:
      'Add-DnsServerClientSubnet Add-DnsServerQueryResolutionPolicy Add-DnsServerRecursionScope Add-DnsServerResponseRateLimitingExceptionlist ' +
      'Add-DnsServerZoneScope Add-DnsServerZoneTransferPolicy Disable-DnsServerPolicy Enable-DnsServerPolicy Get-DnsServerClientSubnet ' +
      'Get-DnsServerQueryResolutionPolicy Get-DnsServerRecursionScope Get-DnsServerResponseRateLimiting Get-DnsServerResponseRateLimitingExceptionlist ' +
      'Get-DnsServerZoneScope Get-DnsServerZoneTransferPolicy Remove-DnsServerClientSubnet Remove-DnsServerQueryResolutionPolicy ' +
      'Remove-DnsServerRecursionScope Remove-DnsServerResponseRateLimitingExceptionlist Remove-DnsServerZoneScope Remove-DnsServerZoneTransferPolicy ' +
      'Set-DnsServerClientSubnet Set-DnsServerQueryResolutionPolicy Set-DnsServerRecursionScope Set-DnsServerResponseRateLimiting ' +
      'Set-DnsServerResponseRateLimitingExceptionlist Set-DnsServerZoneTransferPolicy',
    since: 'windows-server-2016',
    source: 'What’s New in DNS Server in Windows Server 2016, Microsoft Learn: DNS policies, response rate limiting',
  },
  {
    commands: 'New-NanoServerImage Edit-NanoServerImage',
    seen: 'windows-server-2016',
    module: 'NanoServerImageGenerator',
    source: page('winserver2016-ps/NanoServerImageGenerator'),
  },
  {
    commands: 'New-NetworkControllerLoadBalancerFrontendIpConfiguration Remove-NetworkControllerLoadBalancerFrontendIpConfiguration',
    seen: 'windows-server-2016',
    source: page('winserver2016-ps/NetworkController'),
  },
  {
    commands: 'Wait-VM',
    seen: 'windows-server-2016',
    source: 'MicrosoftDocs/windows-powershell-docs#240: in the Hyper-V module, Virtualization Blog of 2016-10-11',
  },
  {
    commands: 'Get-HnsNetwork Remove-HnsNetwork',
    seen: 'windows-server-2016',
    source: 'Container networking, Microsoft Learn: “Get-HNSNetwork | Remove-HNSNetwork” on Windows Server 2016',
  },
  {
    commands: 'HostNetworkingService\\*',
    seen: 'windows-server-2016',
    source: 'Container networking, Microsoft Learn: Windows Server 2016 has its cmdlets',
  },
  {
    commands: 'NetWNV\\*',
    seen: 'windows-server-2025',
    source: page('docs-conceptual/winserver2025-ps/get-started.md, list of modules'),
  },

  // Windows Server 2019.
  { commands: 'SystemInsights\\*', since: 'windows-server-2019', source: `${news2019}: System Insights, “a new feature available in Windows Server 2019”` },
  { commands: 'StorageMigrationService\\*', since: 'windows-server-2019', source: `${news2019}: Storage Migration Service` },
  {
    commands:
      'Get-SmsState Get-SmsInventory New-SmsInventory Set-SmsInventory Start-SmsInventory Stop-SmsInventory Remove-SmsInventory Get-SmsTransfer ' +
      'New-SmsTransfer Set-SmsTransfer Start-SmsTransfer Stop-SmsTransfer Remove-SmsTransfer Get-SmsCutover New-SmsCutover Set-SmsCutover ' +
      'Start-SmsCutover Stop-SmsCutover Remove-SmsCutover',
    since: 'windows-server-2019',
    source: `${news2019}: Storage Migration Service, which inventories, transfers and cuts over`,
  },
  {
    commands:
      'New-ClusterSet Get-ClusterSet Remove-ClusterSet Add-ClusterSetMember Get-ClusterSetMember Remove-ClusterSetMember Get-ClusterSetNode ' +
      'Get-ClusterSetOptimalNodeForVm Register-ClusterSetVM Unregister-ClusterSetVM Get-ClusterSetVM Set-ClusterSetVm Move-ClusterSetVM ' +
      'New-ClusterSetFaultDomain New-ClusterSetAvailabilitySet Get-ClusterSetLog',
    since: 'windows-server-2019',
    source: 'Cluster sets, Microsoft Learn: “Applies to: Windows Server 2019”, “new … in the Windows Server 2019 release”',
  },
  { commands: 'FailoverClusterSet\\*', since: 'windows-server-2019', source: `${clustering}, Windows Server 2019: cluster sets` },
  {
    commands: 'Get-ClusterPerf Get-ClusterPerformanceHistory Start-ClusterPerf Start-ClusterPerformanceHistory Stop-ClusterPerf Stop-ClusterPerformanceHistory',
    since: 'windows-server-2019',
    source: `${news2019}: Storage Spaces Direct, performance history`,
  },
  {
    commands: 'Get-PmemDisk New-PmemDisk Remove-PmemDisk Get-PmemPhysicalDevice Get-PmemUnusedRegion Initialize-PmemPhysicalDevice',
    since: 'windows-server-2019',
    source: `${news2019}: native support for persistent memory; Understand and deploy persistent memory, Microsoft Learn: applies to Windows Server 2019`,
  },
  { commands: 'PersistentMemory\\*', since: 'windows-server-2019', source: `${news2019}: native support for persistent memory` },
  {
    commands: 'Mount-SRDestination Dismount-SRDestination',
    since: 'windows-server-2019',
    source: `${news2019}: Storage Replica, “test failover is a new feature”`,
  },
  {
    commands: 'Get-SmbGlobalMapping New-SmbGlobalMapping Remove-SmbGlobalMapping',
    since: 'windows-server-2019',
    source: 'Persistent storage in containers, Microsoft Learn: SMB global mapping came with Windows Server, version 1709',
  },
  {
    commands: 'Get-NetworkControllerVirtualNetworkPeering New-NetworkControllerVirtualNetworkPeering Remove-NetworkControllerVirtualNetworkPeering',
    since: 'windows-server-2019',
    source: `${news2019}: virtual network peering`,
  },
  {
    commands: 'Get-DOConfig Get-DeliveryOptimizationStatus Get-DeliveryOptimizationPerfSnap Get-DeliveryOptimizationPerfSnapThisMonth Get-DeliveryOptimizationLog',
    seen: 'windows-server-2019',
    source: 'Monitor Delivery Optimization, Microsoft Learn: Windows 10, version 1709 and later',
  },
  { commands: 'Remove-AppxPackage', seen: 'windows-server-2019', source: page('winserver2019-ps/Appx/Remove-AppxPackage.md') },

  {
    commands: 'Get-ClusterNodeSupportedVersion',
    since: 'windows-server-2019',
    source: 'MicrosoftDocs/windows-powershell-docs#3950: “In Windows Server 2019 the Clustering team introduced a new PowerShell cmdlet”',
  },

  // Windows Server 2022.
  { commands: 'StorageBusCache\\*', since: 'windows-server-2022', source: `${news2022}: storage bus cache with Storage Spaces on standalone servers` },
  {
    commands:
      'Enable-StorageBusCache Disable-StorageBusCache Get-StorageBusCache Set-StorageBusCache Update-StorageBusCache Get-StorageBusDisk ' +
      'Enable-StorageBusDisk Disable-StorageBusDisk Get-StorageBusBinding New-StorageBusBinding Remove-StorageBusBinding New-StorageBusCacheStore ' +
      'Get-StorageBusTargetCacheStore Get-StorageBusTargetCacheStoresInstance Get-StorageBusClientDevice Get-StorageBusTargetDevice ' +
      'Get-StorageBusTargetDeviceInstance Clear-StorageBusDisk Resume-StorageBusDisk Suspend-StorageBusDisk Set-StorageBusProfile',
    since: 'windows-server-2022',
    source: 'Tutorial: Enable storage bus cache with Storage Spaces on standalone servers, Microsoft Learn: not on “Windows Server 2016 or 2019”',
  },
  {
    commands: 'Set-SConfig Get-SConfig Invoke-SConfig Reset-SConfig Invoke-SConfigLogon',
    seen: 'windows-server-2022',
    source: 'Greeting of Windows Server 2022: “To stop SConfig from launching at sign-in, type "Set-SConfig -AutoLaunch $false"”',
  },
  {
    commands: 'Add-DnsClientDohServerAddress Get-DnsClientDohServerAddress Remove-DnsClientDohServerAddress Set-DnsClientDohServerAddress',
    since: 'windows-server-2022',
    source: `${news2022}: “DNS Client in Windows Server 2022 now supports DNS-over-HTTPS”`,
  },
  {
    commands: 'Enable-NetAdapterUso Disable-NetAdapterUso Get-NetAdapterUso Set-NetAdapterUso',
    since: 'windows-server-2022',
    source: `${news2022}: UDP segmentation offload`,
  },
  {
    commands: 'Get-SmbServerCertificateMapping New-SmbServerCertificateMapping Remove-SmbServerCertificateMapping Set-SmbServerCertificateMapping',
    since: 'windows-server-2022',
    source: `${news2022}: SMB over QUIC`,
  },
  { commands: 'Get-SmbServerCertProps', seen: 'windows-server-2022', source: page('winserver2022-ps/SmbShare/Get-SmbServerCertProps.md') },
  { commands: 'Get-ClusterNode', seen: 'windows-server-2022', source: page('winserver2022-ps/FailoverClusters/Get-ClusterNode.md') },

  // Windows Server 2025.
  {
    commands: 'Complete-ADServiceAccountMigration Reset-ADServiceAccountMigration Start-ADServiceAccountMigration Undo-ADServiceAccountMigration',
    since: 'windows-server-2025',
    source: `${news2025}: delegated managed service account`,
  },
  {
    commands:
      'Enable-AccelNetManagement Disable-AccelNetManagement Get-AccelNetManagement Set-AccelNetManagement Get-AccelNetManagementPreReq ' +
      'Enable-AccelNetVM Disable-AccelNetVM Get-AccelNetVM Set-AccelNetVM',
    since: 'windows-server-2025',
    source: `${news2025}: Accelerated Networking`,
  },
  { commands: 'NetworkATC\\*', since: 'windows-server-2025', source: `${news2025}: Network ATC` },
  {
    commands: 'NetworkControllerFc\\*',
    since: 'windows-server-2025',
    source: `${news2025}: the Network Controller “is now hosted directly as Failover Cluster services”`,
  },
  {
    commands: 'Get-SmbServerAlternativePort New-SmbServerAlternativePort Remove-SmbServerAlternativePort Set-SmbServerAlternativePort',
    since: 'windows-server-2025',
    source: `${news2025}: SMB alternative ports`,
  },

  // Azure Stack HCI, Azure Local.
  {
    commands:
      'Add-NetIntent Get-NetIntent Get-NetIntentStatus Set-NetIntent Remove-NetIntent Copy-NetIntent Set-NetIntentRetryState Update-NetIntentAdapter ' +
      'New-NetIntentAdapterPropertyOverrides New-NetIntentAdapterRssOverrides New-NetIntentGlobalClusterOverrides New-NetIntentQoSPolicyOverrides ' +
      'New-NetIntentStorageOverrides New-NetIntentSwitchConfigurationOverrides New-NetIntentSiteOverrides New-NetIntentGlobalProxyOverrides',
    seen: 'azure-stack-hci',
    source: 'Deploy host networking with Network ATC, Microsoft Learn: Azure Stack HCI 21H2 and later',
  },
  {
    commands:
      'Install-PackageProvider Import-PackageProvider Find-PackageProvider',
    since: 'windows-server-2016',
    module: 'PackageManagement',
    source: 'PackageManagement module of PowerShell 5.1, Microsoft Learn',
  },
  {
    commands:
      'Install-Script Find-Script Save-Script Update-Script Uninstall-Script Publish-Script Get-InstalledScript New-ScriptFileInfo ' +
      'Update-ScriptFileInfo Test-ScriptFileInfo Update-ModuleManifest Find-RoleCapability',
    since: 'windows-server-2016',
    module: 'PowerShellGet',
    source: 'PowerShellGet module 1.0.0.1 of PowerShell 5.1, Microsoft Learn',
  },

  // PowerShell 7.
  {
    commands:
      'Export-BinaryMiLog Add-PSSnapin Export-Console Get-PSSnapin Remove-PSSnapin Resume-Job Suspend-Job Export-Counter Import-Counter ' +
      'Add-Computer Checkpoint-Computer Clear-EventLog Complete-Transaction Disable-ComputerRestore Enable-ComputerRestore ' +
      'Get-ComputerRestorePoint Get-ControlPanelItem Get-EventLog Get-Transaction Get-WmiObject Invoke-WmiMethod Limit-EventLog ' +
      'New-EventLog New-WebServiceProxy Register-WmiEvent Remove-Computer Remove-EventLog Remove-WmiObject ' +
      'Reset-ComputerMachinePassword Restore-Computer Set-WmiInstance Show-ControlPanelItem Show-EventLog Start-Transaction ' +
      'Test-ComputerSecureChannel Undo-Transaction Use-Transaction Write-EventLog Convert-String ConvertFrom-String',
    gone: 'powershell-7',
    source:
      'MicrosoftDocs/PowerShell-Docs 04b81f97abd3, Differences between Windows PowerShell 5.1 and PowerShell 7.x: “Cmdlets removed from PowerShell”',
  },
];
