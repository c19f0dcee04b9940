# Disks over the network: the iSCSI target server, the initiator with its service, and multipath. Rows of behaviour.json have the sources.

function Get-Things([string] $Noun) { @($World.objects[$Noun] ?? @()) }
function Add-Thing([string] $Noun, $Thing) { $World.objects[$Noun] = @(Get-Things $Noun) + @($Thing) }
function Set-Things([string] $Noun, $Things) { $World.objects[$Noun] = @(foreach ($one in $Things) { if ($null -ne $one) { $one } }) }

Add-Behaviour New-IscsiVirtualDisk -Changes -Lasts 4 -Of 'virtual-disk-exists' {
  param($p)
  if (Get-Things IscsiVirtualDisk | Where-Object { $_.Path -eq $p.Path }) { Stop-StandIn "The file '$($p.Path)' exists." 'Microsoft.Iscsi.Target.Commands.NewVirtualDisk' 'ResourceExists' }
  $disk = @{ Path = $p.Path; Size = [long]$p['SizeBytes'] }
  Add-Thing IscsiVirtualDisk $disk
  Show-VirtualDisk $disk
}
function Show-VirtualDisk($Disk) { [pscustomobject]@{ PSTypeName = 'Microsoft.Iscsi.Target.Commands.IscsiVirtualDisk'; Path = $Disk.Path; Size = [uint64]$Disk.Size; Status = 'NotConnected'; DiskType = 'Dynamic' } }
function Find-VirtualDisk($Bound) {
  $found = @(Get-Things IscsiVirtualDisk | Where-Object { $null -eq $Bound['Path'] -or $_.Path -eq $Bound.Path })
  if (-not $found -and $null -ne $Bound['Path']) { Stop-StandIn "The virtual disk '$($Bound.Path)' is not found." 'Microsoft.Iscsi.Target.Commands' 'ObjectNotFound' }
  $found
}
Add-Behaviour Get-IscsiVirtualDisk { param($p) foreach ($disk in @(Find-VirtualDisk $p)) { Show-VirtualDisk $disk } }
Add-Behaviour Remove-IscsiVirtualDisk -Changes -Lasts 2 -Of 'mapped-disk-stays' {
  param($p)
  foreach ($disk in @(Find-VirtualDisk $p)) {
    if (Get-Things IscsiTargetMapping | Where-Object { $_.Path -eq $disk.Path }) { Stop-StandIn "The virtual disk '$($disk.Path)' is assigned to a target." 'Microsoft.Iscsi.Target.Commands' 'ResourceBusy' }
    Set-Things IscsiVirtualDisk (Get-Things IscsiVirtualDisk | Where-Object { $_.Path -ne $disk.Path })
  }
}

