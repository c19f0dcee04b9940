/**
 * Commands that are given the names of other commands, or any text, so that one among their arguments is no second command; in lower
 * case. Source: their parameters.
 */
export const commandsTakingNames: ReadonlySet<string> = new Set(
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
