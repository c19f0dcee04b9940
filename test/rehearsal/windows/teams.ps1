# LBFO teams.

function Get-TeamStatus($Team) {
  if ($null -eq $Team.upAt -or $Team.upAt -gt $World.now) { return 'Down' }
  $up = 0
  $ups = $script:Seen ?? (Get-UpAdapters)
  foreach ($id in $Team.members) { if ($ups[$id]) { $up++ } }
  if ($up -eq 0) { 'Down' } elseif ($up -lt $Team.members.Count) { 'Degraded' } else { 'Up' }
}

function Set-TeamWait($Team) {
  $Team.upAt = if ($World.never) { $null } else { $World.now + (Get-Row ($Team.mode -eq 'Lacp' ? 'late-lacp-team' : 'late-team')).seconds }
}

function Find-Team([string] $Name) {
  $World.teams | Where-Object { $_.name -eq $Name }
}

function Get-Teams($Bound, [string] $Key = 'Name') {
  if ($Bound['InputObject']) { return @($Bound.InputObject | ForEach-Object { Find-Team $_.Name }) }
  if ($null -eq $Bound[$Key]) { return $World.teams }
  foreach ($name in @($Bound[$Key])) {
    $found = @($World.teams | Where-Object { $_.name -like $name })
    if (-not $found -and $name -notmatch '[*?]') { Stop-NotFound 'MSFT_NetLbfoTeam' 'Name' $name }
    $found
  }
}

function Show-Team($Team) {
  $members = @(foreach ($one in $World.adapters) { if ($Team.members -contains $one.id) { $one.name } })
  [pscustomobject]@{
      PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetLbfoTeam'
      Name = $Team.name; Members = [string[]]@($members | Sort-Object)
      TeamNics = [string[]]@(foreach ($one in $World.adapters) { if ($one.kind -eq 'team-nic' -and $one.team -eq $Team.name) { $one.name } })
      TeamingMode = $Team.mode; LoadBalancingAlgorithm = $Team.loadBalancing; LacpTimer = $Team.lacpTimer; Status = Get-TeamStatus $Team; InstanceID = $Team.id
    }
}

function Get-FreeCard([string] $Name) {
  $card = Find-Adapter $Name
  if (-not $card) { Stop-NotFound 'MSFT_NetAdapter' 'Name' $Name }
  if (Get-TeamOfMember $card.id) { Stop-StandIn "The specified network adapter '$Name' is already a member of a team." 'Windows System Error 183' 'ResourceExists' }
  if ($World.switches | Where-Object { $_.adapters -contains $card.id }) { Stop-StandIn "The network adapter '$Name' is bound to a virtual switch." 'Windows System Error 170' }
  if ($card.kind -ne 'nic') { Stop-StandIn "The network adapter '$Name' cannot be a member of a team." }
  $card
}

Add-Behaviour Get-NetLbfoTeam { param($p) foreach ($team in @(Get-Teams $p)) { Show-Team $team } }

Add-Behaviour New-NetLbfoTeam -Changes -Lasts 4 -Of 'late-team', 'late-lacp-team', 'late-team-interface', 'description-by-order', 'member-is-unbound' {
  param($p)
  if (Find-Team $p.Name) { Stop-StandIn 'Cannot create a file when that file already exists.' 'Windows System Error 183' 'ResourceExists' }
  $nic = $p['TeamNicName'] ?? $p.Name
  if (Find-Adapter $nic) { Stop-StandIn 'An adapter of that name exists.' 'Windows System Error 183' 'ResourceExists' }
  $cards = @($p.TeamMembers | ForEach-Object { Get-FreeCard $_ })
  $team = @{
    id = New-Id; name = $p.Name; members = @($cards | ForEach-Object { $_.id }); mode = "$($p['TeamingMode'] ?? 'SwitchIndependent')"
    loadBalancing = "$($p['LoadBalancingAlgorithm'] ?? $World.computer.teamDefault)"; lacpTimer = "$($p['LacpTimer'] ?? 'Fast')"; upAt = $null
  }
  Set-TeamWait $team
  $World.teams = @($World.teams) + @($team)
  $adapter = New-Adapter $nic 'team-nic' 'Microsoft Network Adapter Multiplexor Driver' $cards[0].mac (Get-Row 'late-team-interface').seconds
  $adapter.team = $team.name
  Show-Team $team
}

Add-Behaviour Set-NetLbfoTeam -Changes -Lasts 2 {
  param($p)
  foreach ($team in @(Get-Teams $p)) {
    if ($null -ne $p['TeamingMode'] -and "$($p.TeamingMode)" -ne $team.mode) { $team.mode = "$($p.TeamingMode)"; Set-TeamWait $team }
    if ($null -ne $p['LoadBalancingAlgorithm']) { $team.loadBalancing = "$($p.LoadBalancingAlgorithm)" }
    if ($null -ne $p['LacpTimer']) { $team.lacpTimer = "$($p.LacpTimer)" }
  }
}

