import type { PowerShellPlatform } from '../../platforms.ts';

/** What dates parameters, beside the dumps of running systems: the versions before do not have them, that one and the later ones do. */
export const datedParameters: readonly {
  /** Names with blanks between them. */
  readonly commands: string;
  readonly parameters: string;
  readonly since: PowerShellPlatform;
  readonly source: string;
}[] = [
  {
    commands: 'New-VMSwitch',
    parameters: 'EnableEmbeddedTeaming EnablePacketDirect',
    since: 'windows-server-2016',
    source: 'What’s new in Hyper-V on Windows Server, Windows Server 2016: Switch Embedded Teaming',
  },
  {
    commands: 'New-VMSwitch',
    parameters: 'AllowNetLbfoTeams',
    since: 'windows-server-2022',
    source: 'Features removed or no longer developed starting with Windows Server 2022: LBFO under the virtual switch',
  },
  {
    commands: 'Set-VMProcessor',
    parameters: 'ExposeVirtualizationExtensions EnableHostResourceProtection',
    since: 'windows-server-2016',
    source: 'What’s new in Hyper-V on Windows Server, Windows Server 2016: nested virtualization, host resource protection',
  },
  {
    commands: 'Set-VMFirmware',
    parameters: 'SecureBootTemplate SecureBootTemplateId',
    since: 'windows-server-2016',
    source: 'What’s new in Hyper-V on Windows Server, Windows Server 2016: Linux Secure Boot',
  },
  {
    commands: 'Set-VM',
    parameters: 'CheckpointType',
    since: 'windows-server-2016',
    source: 'What’s new in Hyper-V on Windows Server, Windows Server 2016: production checkpoints',
  },
  {
    commands: 'Add-VMHardDiskDrive Set-VMHardDiskDrive',
    parameters: 'QoSPolicy QoSPolicyID',
    since: 'windows-server-2016',
    source: 'What’s new in Storage in Windows Server: Storage Quality of Service, “new in Windows Server 2016”',
  },
  {
    commands: 'Set-ClusterQuorum',
    parameters: 'CloudWitness AccountName AccessKey Endpoint',
    since: 'windows-server-2016',
    source: 'What’s new in Failover Clustering, Windows Server 2016: cloud witness, “new in Windows Server 2016”',
  },
  {
    commands: 'New-Cluster',
    parameters: 'ManagementPointNetworkType',
    since: 'windows-server-2019',
    source: 'MicrosoftDocs/windows-powershell-docs#2051: “has been added in 2019”; #3560',
  },
  {
    commands: 'Set-ClusterQuorum',
    parameters: 'Credential',
    since: 'windows-server-2019',
    source: 'MicrosoftDocs/windows-powershell-docs#3575: “introduced with Windows Server 2019”',
  },
  {
    commands: 'Get-Cluster',
    parameters: 'ClusterSet',
    since: 'windows-server-2019',
    source: 'Cluster sets, Microsoft Learn: new in Windows Server 2019',
  },
  {
    commands: 'Set-SmbServerConfiguration Set-SmbClientConfiguration',
    parameters:
      'AuditClientDoesNotSupportEncryption AuditClientDoesNotSupportSigning AuditServerDoesNotSupportEncryption AuditServerDoesNotSupportSigning',
    since: 'windows-server-2025',
    source: 'What’s new in Windows Server 2025: SMB signing and encryption auditing',
  },
];
