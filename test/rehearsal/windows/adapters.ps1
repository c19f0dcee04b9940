# Network adapters, as NetAdapter shows them: cards, the interfaces of teams, and the host's own adapters at virtual switches.

# What every command asks is written as loops: pipelines took most of the time of a rehearsal.
function Get-Adapter([string] $Id) { foreach ($one in $World.adapters) { if ($one.id -eq $Id) { return $one } } }
function Get-ShownAdapters { foreach ($one in $World.adapters) { if ($null -ne $one.shownAt -and $one.shownAt -le $World.now) { $one } } }
function Find-Adapter([string] $Name) { foreach ($one in $World.adapters) { if ($one.name -eq $Name -and $null -ne $one.shownAt -and $one.shownAt -le $World.now) { $one } } }
function Get-TeamOfMember([string] $Id) { foreach ($team in $World.teams) { if ($team.members -contains $Id) { return $team } } }

# Which adapters are up, by id: a card with a link; what a team or a virtual switch is made on, as that is. A command that only looks asks once.
function Get-UpAdapters {
  if ($null -ne $script:Seen) { return $script:Seen }
  $up = @{}
  foreach ($one in $World.adapters) { if ($one.kind -eq 'nic') { $up[$one.id] = $one.enabled -and $one.link } }
  foreach ($team in $World.teams) {
    $is = $false
    if ($null -ne $team.upAt -and $team.upAt -le $World.now) { foreach ($id in $team.members) { if ($up[$id]) { $is = $true } } }
    foreach ($one in $World.adapters) { if ($one.kind -eq 'team-nic' -and $one.team -eq $team.name) { $up[$one.id] = $is } }
  }
  foreach ($at in $World.switches) {
    $is = $at.adapters.Count -eq 0
    foreach ($id in $at.adapters) { if ($up[$id]) { $is = $true } }
    foreach ($own in $World.management) { if ($own.switch -eq $at.id) { $up[$own.id] = $is } }
  }
  $up
}
function Test-AdapterUp($Adapter) { [bool]($script:Seen ?? (Get-UpAdapters))[$Adapter.id] }

# Windows numbers the descriptions of one driver in the order in which its adapters are made.
function New-Description([string] $Driver) {
  $taken = @($World.adapters | ForEach-Object description)
  if ($taken -notcontains $Driver) { return $Driver }
  for ($n = 2; ; $n++) { if ($taken -notcontains "$Driver #$n") { return "$Driver #$n" } }
}

function New-JumboPacket {
  @{ keyword = '*JumboPacket'; value = 'Disabled'; registry = '1514'; default = 'Disabled'; values = @('Disabled', '4088 Bytes', '9014 Bytes'); byRegistry = @{ '1514' = 'Disabled'; '4088' = '4088 Bytes'; '9014' = '9014 Bytes' } }
}

function New-Adapter([string] $Name, [string] $Kind, [string] $Driver, [string] $Mac, [double] $After) {
  $World.index += 1
  $adapter = @{
    id = New-Id; name = $Name; description = New-Description $Driver; mac = $Mac; ifIndex = $World.index; kind = $Kind; speed = 1000000000
    link = $true; enabled = $true; shownAt = ($World.never ? $null : $World.now + $After); bindings = @{ ms_tcpip = $true; ms_tcpip6 = $true; ms_server = $true; ms_msclient = $true; ms_implat = $false }
    dhcp = 'Enabled'; dns = @(); category = 'Public'; properties = ($Kind -eq 'vethernet' ? @{ 'Jumbo Packet' = (New-JumboPacket) } : @{}); capabilities = @{}; team = ''; vlan = 0
  }
  $World.adapters = @($World.adapters) + @($adapter)
  $adapter
}

function Remove-Adapter([string] $Id) {
  $World.adapters = @($World.adapters | Where-Object { $_.id -ne $Id })
  $World.addresses = @($World.addresses | Where-Object { $_.adapter -ne $Id })
  $World.routes = @($World.routes | Where-Object { $_.adapter -ne $Id })
}


