/**
 * Names that the host script of a bundle uses around the author's commands, which run one after the other in the scope of one of its
 * functions: what a guide defines in one step is there for the next. The author's commands keep clear of them (`powershell/reserved-name`).
 */
export const frameNames = {
  /** Of variables, without their dollar signs, and of functions, whatever their verb: `$LabworkRows`, `Get-LabworkState`. */
  prefix: 'Labwork',
  /** Commands of PowerShell's own and of Windows that must be those. */
  commands: [
    ...[
      'ConvertFrom-Json',
      'ConvertTo-Json',
      'ForEach-Object',
      'Get-Acl',
      'Get-Command',
      'Get-Item',
      'Join-Path',
    ],
    ...['New-Item', 'Out-Host', 'Set-StrictMode', 'Sort-Object', 'Start-Sleep', 'Test-Path', 'Where-Object'],
    ...['Get-CimInstance', 'Get-NetTCPConnection', 'icacls.exe', 'whoami.exe'],
    ...['Get-NetAdapter', 'Get-NetIPAddress', 'Get-NetIPInterface', 'Get-NetRoute', 'Remove-NetIPAddress'],
    ...['Set-NetIPInterface', 'Get-NetLbfoTeam', 'Get-NetLbfoTeamMember', 'Remove-NetLbfoTeam'],
    ...['Get-VMNetworkAdapter', 'Get-VMNetworkAdapterVlan', 'Get-VMSwitch', 'Remove-VMNetworkAdapter'],
    ...['Remove-VMSwitch', 'Set-VMNetworkAdapterVlan', 'Get-NetNeighbor', 'New-NetIPAddress', 'New-NetRoute'],
    ...['Remove-NetRoute', 'Get-DnsClientServerAddress', 'Set-DnsClientServerAddress', 'Get-ScheduledTask'],
    ...['New-ScheduledTaskAction', 'New-ScheduledTaskPrincipal', 'New-ScheduledTaskSettingsSet'],
    ...['New-ScheduledTaskTrigger', 'Register-ScheduledTask', 'Unregister-ScheduledTask'],
  ],
} as const;
