# Windows itself: its version, roles, tasks and restarts.

Add-Behaviour Get-CimInstance {
  param($p)
  switch ("$($p['ClassName'])") {
    'Win32_OperatingSystem' {
      [pscustomobject]@{
      PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OperatingSystem'
          Caption = "Microsoft $($World.computer.title) Standard"; Version = $World.computer.version; BuildNumber = $World.computer.version.Split('.')[2]; ProductType = [uint32]3
          CSName = $World.computer.name; OperatingSystemSKU = [uint32]7; LastBootUpTime = (Get-Clock).AddDays(-1)
        }
    }
    'Win32_ComputerSystem' { [pscustomobject]@{ PSTypeName = 'CimInstance#Win32_ComputerSystem'; Name = $World.computer.name; DNSHostName = $World.computer.name; Domain = $World.computer.domain; PartOfDomain = $World.computer.domain -ne 'WORKGROUP'; DomainRole = [uint32]2 } }
    'Win32_PingStatus' {
      $target = [regex]::Match("$($p['Filter'])", "Address='([^']+)'").Groups[1].Value
      $answers = $World.wire -contains $target -or $World.answers -contains $target
      Step-Clock ($answers ? 0.1 : 1)
      [pscustomobject]@{ PSTypeName = 'CimInstance#Win32_PingStatus'; Address = $target; StatusCode = $answers ? [uint32]0 : [uint32]11010; ResponseTime = [uint32]0 }
    }
    default { Stop-StandIn "Invalid class `"$($p['ClassName'])`"" 'HRESULT 0x80041010' 'MetadataError' }
  }
}
Add-Behaviour Get-WmiObject { param($p) & $script:Behaviours['Get-CimInstance'].does @{ ClassName = $p['Class'] } }

Add-Behaviour Get-WindowsFeature {
  param($p)
  foreach ($name in @($World.features.Keys)) {
    if ($null -ne $p['Name'] -and -not (@($p.Name) | Where-Object { $name -like $_ })) { continue }
    $state = $World.features[$name]
    [pscustomobject]@{ PSTypeName = 'Microsoft.Windows.ServerManager.Commands.Feature'; Name = $name; DisplayName = $name; Installed = $state -eq 'Installed'; InstallState = $state; FeatureType = 'Feature' }
  }
}
$RestartingFeatures = 'Hyper-V', 'Multipath-IO', 'Failover-Clustering'
function Import-RoleModule([string] $Feature) {
  $folder = [IO.Path]::Join($env:REHEARSAL_ROLES, $Feature)
  if (-not [IO.Directory]::Exists($folder)) { return }
  $env:PSModulePath += ":$folder"
  foreach ($module in [IO.Directory]::GetFiles($folder, '*.psm1', 'AllDirectories')) { Import-Module -Name $module -Global -DisableNameChecking }
}
function Set-Feature($Bound, [string] $State) {
  foreach ($name in @($Bound['Name'] ?? $Bound['FeatureName'])) {
    if (-not $World.features.ContainsKey($name)) { Stop-StandIn "The target of the specified cmdlet cannot be a Windows feature: '$name'." 'NameDoesNotExist' }
    $World.features[$name] = if (-not ($RestartingFeatures -contains $name)) { $State } elseif ($State -eq 'Installed') { 'InstallPending' } else { 'UninstallPending' }
    if ($name -eq 'Hyper-V' -and ($State -ne 'Installed' -or $Bound['IncludeManagementTools'])) { $World.features['Hyper-V-PowerShell'] = $State }
  }
  $restart = $false
  foreach ($name in @($Bound['Name'] ?? $Bound['FeatureName'])) {
    if ($RestartingFeatures -contains $name) { $restart = $true }
    # With -IncludeManagementTools comes the module; a session that runs finds it.
    if ($State -eq 'Installed' -and $Bound['IncludeManagementTools'] -and -not ($RestartingFeatures -contains $name)) { Import-RoleModule $name }
  }
  if ($restart) { $World.computer.restartPending = $true }
  [pscustomobject]@{ PSTypeName = 'Microsoft.Windows.ServerManager.Commands.FeatureOperationResult'; Success = $true; RestartNeeded = if ($restart) { 'Yes' } else { 'No' }; ExitCode = if ($restart) { 'SuccessRestartRequired' } else { 'Success' }; FeatureResult = @() }
  if ($restart -and $Bound['Restart']) { Restart-Rehearsed }
}
Add-Behaviour Install-WindowsFeature -Changes -Lasts 60 -Of 'feature-restarts' { param($p) Set-Feature $p 'Installed' }
Add-Behaviour Uninstall-WindowsFeature -Changes -Lasts 60 { param($p) Set-Feature $p 'Available' }

# The machine goes down once the process has ended (`restarted` of world.ts): until then what waits for the restart waits.
function Restart-Rehearsed {
  $World.computer.goingDown = $true
  $World.log = @($World.log) + @(@{ command = 'Restart-Computer'; outcome = 'done'; with = @{} })
  Save-World
  # Windows ends the process a moment later: what a script still says and the code that it gives are seen.
}
Add-Behaviour Restart-Computer -Changes { param($p) Restart-Rehearsed }
Add-Behaviour Rename-Computer -Changes -Lasts 3 { param($p) $World.computer.nextName = $p.NewName; $World.computer.restartPending = $true; if ($p['Restart']) { Restart-Rehearsed } }

Add-Behaviour Register-ScheduledTask -Changes -Lasts 1 { param($p) $World.tasks[$p.TaskName] = @{ name = $p.TaskName }; [pscustomobject]@{ PSTypeName = 'MSFT_ScheduledTask'; TaskName = $p.TaskName; State = 'Ready' } }
Add-Behaviour Unregister-ScheduledTask -Changes -Lasts 1 {
  param($p) foreach ($name in @($p.TaskName)) { if (-not $World.tasks.ContainsKey($name)) { Stop-NotFound 'MSFT_ScheduledTask' 'TaskName' $name }; [void]$World.tasks.Remove($name) }
}
Add-Behaviour Get-ScheduledTask {
  param($p)
  $found = @($World.tasks.Keys | Where-Object { $null -eq $p['TaskName'] -or $_ -like $p.TaskName })
  if (-not $found -and $null -ne $p['TaskName']) { Stop-NotFound 'MSFT_ScheduledTask' 'TaskName' "$($p.TaskName)" }
  $found | ForEach-Object { [pscustomobject]@{ PSTypeName = 'MSFT_ScheduledTask'; TaskName = $_; State = 'Ready'; TaskPath = '\' } }
}
foreach ($part in 'Action', 'Trigger', 'Principal', 'SettingsSet') { Add-Behaviour "New-ScheduledTask$part" { param($p) [pscustomobject]@{ PSTypeName = "MSFT_TaskPart"; Id = '' } } }
Add-Behaviour New-ScheduledTask { param($p) [pscustomobject]@{ PSTypeName = 'MSFT_ScheduledTask'; TaskName = '' } }