function Find-ServerTarget($Bound) {
  $found = @(Get-Things IscsiServerTarget | Where-Object { $null -eq $Bound['TargetName'] -or $_.TargetName -eq $Bound.TargetName })
  if (-not $found -and $null -ne $Bound['TargetName']) { Stop-StandIn "The target '$($Bound.TargetName)' is not found." 'Microsoft.Iscsi.Target.Commands' 'ObjectNotFound' }
  $found
}
function Show-ServerTarget($Target) {
  [pscustomobject]@{
    PSTypeName = 'Microsoft.Iscsi.Target.Commands.IscsiServerTarget'; TargetName = $Target.TargetName; TargetIqn = "iqn.1991-05.com.microsoft:$($World.computer.name.ToLowerInvariant())-$($Target.TargetName)-target"
    Status = 'NotConnected'; InitiatorIds = @($Target.InitiatorIds)
    LunMappings = @(foreach ($one in Get-Things IscsiTargetMapping) { if ($one.TargetName -eq $Target.TargetName) { [pscustomobject]@{ TargetName = $one.TargetName; Path = $one.Path; Lun = $one.Lun } } })
  }
}
Add-Behaviour New-IscsiServerTarget -Changes -Lasts 2 {
  param($p)
  if (Get-Things IscsiServerTarget | Where-Object { $_.TargetName -eq $p.TargetName }) { Stop-StandIn "The target '$($p.TargetName)' exists." 'Microsoft.Iscsi.Target.Commands' 'ResourceExists' }
  $target = @{ TargetName = $p.TargetName; InitiatorIds = @($p['InitiatorIds'] | ForEach-Object { "$_" }) }
  Add-Thing IscsiServerTarget $target
  Show-ServerTarget $target
}
Add-Behaviour Get-IscsiServerTarget { param($p) foreach ($target in @(Find-ServerTarget $p)) { Show-ServerTarget $target } }
Add-Behaviour Set-IscsiServerTarget -Changes -Lasts 1 { param($p) foreach ($target in @(Find-ServerTarget $p)) { if ($null -ne $p['InitiatorIds']) { $target.InitiatorIds = @($p.InitiatorIds | ForEach-Object { "$_" }) } } }
Add-Behaviour Remove-IscsiServerTarget -Changes -Lasts 2 -Of 'target-takes-its-mappings' {
  param($p)
  foreach ($target in @(Find-ServerTarget $p)) {
    Set-Things IscsiServerTarget (Get-Things IscsiServerTarget | Where-Object { $_.TargetName -ne $target.TargetName })
    Set-Things IscsiTargetMapping (Get-Things IscsiTargetMapping | Where-Object { $_.TargetName -ne $target.TargetName })
  }
}
Add-Behaviour Add-IscsiVirtualDiskTargetMapping -Changes -Lasts 1 {
  param($p)
  [void](Find-ServerTarget $p); [void](Find-VirtualDisk @{ Path = $p.Path })
  if (Get-Things IscsiTargetMapping | Where-Object { $_.TargetName -eq $p.TargetName -and ($_.Path -eq $p.Path -or $_.Lun -eq $p['Lun']) }) { Stop-StandIn "The virtual disk '$($p.Path)' is assigned to the target '$($p.TargetName)'." 'Microsoft.Iscsi.Target.Commands' 'ResourceExists' }
  Add-Thing IscsiTargetMapping @{ TargetName = $p.TargetName; Path = $p.Path; Lun = [int]($p['Lun'] ?? @(Get-Things IscsiTargetMapping).Count) }
}
Add-Behaviour Remove-IscsiVirtualDiskTargetMapping -Changes -Lasts 1 {
  param($p)
  if (-not (Get-Things IscsiTargetMapping | Where-Object { $_.TargetName -eq $p.TargetName -and $_.Path -eq $p.Path })) { Stop-StandIn "The virtual disk '$($p.Path)' is not assigned to '$($p.TargetName)'." 'Microsoft.Iscsi.Target.Commands' 'ObjectNotFound' }
  Set-Things IscsiTargetMapping (Get-Things IscsiTargetMapping | Where-Object { $_.TargetName -ne $p.TargetName -or $_.Path -ne $p.Path })
}
Add-Behaviour Get-IscsiTargetServerSetting { param($p) [pscustomobject]@{ PSTypeName = 'Microsoft.Iscsi.Target.Commands.TargetServerSetting'; ComputerName = $World.computer.name; IsClustered = $false; Portals = @(foreach ($one in Get-Things IscsiTargetServerSetting) { [pscustomobject]@{ IP = $one.IP; Enabled = $one.Enabled } }) } }
Add-Behaviour Set-IscsiTargetServerSetting -Changes -Lasts 2 {
  param($p)
  Set-Things IscsiTargetServerSetting (Get-Things IscsiTargetServerSetting | Where-Object { $_.IP -ne "$($p['IP'])" })
  Add-Thing IscsiTargetServerSetting @{ IP = "$($p['IP'])"; Enabled = [bool]($p['Enable'] ?? $true) }
}