function Show-Adapter($Adapter) {
  $ups = $script:Seen ?? (Get-UpAdapters)
  $up = [bool]$ups[$Adapter.id]
  $speed = if ($Adapter.kind -eq 'team-nic') {
    $sum = 0.0
    foreach ($team in $World.teams) {
      if ($team.name -eq $Adapter.team) { foreach ($one in $World.adapters) { if ($ups[$one.id] -and $team.members -contains $one.id) { $sum += $one.speed } } }
    }
    $sum
  } else { [double]$Adapter.speed }
  [pscustomobject]@{
      PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetAdapter'
      Name = $Adapter.name; InterfaceAlias = $Adapter.name; InterfaceDescription = $Adapter.description; DriverDescription = $Adapter.description
      ifIndex = $Adapter.ifIndex; InterfaceIndex = $Adapter.ifIndex; InterfaceGuid = $Adapter.id; DeviceID = $Adapter.id; ifDesc = $Adapter.description; ifAlias = $Adapter.name
      Status = if (-not $Adapter.enabled) { 'Disabled' } elseif ($up) { 'Up' } else { 'Disconnected' }
      AdminStatus = if ($Adapter.enabled) { 'Up' } else { 'Down' }; ifOperStatus = if ($up) { 'Up' } else { 'Down' }
      MediaConnectionState = if ($up) { 'Connected' } else { 'Disconnected' }; MediaConnectState = if ($up) { 1 } else { 2 }
      MacAddress = $Adapter.mac; PermanentAddress = $Adapter.mac.Replace('-', ''); LinkSpeed = if ($speed -ge 1e9) { "$($speed / 1e9) Gbps" } else { "$($speed / 1e6) Mbps" }; Speed = $speed; ReceiveLinkSpeed = $speed; TransmitLinkSpeed = $speed
      FullDuplex = $true; MtuSize = 1500; VlanID = $Adapter.vlan; Virtual = $Adapter.kind -ne 'nic'; HardwareInterface = $Adapter.kind -eq 'nic'; ConnectorPresent = $Adapter.kind -eq 'nic'
    }
}

# What -Name, -InterfaceDescription, -InterfaceIndex and -InputObject of the NetAdapter commands choose.
function Select-Adapters($Bound) {
  $shown = @(Get-ShownAdapters)
  if ($Bound['Physical']) { $shown = @(foreach ($one in $shown) { if ($one.kind -eq 'nic') { $one } }) }
  if ($Bound['InputObject']) { return @($Bound.InputObject | ForEach-Object { $id = $_.DeviceID; $shown | Where-Object { $_.id -eq $id } }) }
  foreach ($way in @('Name', 'name', 'Name'), @('InterfaceDescription', 'description', 'InterfaceDescription'), @('InterfaceAlias', 'name', 'Name'), @('InterfaceIndex', 'ifIndex', 'InterfaceIndex')) {
    $wanted = $Bound[$way[0]]
    if ($null -eq $wanted) { continue }
    foreach ($one in @($wanted)) {
      $found = @(foreach ($adapter in $shown) { if ($adapter[$way[1]] -like "$one") { $adapter } })
      if (-not $found -and "$one" -notmatch '[*?]') { Stop-NotFound 'MSFT_NetAdapter' $way[2] $one }
      $found
    }
    return
  }
  $shown
}

Add-Behaviour Get-NetAdapter { param($p) foreach ($adapter in @(Select-Adapters $p)) { Show-Adapter $adapter } }

Add-Behaviour Rename-NetAdapter -Changes -Lasts 1 {
  param($p)
  if (Find-Adapter $p.NewName) { Stop-StandIn 'An attempt was made to create an object and the object name already existed' 'Windows System Error 183' 'ResourceExists' }
  foreach ($adapter in @(Select-Adapters $p)) { $adapter.name = $p.NewName }
}

Add-Behaviour Get-NetAdapterVmqQueue { }

