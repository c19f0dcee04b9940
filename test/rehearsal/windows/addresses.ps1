# Addresses, interfaces, routes and name servers.

# The interfaces that have IP at all: members of teams and what lies below a virtual switch have none.
function Get-IpAdapters {
  $used = @(foreach ($team in $World.teams) { $team.members }; foreach ($switch in $World.switches) { $switch.adapters })
  foreach ($adapter in $World.adapters) { if ($null -ne $adapter.shownAt -and $adapter.shownAt -le $World.now -and $used -notcontains $adapter.id) { $adapter } }
}

function Select-IpAdapters($Bound, [string] $Class = 'MSFT_NetIPInterface') {
  $shown = @(Get-IpAdapters)
  foreach ($way in @('InterfaceAlias', 'name'), @('InterfaceIndex', 'ifIndex')) {
    if ($null -eq $Bound[$way[0]]) { continue }
    foreach ($one in @($Bound[$way[0]])) {
      $found = @(foreach ($adapter in $shown) { if ($adapter[$way[1]] -like "$one") { $adapter } })
      if (-not $found -and "$one" -notmatch '[*?]') { Stop-NotFound $Class $way[0] $one }
      $found
    }
    return
  }
  $shown
}

# What an interface does with itself while DHCP is on and nobody answers.
function Update-Leases {
  foreach ($adapter in @(Get-IpAdapters)) {
    if ($adapter.dhcp -ne 'Enabled' -or $adapter.shownAt + $Rows['apipa'].seconds -gt $World.now) { continue }
    if (@(foreach ($one in $World.addresses) { if ($one.adapter -eq $adapter.id) { $one } })) { continue }
    $lease = $World.leases[$adapter.name]
    $made = @{ adapter = $adapter.id; address = $lease ?? "169.254.77.$($adapter.ifIndex)"; prefix = if ($lease) { 24 } else { 16 }; origin = if ($lease) { 'Dhcp' } else { 'WellKnown' }; madeAt = $World.now - 60; family = 'IPv4' }
    $World.addresses = @($World.addresses) + @($made)
  }
}

function Get-AddressState($Address) {
  $adapter = Get-Adapter $Address.adapter
  if ($Address['never'] -or -not (Test-AdapterUp $adapter) -or $Address.madeAt + $Rows['tentative'].seconds -gt $World.now) { return 'Tentative' }
  if ($World.wire -contains $Address.address) { 'Duplicate' } else { 'Preferred' }
}

function Show-Address($Address) {
  $adapter = Get-Adapter $Address.adapter
  [pscustomobject]@{
      PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetIPAddress'
      IPAddress = $Address.address; IPv4Address = $Address.address; InterfaceIndex = $adapter.ifIndex; ifIndex = $adapter.ifIndex; InterfaceAlias = $adapter.name; AddressFamily = $Address.family; Type = 'Unicast'
      PrefixLength = [int]$Address.prefix; PrefixOrigin = $Address.origin; SuffixOrigin = if ($Address.origin -eq 'WellKnown') { 'Link' } else { $Address.origin }
      AddressState = Get-AddressState $Address; SkipAsSource = $false; Store = 'ActiveStore'; PolicyStore = 'ActiveStore'
    }
}