foreach ($word in 'Enable', 'Disable') {
  Add-Behaviour "$word-NetFirewallRule" -Changes -Lasts 1 -With ($word -eq 'Enable') {
    param($p, $to)
    foreach ($name in @($p['Name'])) { Set-Things NetFirewallRule (Get-Things NetFirewallRule | Where-Object { $_.Name -ne $name }); if ($to) { Add-Thing NetFirewallRule @{ Name = $name; Enabled = 'True' } } }
  }
  Add-Behaviour "$word-MSDSMAutomaticClaim" -Changes -Lasts 2 -With ($word -eq 'Enable') {
    param($p, $to)
    Set-Things MSDSMAutomaticClaim (Get-Things MSDSMAutomaticClaim | Where-Object { $_.BusType -ne "$($p.BusType)" })
    if ($to) { Add-Thing MSDSMAutomaticClaim @{ BusType = "$($p.BusType)" } }
  }
}
Add-Behaviour Get-NetFirewallRule {
  param($p) foreach ($name in @($p['Name'])) { [pscustomobject]@{ PSTypeName = 'MSFT_NetFirewallRule'; Name = $name; InstanceID = $name; DisplayName = $name; Enabled = if (Get-Things NetFirewallRule | Where-Object { $_.Name -eq $name }) { 'True' } else { 'False' } } }
}
Add-Behaviour Get-MSDSMAutomaticClaimSettings {
  param($p) $claimed = @(Get-Things MSDSMAutomaticClaim | ForEach-Object { $_.BusType }); @{ SAS = $claimed -contains 'SAS'; iSCSI = $claimed -contains 'iSCSI' }
}
Add-Behaviour Get-MSDSMGlobalDefaultLoadBalancePolicy { param($p) @(Get-Things MSDSMPolicy | ForEach-Object { $_.Policy }) + 'None' | Select-Object -First 1 }
Add-Behaviour Set-MSDSMGlobalDefaultLoadBalancePolicy -Changes -Lasts 1 { param($p) Set-Things MSDSMPolicy @(if ("$($p.Policy)" -ne 'None') { @{ Policy = "$($p.Policy)" } }) }

# The services that a guide sets; the others of Windows are nobody's business here.
function Find-Service([string] $Name) { Get-Things Service | Where-Object { $_.Name -eq $Name } }
Add-Behaviour Get-Service {
  param($p)
  $all = @(@{ Name = 'MSiSCSI'; Status = 'Stopped'; StartType = 'Manual' } | Where-Object { -not (Find-Service $_.Name) }) + @(Get-Things Service)
  foreach ($one in $all) { if ($null -eq $p['Name'] -or @($p.Name) -contains $one.Name) { [pscustomobject]@{ Name = $one.Name; ServiceName = $one.Name; Status = $one.Status; StartType = $one.StartType } } }
}
function Set-ServiceState([string] $Name, [hashtable] $To) {
  $one = (Find-Service $Name) ?? @{ Name = $Name; Status = 'Stopped'; StartType = 'Manual' }
  foreach ($key in $To.Keys) { $one[$key] = $To[$key] }
  Set-Things Service (Get-Things Service | Where-Object { $_.Name -ne $Name })
  # As it is where nobody has touched it.
  if ($one.Status -ne 'Stopped' -or $one.StartType -ne 'Manual') { Add-Thing Service $one }
}
Add-Behaviour Set-Service -Changes -Lasts 1 { param($p) if ($null -ne $p['StartupType']) { Set-ServiceState $p.Name @{ StartType = "$($p.StartupType)" } } }
Add-Behaviour Start-Service -Changes -Lasts 2 { param($p) foreach ($name in @($p.Name)) { Set-ServiceState $name @{ Status = 'Running' } } }
Add-Behaviour Stop-Service -Changes -Lasts 2 { param($p) foreach ($name in @($p.Name)) { Set-ServiceState $name @{ Status = 'Stopped' } } }

