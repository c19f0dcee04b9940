/** Commands of the module SqlServer, as the page about it lists them. */
export const sqlServerCommands = {
  source:
    'names of commands from MicrosoftDocs/sql-docs-powershell, sqlserver-cmdlets/sqlserver/vlatest/SqlServer.md at 6eefe64a0ce1: what came since is not among them',
  names: `
    Add-SqlAvailabilityDatabase Add-SqlAvailabilityGroupListenerStaticIp Add-SqlAzureAuthenticationContext
    Add-SqlColumnEncryptionKeyValue Add-SqlFirewallRule Add-SqlLogin Backup-SqlDatabase
    Complete-SqlColumnMasterKeyRotation Convert-UrnToPath ConvertFrom-EncodedSqlName ConvertTo-EncodedSqlName
    Disable-SqlAlwaysOn Enable-SqlAlwaysOn Get-SqlAgent Get-SqlAgentJob Get-SqlAgentJobHistory
    Get-SqlAgentJobSchedule Get-SqlAgentJobStep Get-SqlAgentSchedule Get-SqlColumnEncryptionKey
    Get-SqlColumnMasterKey Get-SqlCredential Get-SqlDatabase Get-SqlErrorLog Get-SqlInstance Get-SqlLogin
    Get-SqlSmartAdmin Invoke-PolicyEvaluation Invoke-Sqlcmd Invoke-SqlColumnMasterKeyRotation
    Join-SqlAvailabilityGroup New-SqlAvailabilityGroup New-SqlAvailabilityGroupListener New-SqlAvailabilityReplica
    New-SqlAzureKeyVaultColumnMasterKeySettings New-SqlBackupEncryptionOption
    New-SqlCertificateStoreColumnMasterKeySettings New-SqlCngColumnMasterKeySettings New-SqlColumnEncryptionKey
    New-SqlColumnEncryptionKeyEncryptedValue New-SqlColumnEncryptionSettings New-SqlColumnMasterKey
    New-SqlColumnMasterKeySettings New-SqlCredential New-SqlCspColumnMasterKeySettings New-SqlHADREndpoint
    Read-SqlTableData Read-SqlViewData Remove-SqlAvailabilityDatabase Remove-SqlAvailabilityGroup
    Remove-SqlAvailabilityReplica Remove-SqlColumnEncryptionKey Remove-SqlColumnEncryptionKeyValue
    Remove-SqlColumnMasterKey Remove-SqlCredential Remove-SqlFirewallRule Remove-SqlLogin Restore-SqlDatabase
    Resume-SqlAvailabilityDatabase Save-SqlMigrationReport Set-SqlAuthenticationMode Set-SqlAvailabilityGroup
    Set-SqlAvailabilityGroupListener Set-SqlAvailabilityReplica Set-SqlColumnEncryption Set-SqlCredential
    Set-SqlErrorLog Set-SqlHADREndpoint Set-SqlNetworkConfiguration Set-SqlSmartAdmin Start-SqlInstance
    Stop-SqlInstance Suspend-SqlAvailabilityDatabase Switch-SqlAvailabilityGroup Test-SqlAvailabilityGroup
    Test-SqlAvailabilityReplica Test-SqlDatabaseReplicaState Test-SqlSmartAdmin Write-SqlTableData
  `
    .trim()
    .split(/\s+/),
};