function Find-Addresses($Bound) {
  Update-Leases
  $at = @(foreach ($adapter in @(Select-IpAdapters $Bound 'MSFT_NetIPAddress')) { $adapter.id })
  $found = @(foreach ($one in $World.addresses) { if ($at -contains $one.adapter) { $one } })
  if ($null -ne $Bound['InputObject']) { $found = @($Bound.InputObject | ForEach-Object { $one = $_; $found | Where-Object { $_.address -eq $one.IPAddress -and (Get-Adapter $_.adapter).ifIndex -eq $one.InterfaceIndex } }) }
  if ($null -ne $Bound['AddressFamily']) { $found = @(foreach ($one in $found) { if (@($Bound.AddressFamily | ForEach-Object { "$_" }) -contains $one.family) { $one } }) }
  if ($null -ne $Bound['PrefixOrigin']) { $found = @($found | Where-Object { @($Bound.PrefixOrigin | ForEach-Object { "$_" }) -contains $_.origin }) }
  if ($null -ne $Bound['SuffixOrigin']) { $found = @($found | Where-Object { @($Bound.SuffixOrigin | ForEach-Object { "$_" }) -contains ($_.origin -eq 'WellKnown' ? 'Link' : $_.origin) }) }
  if ($null -ne $Bound['AddressState']) { $found = @($found | Where-Object { @($Bound.AddressState | ForEach-Object { "$_" }) -contains (Get-AddressState $_) }) }
  if ($null -ne $Bound['PrefixLength']) { $found = @($found | Where-Object { @($Bound.PrefixLength) -contains $_.prefix }) }
  if ($null -ne $Bound['IPAddress']) {
    $found = @(foreach ($one in @($Bound.IPAddress)) {
        $these = @(foreach ($other in $found) { if ($other.address -like $one) { $other } })
        if (-not $these -and $one -notmatch '[*?]') { Stop-NotFound 'MSFT_NetIPAddress' 'IPAddress' $one }
        $these
      })
  } elseif (-not $found) {
    foreach ($key in 'InterfaceAlias', 'InterfaceIndex') { if ($null -ne $Bound[$key]) { Stop-NotFound 'MSFT_NetIPAddress' $key "$($Bound[$key])" } }
  }
  $found
}

Add-Behaviour Get-NetIPAddress -Of 'apipa', 'tentative' { param($p) foreach ($address in @(Find-Addresses $p)) { Show-Address $address } }

Add-Behaviour New-NetIPAddress -Changes -Lasts 1 -Of 'late-interface', 'dhcp-conflict', 'tentative' {
  param($p)
  $adapters = @(Get-IpAdapters | Where-Object { $_.name -eq $p['InterfaceAlias'] -or ($null -ne $p['InterfaceIndex'] -and $_.ifIndex -eq $p.InterfaceIndex) })
  if (-not $adapters) { Stop-StandIn 'Element not found.' 'Windows System Error 1168' 'ObjectNotFound' }
  Update-Leases
  $adapter = $adapters[0]
  $taken = @($World.addresses | Where-Object { $_.address -eq $p.IPAddress })
  if ($taken) { Stop-StandIn 'The object already exists.' 'Windows System Error 5010' 'ResourceExists' }
  if ($adapter.dhcp -eq 'Enabled') { Stop-StandIn 'Inconsistent parameters PolicyStore PersistentStore and Dhcp Enabled' 'Windows System Error 87' 'InvalidArgument' }
  $made = @{ adapter = $adapter.id; address = $p.IPAddress; prefix = [int]($p['PrefixLength'] ?? 32); origin = 'Manual'; madeAt = $World.now; family = 'IPv4' }
  if ($World.never) { $made.never = $true }
  $World.addresses = @($World.addresses) + @($made)
  if ($null -ne $p['DefaultGateway']) { $World.routes = @($World.routes) + @(@{ adapter = $adapter.id; destination = '0.0.0.0/0'; nextHop = "$($p.DefaultGateway)"; metric = 256 }) }
  Show-Address $made
}
Add-Behaviour Remove-NetIPAddress -Changes -Lasts 1 {
  param($p)
  $gone = @(Find-Addresses $p)
  $World.addresses = @($World.addresses | Where-Object { $one = $_; -not ($gone | Where-Object { $_.address -eq $one.address -and $_.adapter -eq $one.adapter }) })
  if ($null -ne $p['DefaultGateway']) { $World.routes = @($World.routes | Where-Object { $_.nextHop -ne "$($p.DefaultGateway)" }) }
}
Add-Behaviour Set-NetIPAddress -Changes -Lasts 1 {
  param($p) foreach ($one in @(Find-Addresses @{ IPAddress = $p['IPAddress']; InterfaceAlias = $p['InterfaceAlias'] })) { if ($null -ne $p['PrefixLength']) { $one.prefix = [int]$p.PrefixLength } }
}

