/**
 * Addresses. An address is looked for on the wire before it is used (Get-NetIPAddress, AddressState); one cannot be set by hand while its
 * interface asks by DHCP (*Inconsistent parameters PolicyStore PersistentStore and Dhcp Enabled*).
 */
export const lookAddress = String.raw`
function Get-LabworkAddress {
  param([hashtable] $Row)
  $address = $Row['Name']
  $alias = $Row['Interface']
  $interfaces = @(Get-NetIPInterface -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias })
  $dhcp = if ($interfaces.Count -gt 0) { "$($interfaces[0].Dhcp)" } else { '' }
  $held = @(Get-NetIPAddress -AddressFamily IPv4 | Where-Object { $_.IPAddress -eq $address })
  $elsewhere = @($held | Where-Object { $_.InterfaceAlias -ne $alias })
  if ($elsewhere.Count -gt 0) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} has this address' -f $elsewhere[0].InterfaceAlias) }
  if ($held.Count -eq 0) {
    if ($interfaces.Count -eq 0 -and -not (Test-LabworkComing $alias)) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why (Get-LabworkMissing $alias @(Get-NetAdapter))
    }
    $kept = [ordered]@{ Dhcp = $dhcp }
    $other = Get-LabworkOther $address
    if ($other) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why $other -Kept $kept }
    return Get-LabworkAnswer 'make' $null -Kept $kept
  }
  $found = [ordered]@{ Interface = "$($held[0].InterfaceAlias)"; Prefix = [int] $held[0].PrefixLength; Origin = "$($held[0].PrefixOrigin)" }
  if ($found['Prefix'] -ne $Row['Prefix']) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('its prefix length is {0}' -f $found['Prefix']) }
  if ($found['Origin'] -ne 'Manual') { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('it comes from {0}' -f $found['Origin']) }
  $state = "$($held[0].AddressState)"
  if ($state -eq 'Duplicate') { return Get-LabworkAnswer -State 'blocked' -Found $found -Why 'another machine on the network has it (duplicate)' }
  if ($state -ne 'Preferred') { return Get-LabworkAnswer -State 'waiting' -Found $found -Why ('the address is {0}' -f $state) }
  if ($Row.ContainsKey('Gateway')) {
    $routes = @(Get-NetRoute -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.DestinationPrefix -eq '0.0.0.0/0' })
    if (-not ($routes | Where-Object { $_.NextHop -eq $Row['Gateway'] })) {
      return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('{0} is not the gateway of {1}' -f $Row['Gateway'], $alias)
    }
  }
  Get-LabworkAnswer 'planned' $found
}

# Who else has an address, so far as it can be known before it is set: who answers a ping, and whom the ping has made a neighbour though it answers
# none. Where no way leads there yet nobody answers, and Windows itself asks on the wire once it is set. Asked once, and again before the command.
function Get-LabworkOther {
  param([string] $Address)
  if (-not $script:LabworkAnswers.ContainsKey($Address)) {
    $ping = @(Get-CimInstance -ClassName Win32_PingStatus -Filter ("Address='{0}' AND Timeout=1000" -f $Address))
    $neighbour = @(Get-NetNeighbor -AddressFamily IPv4 | Where-Object { $_.IPAddress -eq $Address -and 'Reachable', 'Permanent' -contains "$($_.State)" })
    $script:LabworkAnswers[$Address] = if ($neighbour.Count -gt 0) { 'another machine on the network has it: {0}' -f $neighbour[0].LinkLayerAddress }
    elseif ($ping.Count -gt 0 -and $null -ne $ping[0].StatusCode -and $ping[0].StatusCode -eq 0) { 'another machine on the network answers for it' }
    else { '' }
  }
  $script:LabworkAnswers[$Address]
}

function Initialize-LabworkAddress {
  param([hashtable] $Row)
  $alias = $Row['Interface']
  if (@(Get-NetIPInterface -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and "$($_.Dhcp)" -eq 'Enabled' }).Count -gt 0) {
    Set-NetIPInterface -InterfaceAlias $alias -AddressFamily IPv4 -Dhcp Disabled
  }
  $left = @(Get-NetIPAddress -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.IPAddress -like '169.254.*' })
  foreach ($one in $left) { Remove-NetIPAddress -InterfaceAlias $alias -IPAddress $one.IPAddress -Confirm:$false }
}

function Undo-LabworkAddress {
  param([hashtable] $Row, $Before, $Kept)
  if ($null -ne $Before) { return 'it was there before' }
  $alias = $Row['Interface']
  if (@(Get-NetIPAddress -AddressFamily IPv4 | Where-Object { $_.IPAddress -eq $Row['Name'] -and $_.InterfaceAlias -eq $alias }).Count -gt 0) {
    Remove-NetIPAddress -InterfaceAlias $alias -IPAddress $Row['Name'] -Confirm:$false
  }
  if ($null -ne $Kept -and $Kept.Dhcp -eq 'Enabled' -and @(Get-NetIPInterface -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias }).Count -gt 0) {
    Set-NetIPInterface -InterfaceAlias $alias -AddressFamily IPv4 -Dhcp Enabled
  }
}
`;
