# Virtual switches of Hyper-V, the host's own adapters at them, and machines that hang there.

function Stop-HyperV([string] $Message, [string] $Id = 'InvalidParameter', [string] $Category = 'InvalidArgument') { Stop-StandIn $Message $Id $Category }

function Find-Switches($Bound, [string] $Key = 'Name') {
  if ($Bound['VMSwitch']) { return @($Bound.VMSwitch | ForEach-Object { $id = $_.Id; $World.switches | Where-Object { $_.id -eq $id } }) }
  if ($null -eq $Bound[$Key]) { return $World.switches }
  foreach ($name in @($Bound[$Key])) {
    $found = @(foreach ($one in $World.switches) { if ($one.name -like $name) { $one } })
    if (-not $found -and $name -notmatch '[*?]') { Stop-HyperV "Hyper-V was unable to find a virtual switch with name `"$name`"." }
    $found
  }
}

function Show-Switch($Switch) {
  $descriptions = [string[]]@(foreach ($id in $Switch.adapters) { (Get-Adapter $id).description })
  [pscustomobject]@{
      PSTypeName = 'Microsoft.HyperV.PowerShell.VMSwitch'
      Name = $Switch.name; Id = $Switch.id; SwitchType = $Switch.type; Notes = $Switch.notes
      NetAdapterInterfaceDescription = if ($Switch.embeddedTeaming) { 'Teamed-Interface' } elseif ($descriptions) { $descriptions[0] } else { '' }
      NetAdapterInterfaceDescriptions = $descriptions; NetAdapterInterfaceGuid = [string[]]@($Switch.adapters | ForEach-Object { $_.Trim('{}') })
      AllowManagementOS = @(foreach ($own in $World.management) { if ($own.switch -eq $Switch.id) { $true } }).Count -gt 0; BandwidthReservationMode = $Switch.minimumBandwidth
      EmbeddedTeamingEnabled = [bool]$Switch.embeddedTeaming; IovEnabled = [bool]$Switch.iov; DefaultFlowMinimumBandwidthWeight = $Switch.defaultFlowWeight
      DefaultFlowMinimumBandwidthAbsolute = $Switch.defaultFlowAbsolute; IsDeleted = $false
    }
}

function New-Management($Switch, [string] $Name, [string] $Mac, [string] $Row) {
  $adapter = New-Adapter (New-FreeName "vEthernet ($Name)") 'vethernet' 'Hyper-V Virtual Ethernet Adapter' $Mac (Get-Row $Row).seconds
  $adapter.speed = 10000000000
  $own = @{ id = $adapter.id; name = $Name; switch = $Switch.id; vlan = @{ mode = 'Untagged'; access = 0; native = 0; allowed = '' }; minimumWeight = 0; minimumAbsolute = 0; maximum = 0; priorityTag = 'Off' }
  $World.management = @($World.management) + @($own)
  $own
}
function New-FreeName([string] $Name) {
  if (@($World.adapters | ForEach-Object name) -notcontains $Name) { return $Name }
  for ($n = 2; ; $n++) { if (@($World.adapters | ForEach-Object name) -notcontains "$Name $n") { return "$Name $n" } }
}
function New-Mac { '00-15-5D-00-00-{0:X2}' -f [int]($World.serial % 256) }

# The addresses of an adapter go with the host to the one that takes its place.
function Move-Addresses([string] $From, [string] $To) {
  foreach ($address in $World.addresses) { if ($address.adapter -eq $From) { $address.adapter = $To } }
  foreach ($route in $World.routes) { if ($route.adapter -eq $From) { $route.adapter = $To } }
  $one = Get-Adapter $From; $other = Get-Adapter $To
  $other.dhcp = $one.dhcp; $other.dns = $one.dns
}

Add-Behaviour Get-VMSwitch {
  param($p)
  $found = @(Find-Switches $p)
  if ($null -ne $p['SwitchType']) { $found = @($found | Where-Object { @($p.SwitchType | ForEach-Object { "$_" }) -contains $_.type }) }
  if ($null -ne $p['Id']) { $found = @($found | Where-Object { @($p.Id | ForEach-Object { "{$("$_".Trim('{}'))}" }) -contains $_.id }) }
  $found | ForEach-Object { Show-Switch $_ }
}

Add-Behaviour New-VMSwitch -Changes -Lasts 5 -Of 'switch-on-team-refused', 'late-interface', 'address-moves-to-the-host', 'switch-twins' {
  param($p)
  $described = @($p['NetAdapterInterfaceDescription'] ?? @() | ForEach-Object { $_ })
  $named = @($p['NetAdapterName'] ?? @() | ForEach-Object { $_ })
  $below = @(
    foreach ($name in $named) { (Find-Adapter $name) ?? (Stop-HyperV "No network adapter was found with the name '$name'.") }
    foreach ($text in $described) { (Get-ShownAdapters | Where-Object { $_.description -eq $text }) ?? (Stop-HyperV "No network adapter was found with the interface description '$text'.") }
  )
  $embedded = [bool]($p['EnableEmbeddedTeaming'] ?? ($below.Count -gt 1))
  if ($below.Count -gt 1 -and -not $embedded) { Stop-HyperV 'More than one network adapter needs Switch Embedded Teaming.' }
  foreach ($adapter in $below) {
    if ($World.switches | Where-Object { $_.adapters -contains $adapter.id }) { Stop-HyperV "Failed while adding virtual Ethernet switch connections: the adapter '$($adapter.name)' is bound to another virtual switch (0x80070032)." 'OperationFailed' 'InvalidOperation' }
    if (Get-TeamOfMember $adapter.id) { Stop-HyperV "The adapter '$($adapter.name)' is a member of a team." 'OperationFailed' 'InvalidOperation' }
    if ($adapter.kind -eq 'team-nic' -and $World.computer.switchOnTeam -eq 'refused' -and -not $p['AllowNetLbfoTeams']) {
      Stop-HyperV 'Failed while adding virtual Ethernet switch connections: attaching the virtual switch to an LBFO team is deprecated. Switch Embedded Teaming (SET) is an inbox replacement for this functionality.' 'InvalidOperation' 'InvalidOperation'
    }
  }
  $type = if ($below) { 'External' } else { "$($p['SwitchType'])" }
  $switch = @{
    id = New-Id; name = $p.Name; type = $type; adapters = @($below | ForEach-Object { $_.id }); embeddedTeaming = $embedded; iov = [bool]$p['EnableIov']; notes = "$($p['Notes'])"
    minimumBandwidth = if ($null -ne $p['MinimumBandwidthMode']) { "$($p.MinimumBandwidthMode)" -replace '^Default$', 'Absolute' } elseif ($embedded) { 'None' } else { 'Absolute' }
    defaultFlowWeight = 0; defaultFlowAbsolute = 0; loadBalancing = 'HyperVPort'
  }
  $World.switches = @($World.switches) + @($switch)
  if ($type -eq 'Internal' -or ($type -eq 'External' -and ($p['AllowManagementOS'] ?? $true))) {
    $mac = if ($below) { $below[0].mac } else { New-Mac }
    $own = New-Management $switch $p.Name $mac 'late-interface'
    if ($below) { Move-Addresses $below[0].id $own.id }
  } elseif ($below) {
    $gone = @($below | ForEach-Object { $_.id })
    $World.addresses = @($World.addresses | Where-Object { $gone -notcontains $_.adapter })
  }
  Show-Switch $switch
}

Add-Behaviour Set-VMSwitch -Changes -Lasts 2 -Of 'bandwidth-mode-stays' {
  param($p)
  foreach ($switch in @(Find-Switches $p)) {
    if ($null -ne $p['DefaultFlowMinimumBandwidthWeight']) {
      if ($switch.minimumBandwidth -ne 'Weight') { Stop-HyperV "The virtual switch '$($switch.name)' does not share bandwidth by weight." }
      $switch.defaultFlowWeight = [int]$p.DefaultFlowMinimumBandwidthWeight
    }
    if ($null -ne $p['DefaultFlowMinimumBandwidthAbsolute']) { $switch.defaultFlowAbsolute = [long]$p.DefaultFlowMinimumBandwidthAbsolute }
    if ($null -ne $p['Notes']) { $switch.notes = $p.Notes }
    if ($null -ne $p['AllowManagementOS']) {
      $own = @($World.management | Where-Object { $_.switch -eq $switch.id })
      if ($p.AllowManagementOS -and -not $own) { [void](New-Management $switch $switch.name (New-Mac) 'late-interface') }
      if (-not $p.AllowManagementOS) { foreach ($one in $own) { Remove-Management $one } }
    }
  }
}

function Remove-Management($Own) {
  $World.management = @($World.management | Where-Object { $_.id -ne $Own.id })
  Remove-Adapter $Own.id
}

Add-Behaviour Remove-VMSwitch -Changes -Lasts 4 -Of 'machines-keep-a-switch' {
  param($p)
  foreach ($switch in @(Find-Switches $p)) {
    if ($World.machines | Where-Object { $_.switch -eq $switch.name -and $_.running }) { Stop-HyperV "The virtual switch '$($switch.name)' is being used by a running virtual machine." 'OperationFailed' 'ResourceBusy' }
    $own = @($World.management | Where-Object { $_.switch -eq $switch.id })
    if ($switch.adapters -and $own) { Move-Addresses $own[0].id $switch.adapters[0] }
    foreach ($one in $own) { Remove-Management $one }
    $World.switches = @($World.switches | Where-Object { $_.id -ne $switch.id })
  }
}

Add-Behaviour Get-VMSwitchTeam {
  param($p)
  foreach ($switch in @(Find-Switches $p)) {
    if (-not $switch.embeddedTeaming) { continue }
    [pscustomobject]@{ PSTypeName = 'Microsoft.HyperV.PowerShell.VMSwitchTeam'; Name = $switch.name; Id = $switch.id; NetAdapterInterfaceDescription = [string[]]@($switch.adapters | ForEach-Object { (Get-Adapter $_).description }); TeamingMode = 'SwitchIndependent'; LoadBalancingAlgorithm = $switch.loadBalancing }
  }
}
Add-Behaviour Set-VMSwitchTeam -Changes -Lasts 3 {
  param($p)
  foreach ($switch in @(Find-Switches $p)) {
    if ($null -ne $p['LoadBalancingAlgorithm']) { $switch.loadBalancing = "$($p.LoadBalancingAlgorithm)" }
    if ($null -ne $p['NetAdapterName']) { $switch.adapters = @($p.NetAdapterName | ForEach-Object { (Find-Adapter $_).id }) }
  }
}

# Which of the host's adapters a command is about; the commands know them by their Hyper-V names.
function Find-Management($Bound, [string] $Key) {
  if ($Bound['VMNetworkAdapter']) { return @($Bound.VMNetworkAdapter | ForEach-Object { $id = $_.DeviceId; $World.management | Where-Object { $_.id -eq $id } }) }
  $found = @($World.management)
  if ($null -ne $Bound['SwitchName']) { $at = @(foreach ($one in @(Find-Switches $Bound 'SwitchName')) { $one.id }); $found = @(foreach ($own in $found) { if ($at -contains $own.switch) { $own } }) }
  if ($null -eq $Bound[$Key]) { return $found }
  foreach ($name in @($Bound[$Key])) {
    $these = @(foreach ($own in $found) { if ($own.name -like $name) { $own } })
    if (-not $these -and $name -notmatch '[*?]') { Stop-HyperV "Hyper-V was unable to find a network adapter with name `"$name`" in the management operating system." }
    $these
  }
}

function Show-Management($Own) {
  $adapter = Get-Adapter $Own.id
  $switch = foreach ($one in $World.switches) { if ($one.id -eq $Own.switch) { $one } }
  [pscustomobject]@{
      PSTypeName = 'Microsoft.HyperV.PowerShell.VMInternalNetworkAdapter'
      Name = $Own.name; Id = "Microsoft:$($Own.id.Trim('{}'))"; DeviceId = $Own.id; MacAddress = $adapter.mac.Replace('-', ''); SwitchName = $switch.name; SwitchId = $Own.switch; IsManagementOs = $true; VMName = ''
      Status = @('Ok'); StatusDescription = @('OK'); IPAddresses = @(); VlanSetting = Show-Vlan $Own
      BandwidthSetting = [pscustomobject]@{ PSTypeName = 'VMNetworkAdapterBandwidthSetting'; MinimumBandwidthWeight = $Own.minimumWeight; MinimumBandwidthAbsolute = $Own.minimumAbsolute; MaximumBandwidth = $Own.maximum }
      BandwidthPercentage = 0; IeeePriorityTag = $Own.priorityTag; IsDeleted = $false
    }
}
function Show-Vlan($Own) {
  [pscustomobject]@{
      PSTypeName = 'Microsoft.HyperV.PowerShell.VMNetworkAdapterVlanSetting'
      OperationMode = $Own.vlan.mode; AccessVlanId = [int]$Own.vlan.access; NativeVlanId = [int]$Own.vlan.native; AllowedVlanIdList = [int[]]@(foreach ($one in $Own.vlan.allowed -split ',') { if ($one -match '^(\d+)-(\d+)$') { [int]$Matches[1]..[int]$Matches[2] } elseif ($one) { [int]$one } })
      AllowedVlanIdListString = $Own.vlan.allowed; PrivateVlanMode = 0; PrimaryVlanId = 0; SecondaryVlanId = 0; ParentAdapter = [pscustomobject]@{ PSTypeName = 'VMInternalNetworkAdapter'; Name = $Own.name; DeviceId = $Own.id; Id = "Microsoft:$($Own.id.Trim('{}'))"; IsManagementOs = $true }
      IsTemplate = $false; CimSession = $null; ComputerName = $World.computer.name
    }
}

Add-Behaviour Get-VMNetworkAdapter {
  param($p)
  if ($p['ManagementOS']) { foreach ($own in @(Find-Management $p 'Name')) { Show-Management $own } }
  elseif (-not $p['All'] -and $null -eq $p['VMName'] -and $null -eq $p['VM']) { Stop-HyperV 'Parameter set cannot be resolved.' }
  else {
    if ($p['All']) { Find-Management $p 'Name' | ForEach-Object { Show-Management $_ } }
    foreach ($machine in @($World.machines)) {
      if ($null -ne $p['VMName'] -and -not (@($p.VMName) | Where-Object { $machine.name -like $_ })) { continue }
      [pscustomobject]@{ PSTypeName = 'Microsoft.HyperV.PowerShell.VMNetworkAdapter'; Name = 'Network Adapter'; VMName = $machine.name; SwitchName = $machine.switch; IsManagementOs = $false; MacAddress = '00155D00FF01'; DeviceId = ''; Id = "Microsoft:$($machine.name)"; SwitchId = @($World.switches | Where-Object { $_.name -eq $machine.switch } | ForEach-Object { $_.id })[0] }
    }
  }
}
Add-Behaviour Add-VMNetworkAdapter -Changes -Lasts 2 -Of 'adapter-twins', 'late-interface' {
  param($p)
  if (-not $p['ManagementOS']) { Stop-HyperV 'Only adapters of the host are rehearsed.' }
  $at = if ($null -ne $p['SwitchName']) { @(Find-Switches $p 'SwitchName')[0] } else { @($World.switches)[0] }
  $own = New-Management $at $p['Name'] (New-Mac) 'late-interface'
  if ($p['Passthru']) { Show-Management $own }
}
Add-Behaviour Remove-VMNetworkAdapter -Changes -Lasts 2 {
  param($p) foreach ($own in @(Find-Management $p 'Name')) { Remove-Management $own }
}
Add-Behaviour Rename-VMNetworkAdapter -Changes -Lasts 1 { param($p) foreach ($own in @(Find-Management $p 'Name')) { $own.name = $p.NewName } }
Add-Behaviour Get-VMNetworkAdapterVlan { param($p) foreach ($own in @(Find-Management $p 'VMNetworkAdapterName')) { Show-Vlan $own } }
Add-Behaviour Set-VMNetworkAdapterVlan -Changes -Lasts 1 -Of 'vlan-sets-both-twins' {
  param($p)
  foreach ($own in @(Find-Management $p 'VMNetworkAdapterName')) {
    $own.vlan = if ($p['Access']) { @{ mode = 'Access'; access = [int]$p.VlanId; native = 0; allowed = '' } }
    elseif ($p['Trunk']) { @{ mode = 'Trunk'; access = 0; native = [int]$p.NativeVlanId; allowed = "$($p.AllowedVlanIdList)" } }
    else { @{ mode = 'Untagged'; access = 0; native = 0; allowed = '' } }
  }
}
Add-Behaviour Set-VMNetworkAdapter -Changes -Lasts 1 {
  param($p)
  foreach ($own in @(Find-Management $p 'Name')) {
    $at = $World.switches | Where-Object { $_.id -eq $own.switch }
    if ($null -ne $p['MinimumBandwidthWeight']) {
      if ($at.minimumBandwidth -ne 'Weight') { Stop-HyperV "Failed to set bandwidth: the virtual switch '$($at.name)' does not share bandwidth by weight." 'OperationFailed' 'InvalidOperation' }
      $own.minimumWeight = [int]$p.MinimumBandwidthWeight
    }
    if ($null -ne $p['MinimumBandwidthAbsolute']) { $own.minimumAbsolute = [long]$p.MinimumBandwidthAbsolute }
    if ($null -ne $p['MaximumBandwidth']) { $own.maximum = [long]$p.MaximumBandwidth }
    if ($null -ne $p['IeeePriorityTag']) { $own.priorityTag = "$($p.IeeePriorityTag)" }
  }
}

Add-Behaviour Get-VM {
  param($p) foreach ($one in @(Select-Named $World.machines $p['Name'])) { [pscustomobject]@{ PSTypeName = 'Microsoft.HyperV.PowerShell.VirtualMachine'; Name = $one.name; VMName = $one.name; State = if ($one.running) { 'Running' } else { 'Off' } } }
}
Add-Behaviour Get-VMHost {
  param($p) New-Shown 'Microsoft.HyperV.PowerShell.VMHost' $World.vmHost
}
Add-Behaviour Set-VMHost -Changes -Lasts 2 {
  param($p) foreach ($key in @($p.Keys)) { if ($World.vmHost.ContainsKey($key)) { $World.vmHost[$key] = if ($p[$key] -is [int] -or $p[$key] -is [bool]) { $p[$key] } elseif ($p[$key] -is [uint32]) { [int]$p[$key] } else { "$($p[$key])" } } }
}
foreach ($word in 'Enable', 'Disable') {
  Add-Behaviour "$word-VMMigration" -Changes -Lasts 2 -With ($word -eq 'Enable') { param($p, $to) $World.vmHost.VirtualMachineMigrationEnabled = $to }
}

# Which card of an embedded team an adapter of the host goes by.
Add-Behaviour Get-VMNetworkAdapterTeamMapping {
  param($p)
  foreach ($own in @(Find-Management $p 'VMNetworkAdapterName')) {
    if ($own['card']) { [pscustomobject]@{ PSTypeName = 'Microsoft.HyperV.PowerShell.VMNetworkAdapterTeamMappingSetting'; NetAdapterName = $own.card; ParentAdapter = [pscustomobject]@{ PSTypeName = 'VMInternalNetworkAdapter'; Name = $own.name; DeviceId = $own.id; IsManagementOs = $true } } }
  }
}
Add-Behaviour Set-VMNetworkAdapterTeamMapping -Changes -Lasts 1 -Of 'card-of-an-embedded-team' {
  param($p)
  foreach ($own in @(Find-Management $p 'VMNetworkAdapterName')) {
    $at = @($World.switches | Where-Object { $_.id -eq $own.switch })[0]
    $card = Find-Adapter $p['PhysicalNetAdapterName']
    if (-not $at.embeddedTeaming -or -not $card -or $at.adapters -notcontains $card.id) { Stop-HyperV "The adapter '$($p['PhysicalNetAdapterName'])' is no member of the team of the switch '$($at.name)'." }
    $own.card = $card.name
  }
}
Add-Behaviour Remove-VMNetworkAdapterTeamMapping -Changes -Lasts 1 { param($p) foreach ($own in @(Find-Management $p 'VMNetworkAdapterName')) { [void]$own.Remove('card') } }