Add-Behaviour Get-NetIPInterface {
  param($p)
  $ups = Get-UpAdapters
  $families = if ($null -ne $p['AddressFamily']) { @($p.AddressFamily | ForEach-Object { "$_" }) } else { 'IPv6', 'IPv4' }
  foreach ($adapter in @(Select-IpAdapters $p)) {
    foreach ($family in $families) {
      if ($null -ne $p['Dhcp'] -and "$($p.Dhcp)" -ne $adapter.dhcp) { continue }
      [pscustomobject]@{
      PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/MSFT_NetIPInterface'
          InterfaceAlias = $adapter.name; InterfaceIndex = $adapter.ifIndex; ifIndex = $adapter.ifIndex; AddressFamily = $family; Dhcp = if ($family -eq 'IPv4') { $adapter.dhcp } else { 'Enabled' }
          ConnectionState = if ($ups[$adapter.id]) { 'Connected' } else { 'Disconnected' }; NlMtu = $adapter['mtu'] ?? 1500; NlMtuBytes = $adapter['mtu'] ?? 1500; InterfaceMetric = $adapter['metric'] ?? 25
          AutomaticMetric = if ($adapter['metric']) { 'Disabled' } else { 'Enabled' }; Forwarding = 'Disabled'; WeakHostSend = 'Disabled'; WeakHostReceive = 'Disabled'
        }
    }
  }
}
Add-Behaviour Set-NetIPInterface -Changes -Lasts 1 -Of 'dhcp-off-leaves-apipa' {
  param($p)
  $bound = @{ InterfaceAlias = $p['InterfaceAlias']; InterfaceIndex = $p['InterfaceIndex'] }
  if ($null -ne $p['InputObject']) { $bound = @{ InterfaceIndex = @($p.InputObject | ForEach-Object { $_.InterfaceIndex }) } }
  foreach ($adapter in @(Select-IpAdapters $bound)) {
    if ($null -ne $p['Dhcp']) { $adapter.dhcp = "$($p.Dhcp)"; if ($adapter.dhcp -eq 'Enabled') { $adapter.shownAt = [math]::Min($adapter.shownAt, $World.now) } }
    if ($null -ne $p['InterfaceMetric']) { $adapter.metric = [int]$p.InterfaceMetric }
    if ($null -ne $p['NlMtuBytes']) { $adapter.mtu = [int]$p.NlMtuBytes }
  }
}

function Show-Route($Route) {
  $adapter = Get-Adapter $Route.adapter
  [pscustomobject]@{ PSTypeName = 'MSFT_NetRoute'; DestinationPrefix = $Route.destination; InterfaceAlias = $adapter.name; InterfaceIndex = $adapter.ifIndex; ifIndex = $adapter.ifIndex; NextHop = $Route.nextHop; RouteMetric = [int]$Route.metric; AddressFamily = 'IPv4'; Protocol = 'NetMgmt'; Store = 'ActiveStore' }
}
function Find-Routes($Bound) {
  $at = @(Select-IpAdapters $Bound 'MSFT_NetRoute' | ForEach-Object { $_.id })
  $found = @($World.routes | Where-Object { $at -contains $_.adapter -and ($null -eq $Bound['DestinationPrefix'] -or @($Bound.DestinationPrefix) -contains $_.destination) -and ($null -eq $Bound['NextHop'] -or @($Bound.NextHop) -contains $_.nextHop) })
  if (-not $found) { foreach ($key in 'DestinationPrefix', 'InterfaceAlias', 'NextHop') { if ($null -ne $Bound[$key]) { Stop-NotFound 'MSFT_NetRoute' $key "$($Bound[$key])" } } }
  $found
}
Add-Behaviour Get-NetRoute { param($p) Find-Routes $p | ForEach-Object { Show-Route $_ } }
Add-Behaviour New-NetRoute -Changes -Lasts 1 {
  param($p)
  $adapter = @(Select-IpAdapters $p)[0]
  if ($World.routes | Where-Object { $_.adapter -eq $adapter.id -and $_.destination -eq $p.DestinationPrefix -and $_.nextHop -eq "$($p['NextHop'])" }) { Stop-StandIn 'The object already exists.' 'Windows System Error 5010' 'ResourceExists' }
  $World.routes = @($World.routes) + @(@{ adapter = $adapter.id; destination = $p.DestinationPrefix; nextHop = "$($p['NextHop'] ?? '0.0.0.0')"; metric = [int]($p['RouteMetric'] ?? 256) })
}
Add-Behaviour Remove-NetRoute -Changes -Lasts 1 {
  param($p)
  $gone = @(Find-Routes $p)
  $World.routes = @($World.routes | Where-Object { $one = $_; -not ($gone | Where-Object { [object]::ReferenceEquals($_, $one) }) })
}