function Assert-Initiator {
  $service = Find-Service 'MSiSCSI'
  if (-not $service -or $service.Status -ne 'Running') { Stop-StandIn 'The iSCSI initiator service is not running.' 'HRESULT 0xefff0001' 'ConnectionError' }
}
# An initiator reaches a portal from an address that it has.
function Assert-Way([string] $From) {
  if (-not ($World.addresses | Where-Object { $_.address -eq $From -and (Get-AddressState $_) -eq 'Preferred' })) { Stop-StandIn "Connection Failed: no interface has the address $From." 'HRESULT 0xefff0003' 'ConnectionError' }
}
Add-Behaviour Get-IscsiTargetPortal {
  param($p) foreach ($one in Get-Things IscsiTargetPortal) { if ($null -eq $p['TargetPortalAddress'] -or @($p.TargetPortalAddress) -contains $one.TargetPortalAddress) { [pscustomobject]@{ PSTypeName = 'MSFT_iSCSITargetPortal'; TargetPortalAddress = $one.TargetPortalAddress; TargetPortalPortNumber = 3260; InitiatorPortalAddress = $one.InitiatorPortalAddress; IsDataDigest = $false; IsHeaderDigest = $false } } }
}
Add-Behaviour New-IscsiTargetPortal -Changes -Lasts 2 -Of 'initiator-service' {
  param($p)
  Assert-Initiator
  Assert-Way "$($p['InitiatorPortalAddress'])"
  if (Get-Things IscsiTargetPortal | Where-Object { $_.TargetPortalAddress -eq $p.TargetPortalAddress -and $_.InitiatorPortalAddress -eq "$($p['InitiatorPortalAddress'])" }) { Stop-StandIn 'The target portal exists.' 'HRESULT 0xefff003f' 'ResourceExists' }
  Add-Thing IscsiTargetPortal @{ TargetPortalAddress = $p.TargetPortalAddress; InitiatorPortalAddress = "$($p['InitiatorPortalAddress'])" }
}
Add-Behaviour Remove-IscsiTargetPortal -Changes -Lasts 1 {
  param($p)
  $gone = @(Get-Things IscsiTargetPortal | Where-Object { $_.TargetPortalAddress -eq $p.TargetPortalAddress -and ($null -eq $p['InitiatorPortalAddress'] -or $_.InitiatorPortalAddress -eq $p.InitiatorPortalAddress) })
  if (-not $gone) { Stop-NotFound 'MSFT_iSCSITargetPortal' 'TargetPortalAddress' $p.TargetPortalAddress }
  Set-Things IscsiTargetPortal (Get-Things IscsiTargetPortal | Where-Object { $one = $_; -not ($gone | Where-Object { [object]::ReferenceEquals($_, $one) }) })
}
Add-Behaviour Connect-IscsiTarget -Changes -Lasts 3 -Of 'session-per-portal', 'initiator-service' {
  param($p)
  Assert-Initiator
  $portal = Get-Things IscsiTargetPortal | Where-Object { $_.TargetPortalAddress -eq $p['TargetPortalAddress'] }
  if (-not $portal) { Stop-StandIn 'The target name is not found or is marked as hidden from login.' 'HRESULT 0xefff0009' 'ObjectNotFound' }
  if (Get-Things IscsiConnection | Where-Object { $_.TargetAddress -eq $p.TargetPortalAddress -and $_.InitiatorAddress -eq $p['InitiatorPortalAddress'] }) { Stop-StandIn 'The target has already been logged in via an iSCSI session.' 'HRESULT 0xefff003f' 'ResourceExists' }
  Assert-Way "$($p['InitiatorPortalAddress'])"
  Add-Thing IscsiConnection @{ NodeAddress = $p.NodeAddress; TargetAddress = $p.TargetPortalAddress; InitiatorAddress = "$($p['InitiatorPortalAddress'])" }
}
Add-Behaviour Get-IscsiConnection { param($p) foreach ($one in Get-Things IscsiConnection) { [pscustomobject]@{ PSTypeName = 'MSFT_iSCSIConnection'; InitiatorAddress = $one.InitiatorAddress; TargetAddress = $one.TargetAddress; TargetPortNumber = 3260; ConnectionIdentifier = "$($one.InitiatorAddress)-0" } } }
Add-Behaviour Disconnect-IscsiTarget -Changes -Lasts 2 -Of 'disconnect-takes-all' {
  param($p)
  $gone = @(Get-Things IscsiConnection | Where-Object { $_.NodeAddress -eq $p.NodeAddress })
  if (-not $gone) { Stop-NotFound 'MSFT_iSCSITarget' 'NodeAddress' $p.NodeAddress }
  Set-Things IscsiConnection (Get-Things IscsiConnection | Where-Object { $_.NodeAddress -ne $p.NodeAddress })
}
Add-Behaviour Get-Disk {
  param($p)
  $disks = @([pscustomobject]@{ PSTypeName = 'MSFT_Disk'; Number = 0; FriendlyName = 'System'; Size = 480GB; PartitionStyle = 'GPT'; OperationalStatus = 'Online'; BusType = 'SAS' })
  if (Get-Things IscsiConnection) { foreach ($n in 1, 2) { $disks += [pscustomobject]@{ PSTypeName = 'MSFT_Disk'; Number = $n; FriendlyName = 'MSFT Virtual HD'; Size = ($n -eq 1 ? 1GB : 200GB); PartitionStyle = 'RAW'; OperationalStatus = 'Offline'; BusType = 'iSCSI' } } }
  $disks
}