foreach ($word in 'Enable', 'Disable') {
  $to = $word -eq 'Enable'
  Add-Behaviour "$word-NetAdapter" -Changes -Lasts 3 -With $to { param($p, $to) foreach ($adapter in @(Select-Adapters $p)) { $adapter.enabled = $to } }
  Add-Behaviour "$word-NetAdapterBinding" -Changes -Lasts 2 -With $to {
    param($p, $to) foreach ($adapter in @(Select-Adapters $p)) { foreach ($id in @($p.ComponentID)) { $adapter.bindings[$id] = $to } }
  }
  foreach ($capability in 'Rss', 'Vmq', 'Rdma', 'Sriov') {
    Add-Behaviour "$word-NetAdapter$capability" -Changes -Lasts 3 -With @{ to = $to; name = $capability } {
      param($p, $with) foreach ($adapter in @(Select-Adapters $p)) { $adapter.capabilities[$with.name] = $with.to }
    }
  }
}
foreach ($capability in 'Rss', 'Vmq', 'Rdma', 'Sriov') {
  Add-Behaviour "Get-NetAdapter$capability" -With $capability {
    param($p, $name) foreach ($adapter in @(Select-Adapters $p)) {
      [pscustomobject]@{ PSTypeName = "MSFT_NetAdapter$name"; Name = $adapter.name; InterfaceDescription = $adapter.description; Enabled = [bool]$adapter.capabilities[$name] }
    }
  }
}

$Bindings = [ordered]@{
  ms_implat = 'Microsoft Network Adapter Multiplexor Protocol'; ms_msclient = 'Client for Microsoft Networks'; ms_server = 'File and Printer Sharing for Microsoft Networks'
  ms_tcpip = 'Internet Protocol Version 4 (TCP/IPv4)'; ms_tcpip6 = 'Internet Protocol Version 6 (TCP/IPv6)'
}
Add-Behaviour Get-NetAdapterBinding -Of 'member-is-unbound' {
  param($p)
  foreach ($adapter in @(Select-Adapters $p)) {
    $inTeam = [bool](Get-TeamOfMember $adapter.id)
    foreach ($id in $Bindings.Keys) {
      if ($null -ne $p['ComponentID'] -and @($p.ComponentID) -notcontains $id) { continue }
      $bound = if ($inTeam) { $id -eq 'ms_implat' } else { [bool]$adapter.bindings[$id] }
      [pscustomobject]@{ PSTypeName = 'MSFT_NetAdapterBindingSettingData'; Name = $adapter.name; InterfaceAlias = $adapter.name; DisplayName = $Bindings[$id]; ComponentID = $id; Enabled = $bound }
    }
  }
}

Add-Behaviour Get-NetAdapterAdvancedProperty {
  param($p)
  foreach ($adapter in @(Select-Adapters $p)) {
    foreach ($name in @($adapter.properties.Keys)) {
      $one = $adapter.properties[$name]
      if ($null -ne $p['DisplayName'] -and -not (@($p.DisplayName) | Where-Object { $name -like $_ })) { continue }
      if ($null -ne $p['RegistryKeyword'] -and -not (@($p.RegistryKeyword) | Where-Object { $one.keyword -like $_ })) { continue }
      [pscustomobject]@{ PSTypeName = 'MSFT_NetAdapterAdvancedPropertySettingData'; Name = $adapter.name; InterfaceDescription = $adapter.description; DisplayName = $name; DisplayValue = $one.value; RegistryKeyword = $one.keyword; RegistryValue = @($one.registry); ValidDisplayValues = @($one['values']); DefaultDisplayValue = $one.default }
    }
  }
}
Add-Behaviour Set-NetAdapterAdvancedProperty -Changes -Lasts 3 {
  param($p)
  foreach ($adapter in @(Select-Adapters $p)) {
    $found = @($adapter.properties.Keys | Where-Object { $_ -eq $p['DisplayName'] -or $adapter.properties[$_].keyword -eq $p['RegistryKeyword'] })
    if (-not $found) { Stop-NotFound 'MSFT_NetAdapterAdvancedPropertySettingData' 'DisplayName' "$($p['DisplayName'])$($p['RegistryKeyword'])" }
    foreach ($name in $found) {
      $one = $adapter.properties[$name]
      # One that has no list of values takes a number.
      if ($null -eq $one['values']) {
        $one.registry = "$(@($p['RegistryValue'] ?? $p['DisplayValue'])[0])"
        $one.value = $one.registry
        continue
      }
      $value = if ($null -ne $p['DisplayValue']) { "$($p.DisplayValue)" } else { $one.byRegistry["$(@($p.RegistryValue)[0])"] }
      if ($one.values -notcontains $value) { Stop-StandIn "The specified value '$value' is not valid for '$name'." }
      $one.value = $value
      $one.registry = @($one.byRegistry.Keys | Where-Object { $one.byRegistry[$_] -eq $value })[0]
    }
  }
}