Add-Behaviour Get-DnsClientServerAddress {
  param($p)
  foreach ($adapter in @(Select-IpAdapters $p 'MSFT_DNSClientServerAddress')) {
    if ($null -ne $p['AddressFamily'] -and @($p.AddressFamily | ForEach-Object { "$_" }) -notcontains 'IPv4') { continue }
    [pscustomobject]@{ PSTypeName = 'MSFT_DNSClientServerAddress'; InterfaceAlias = $adapter.name; InterfaceIndex = $adapter.ifIndex; AddressFamily = 2; ServerAddresses = [string[]]@($adapter.dns) }
  }
}
Add-Behaviour Set-DnsClientServerAddress -Changes -Lasts 1 {
  param($p) foreach ($adapter in @(Select-IpAdapters $p 'MSFT_DNSClientServerAddress')) { $adapter.dns = @(if (-not $p['ResetServerAddresses']) { $p.ServerAddresses }) }
}
Add-Behaviour Get-DnsClient {
  param($p) foreach ($adapter in @(Select-IpAdapters $p 'MSFT_DNSClient')) { [pscustomobject]@{ PSTypeName = 'MSFT_DNSClient'; InterfaceAlias = $adapter.name; InterfaceIndex = $adapter.ifIndex; ConnectionSpecificSuffix = $adapter['suffix'] ?? ''; RegisterThisConnectionsAddress = $adapter['register'] ?? $true; UseSuffixWhenRegistering = $false } }
}
Add-Behaviour Set-DnsClient -Changes -Lasts 1 {
  param($p)
  foreach ($adapter in @(Select-IpAdapters $p 'MSFT_DNSClient')) {
    if ($null -ne $p['ConnectionSpecificSuffix']) { $adapter.suffix = $p.ConnectionSpecificSuffix }
    if ($null -ne $p['RegisterThisConnectionsAddress']) { $adapter.register = $p.RegisterThisConnectionsAddress }
  }
}

# Who has answered on the wire is a neighbour, whether it answers pings or not.
Add-Behaviour Get-NetNeighbor {
  param($p)
  foreach ($one in @($World.wire)) { [pscustomobject]@{ PSTypeName = 'MSFT_NetNeighbor'; IPAddress = $one; LinkLayerAddress = '00-AA-BB-CC-DD-EE'; State = 'Reachable'; InterfaceAlias = ''; AddressFamily = 'IPv4' } }
}

Add-Behaviour Get-NetTCPConnection {
  param($p)
  $found = @($World.sessions | Where-Object { ($null -eq $p['LocalPort'] -or @($p.LocalPort) -contains $_.port) -and ($null -eq $p['LocalAddress'] -or @($p.LocalAddress) -contains $_.local) })
  if (-not $found) { foreach ($key in 'LocalPort', 'LocalAddress') { if ($null -ne $p[$key]) { Stop-NotFound 'MSFT_NetTCPConnection' $key "$($p[$key])" } } }
  $found | ForEach-Object { [pscustomobject]@{ PSTypeName = 'MSFT_NetTCPConnection'; LocalAddress = $_.local; LocalPort = [int]$_.port; RemoteAddress = $_.remote; RemotePort = 51000; State = 'Established'; OwningProcess = 4 } }
}

Add-Behaviour Get-NetConnectionProfile {
  param($p)
  foreach ($adapter in @(Select-IpAdapters $p 'MSFT_NetConnectionProfile')) {
    if (Test-AdapterUp $adapter) { [pscustomobject]@{ PSTypeName = 'MSFT_NetConnectionProfile'; Name = 'Unidentified network'; InterfaceAlias = $adapter.name; InterfaceIndex = $adapter.ifIndex; NetworkCategory = $adapter['category'] ?? 'Public'; IPv4Connectivity = 'LocalNetwork' } }
  }
}
Add-Behaviour Set-NetConnectionProfile -Changes -Lasts 1 {
  param($p)
  foreach ($adapter in @(Select-IpAdapters $p 'MSFT_NetConnectionProfile')) {
    if (-not (Test-AdapterUp $adapter)) { Stop-NotFound 'MSFT_NetConnectionProfile' 'InterfaceAlias' $adapter.name }
    $adapter.category = "$($p.NetworkCategory)"
  }
}