Add-Behaviour Remove-NetLbfoTeam -Changes -Lasts 4 -Of 'team-under-switch-stays' {
  param($p)
  foreach ($team in @(Get-Teams $p)) {
    $nics = @($World.adapters | Where-Object { $_.kind -eq 'team-nic' -and $_.team -eq $team.name })
    if ($World.switches | Where-Object { $at = $_; $nics | Where-Object { $at.adapters -contains $_.id } }) {
      Stop-StandIn 'The team cannot be removed: an interface of it is in use by a virtual switch.' 'Windows System Error 170'
    }
    foreach ($nic in $nics) { Remove-Adapter $nic.id }
    $World.teams = @($World.teams | Where-Object { $_.id -ne $team.id })
  }
}

Add-Behaviour Get-NetLbfoTeamMember {
  param($p)
  foreach ($team in @(Get-Teams $p 'Team')) {
    foreach ($id in $team.members) {
      $card = Get-Adapter $id
      if ($null -ne $p['Name'] -and -not (@($p.Name) | Where-Object { $card.name -like $_ })) { continue }
      $active = (Test-AdapterUp $card) -and $null -ne $team.upAt -and $team.upAt -le $World.now
      [pscustomobject]@{
      PSTypeName = 'MSFT_NetLbfoTeamMember'
          Name = $card.name; InterfaceDescription = $card.description; Team = $team.name; AdministrativeMode = 'Active'
          OperationalStatus = if ($active) { 'Active' } else { 'Failed' }; OperationalMode = if ($active) { 'Active' } else { 'Failed' }
          FailureReason = if ($active) { 'NoFailure' } elseif (Test-AdapterUp $card) { 'LacpNegotiationIncomplete' } else { 'PhysicalMediaDisconnected' }
          TransmitLinkSpeed = [double]$card.speed; ReceiveLinkSpeed = [double]$card.speed
        }
    }
  }
}
Add-Behaviour Add-NetLbfoTeamMember -Changes -Lasts 3 {
  param($p)
  $team = @(Get-Teams $p 'Team')[0]
  foreach ($name in @($p.Name)) { $team.members = @($team.members) + @((Get-FreeCard $name).id) }
  Set-TeamWait $team
}
Add-Behaviour Remove-NetLbfoTeamMember -Changes -Lasts 3 {
  param($p)
  foreach ($team in @(Get-Teams $p 'Team')) {
    $gone = @($p.Name | ForEach-Object { (Find-Adapter $_).id })
    $left = @($team.members | Where-Object { $gone -notcontains $_ })
    if ($left.Count -eq $team.members.Count) { Stop-NotFound 'MSFT_NetLbfoTeamMember' 'Name' $p.Name }
    if ($left.Count -eq 0) { Stop-StandIn 'A team must have at least one member.' }
    $team.members = $left
  }
}

function Show-TeamNic($Adapter) {
  [pscustomobject]@{ PSTypeName = 'MSFT_NetLbfoTeamNic'; Name = $Adapter.name; InterfaceDescription = $Adapter.description; Team = $Adapter.team; VlanID = if ($Adapter.vlan) { [uint32]$Adapter.vlan } else { $null }; Primary = $Adapter.vlan -eq 0; Default = $Adapter.vlan -eq 0; TransmitLinkSpeed = 0; ReceiveLinkSpeed = 0 }
}
Add-Behaviour Get-NetLbfoTeamNic {
  param($p)
  $teams = @(Get-Teams $p 'Team' | ForEach-Object name)
  $nics = @(Get-ShownAdapters | Where-Object { $_.kind -eq 'team-nic' -and $teams -contains $_.team })
  foreach ($nic in @(Select-Named $nics $p['Name'])) { Show-TeamNic $nic }
  if ($null -ne $p['Name'] -and "$($p.Name)" -notmatch '[*?]' -and -not @(Select-Named $nics $p.Name)) { Stop-NotFound 'MSFT_NetLbfoTeamNic' 'Name' $p.Name }
}
Add-Behaviour Add-NetLbfoTeamNic -Changes -Lasts 3 {
  param($p)
  $team = @(Get-Teams $p 'Team')[0]
  $name = $p['Name'] ?? "$($team.name) - VLAN $($p.VlanID)"
  if (Find-Adapter $name) { Stop-StandIn 'An adapter of that name exists.' 'Windows System Error 183' 'ResourceExists' }
  $adapter = New-Adapter $name 'team-nic' 'Microsoft Network Adapter Multiplexor Driver' (Get-Adapter $team.members[0]).mac (Get-Row 'late-team-interface').seconds
  $adapter.team = $team.name
  $adapter.vlan = [int]$p.VlanID
  Show-TeamNic $adapter
}
Add-Behaviour Remove-NetLbfoTeamNic -Changes -Lasts 3 {
  param($p)
  $found = @($World.adapters | Where-Object { $_.kind -eq 'team-nic' -and $_.team -eq $p.Team -and $_.vlan -eq [int]$p.VlanID })
  if (-not $found) { Stop-NotFound 'MSFT_NetLbfoTeamNic' 'VlanID' $p.VlanID }
  foreach ($nic in $found) { Remove-Adapter $nic.id }
}
