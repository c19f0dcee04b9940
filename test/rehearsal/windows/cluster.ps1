# A failover cluster, and the roles of a DHCP server. Rows of behaviour.json have the sources.

Add-Behaviour New-Cluster -Changes -Lasts 40 -Of 'cluster-nodes-once', 'disks-by-hand' {
  param($p)
  if (Get-Things Cluster) { Stop-StandIn 'This computer is already joined to a cluster.' 'New-Cluster' 'ResourceExists' }
  Add-Thing Cluster @{ Name = $p['Name']; Nodes = @($p['Node'] | ForEach-Object { "$_" }); Address = @($p['StaticAddress'] | ForEach-Object { "$_" }); Quorum = '' }
  $World.registry['HKLM:\Cluster'] = @{}
  [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.Cluster'; Name = $p['Name'] }
}
function Get-OwnCluster {
  $own = @(Get-Things Cluster)
  if (-not $own) { Stop-StandIn 'The cluster service is not running. Make sure that the service is running on all nodes in the cluster.' 'ClusterObjectNotFound' 'ConnectionError' }
  $own[0]
}
Add-Behaviour Get-Cluster { param($p) $own = Get-OwnCluster; [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.Cluster'; Name = $own.Name; Domain = 'rehearsed.example' } }
Add-Behaviour Get-ClusterNode { param($p) foreach ($name in (Get-OwnCluster).Nodes) { [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterNode'; Name = $name; State = 'Up' } } }
Add-Behaviour Get-ClusterNetwork { param($p) [void](Get-OwnCluster); [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterNetwork'; Name = 'Cluster Network 1'; Address = '10.0.0.0'; Role = 3; State = 'Up' } }
Add-Behaviour Get-ClusterQuorum { param($p) $own = Get-OwnCluster; [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterQuorumSettings'; Cluster = $own.Name; QuorumResource = if ($own.Quorum) { $own.Quorum } else { $null } } }
Add-Behaviour Set-ClusterQuorum -Changes -Lasts 5 { param($p) $own = Get-OwnCluster; $own.Quorum = "$($p['DiskWitness'])" }
# No machine of anybody's is a role of it.
Add-Behaviour Get-ClusterGroup { param($p) [void](Get-OwnCluster); foreach ($name in 'Available Storage', 'Cluster Group') { [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterGroup'; Name = $name; GroupType = $name -replace ' Group| '; State = 'Online' } } }
Add-Behaviour Remove-Cluster -Changes -Lasts 20 -Of 'cluster-takes-its-volumes' {
  param($p)
  [void](Get-OwnCluster)
  foreach ($noun in 'Cluster', 'ClusterSharedVolume') { Set-Things $noun @() }
  [void]$World.registry.Remove('HKLM:\Cluster')
}
Add-Behaviour Remove-ClusterSharedVolume -Changes -Lasts 5 {
  param($p)
  [void](Get-OwnCluster)
  if (-not (Get-Things ClusterSharedVolume | Where-Object { $_.Name -eq $p.Name })) { Stop-StandIn "There is no shared volume '$($p.Name)'." 'Remove-ClusterSharedVolume' 'ObjectNotFound' }
  Set-Things ClusterSharedVolume (Get-Things ClusterSharedVolume | Where-Object { $_.Name -ne $p.Name })
}
Add-Behaviour Get-ClusterSharedVolume { param($p) [void](Get-OwnCluster); foreach ($one in Get-Things ClusterSharedVolume) { [pscustomobject]@{ PSTypeName = 'Microsoft.FailoverClusters.PowerShell.ClusterSharedVolume'; Name = $one.Name; State = 'Online'; OwnerNode = $World.computer.name } } }
Add-Behaviour Add-ClusterSharedVolume -Changes -Lasts 5 {
  param($p)
  [void](Get-OwnCluster)
  if (Get-Things ClusterSharedVolume | Where-Object { $_.Name -eq $p.Name }) { Stop-StandIn "The resource '$($p.Name)' is a shared volume." 'Add-ClusterSharedVolume' 'ResourceExists' }
  Add-Thing ClusterSharedVolume @{ Name = $p.Name }
}

Add-Behaviour Add-DhcpServerInDC -Changes -Lasts 3 {
  param($p)
  if (Get-Things DhcpServerInDC | Where-Object { $_.DnsName -eq $p['DnsName'] }) { Stop-StandIn "Failed to authorize the server $($p['DnsName']): it is authorized." 'DHCP 20070' 'ResourceExists' }
  Add-Thing DhcpServerInDC @{ DnsName = "$($p['DnsName'])"; IPAddress = "$($p['IPAddress'])" }
}
Add-Behaviour Get-DhcpServerInDC { param($p) foreach ($one in Get-Things DhcpServerInDC) { [pscustomobject]@{ PSTypeName = 'DhcpServerInDC'; DnsName = $one.DnsName; IPAddress = $one.IPAddress } } }
Add-Behaviour Remove-DhcpServerInDC -Changes -Lasts 2 { param($p) Set-Things DhcpServerInDC (Get-Things DhcpServerInDC | Where-Object { $_.DnsName -ne "$($p['DnsName'])" }) }

function Get-ScopeOf([string] $Address, [string] $Mask) {
  $own = ([ipaddress]$Mask).GetAddressBytes(); $at = ([ipaddress]$Address).GetAddressBytes()
  @(foreach ($byte in 0..3) { $at[$byte] -band $own[$byte] }) -join '.'
}
function Find-Scope($Bound) {
  $found = @(Get-Things DhcpServerv4Scope | Where-Object { $null -eq $Bound['ScopeId'] -or @($Bound.ScopeId | ForEach-Object { "$_" }) -contains $_.ScopeId })
  if (-not $found -and $null -ne $Bound['ScopeId']) { Stop-StandIn "Failed to get information of scope $($Bound.ScopeId)." 'DHCP 20005' 'ObjectNotFound' }
  $found
}
Add-Behaviour Get-DhcpServerv4Scope -Of 'scope-by-mask' { param($p) foreach ($one in @(Find-Scope $p)) { [pscustomobject]@{ PSTypeName = 'DhcpServerv4Scope'; ScopeId = $one.ScopeId; Name = $one.Name; StartRange = $one.StartRange; EndRange = $one.EndRange; SubnetMask = $one.SubnetMask; State = 'Active' } } }
Add-Behaviour Add-DhcpServerv4Scope -Changes -Lasts 2 -Of 'scope-by-mask' {
  param($p)
  $id = Get-ScopeOf "$($p.StartRange)" "$($p.SubnetMask)"
  if (Get-Things DhcpServerv4Scope | Where-Object { $_.ScopeId -eq $id }) { Stop-StandIn "Failed to add scope $id. The scope already exists." 'DHCP 20010' 'ResourceExists' }
  Add-Thing DhcpServerv4Scope @{ ScopeId = $id; Name = $p['Name']; StartRange = "$($p.StartRange)"; EndRange = "$($p.EndRange)"; SubnetMask = "$($p.SubnetMask)" }
}
Add-Behaviour Remove-DhcpServerv4Scope -Changes -Lasts 2 -Of 'scope-takes-what-is-in-it' {
  param($p)
  $gone = if ($p['InputObject']) { @($p.InputObject | ForEach-Object { "$($_.ScopeId)" }) } else { @($p['ScopeId'] | ForEach-Object { "$_" }) }
  foreach ($noun in 'DhcpServerv4Scope', 'DhcpServerv4Option', 'DhcpServerv4Reservation') { Set-Things $noun (Get-Things $noun | Where-Object { $gone -notcontains $_.ScopeId }) }
}
$DhcpOptions = [ordered]@{ Router = 3; DnsServer = 6; DnsDomain = 15 }
Add-Behaviour Set-DhcpServerv4OptionValue -Changes -Lasts 1 {
  param($p)
  [void](Find-Scope $p)
  foreach ($name in $DhcpOptions.Keys) {
    if ($null -eq $p[$name]) { continue }
    $id = $DhcpOptions[$name]
    Set-Things DhcpServerv4Option (Get-Things DhcpServerv4Option | Where-Object { $_.ScopeId -ne "$($p.ScopeId)" -or $_.OptionId -ne $id })
    Add-Thing DhcpServerv4Option @{ ScopeId = "$($p.ScopeId)"; OptionId = $id; Value = @($p[$name] | ForEach-Object { "$_" }) }
  }
}
Add-Behaviour Get-DhcpServerv4OptionValue {
  param($p)
  [void](Find-Scope $p)
  foreach ($one in Get-Things DhcpServerv4Option) { if ($one.ScopeId -eq "$($p['ScopeId'])" -and ($null -eq $p['OptionId'] -or @($p.OptionId) -contains $one.OptionId)) { [pscustomobject]@{ PSTypeName = 'DhcpServerv4OptionValue'; OptionId = [uint32]$one.OptionId; Value = [string[]]$one.Value } } }
}
Add-Behaviour Remove-DhcpServerv4OptionValue -Changes -Lasts 1 { param($p) Set-Things DhcpServerv4Option (Get-Things DhcpServerv4Option | Where-Object { $_.ScopeId -ne "$($p['ScopeId'])" -or @($p.OptionId) -notcontains $_.OptionId }) }
Add-Behaviour Add-DhcpServerv4Reservation -Changes -Lasts 1 {
  param($p)
  [void](Find-Scope $p)
  if (Get-Things DhcpServerv4Reservation | Where-Object { $_.IPAddress -eq "$($p.IPAddress)" -or $_.ClientId -eq $p.ClientId }) { Stop-StandIn "Failed to add reservation $($p.IPAddress): it exists." 'DHCP 20014' 'ResourceExists' }
  Add-Thing DhcpServerv4Reservation @{ ScopeId = "$($p.ScopeId)"; IPAddress = "$($p.IPAddress)"; ClientId = $p.ClientId; Name = "$($p['Name'])" }
}
Add-Behaviour Get-DhcpServerv4Reservation {
  param($p)
  [void](Find-Scope $p)
  foreach ($one in Get-Things DhcpServerv4Reservation) { if ($null -eq $p['ScopeId'] -or $one.ScopeId -eq "$($p.ScopeId)") { [pscustomobject]@{ PSTypeName = 'DhcpServerv4Reservation'; IPAddress = $one.IPAddress; ScopeId = $one.ScopeId; ClientId = $one.ClientId; Name = $one.Name } } }
}
Add-Behaviour Remove-DhcpServerv4Reservation -Changes -Lasts 1 {
  param($p)
  $gone = @($p['IPAddress'] | ForEach-Object { "$_" })
  Set-Things DhcpServerv4Reservation (Get-Things DhcpServerv4Reservation | Where-Object { $gone -notcontains $_.IPAddress })
}
