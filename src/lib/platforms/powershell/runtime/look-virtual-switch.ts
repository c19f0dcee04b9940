/**
 * Virtual switches, judged by the adapter beneath and not by their type (HyperVDsc, issue 193). What cannot be changed later: Set-VMSwitch
 * has no parameter for it.
 */
export const lookVirtualSwitch = String.raw`
function Get-LabworkVirtualSwitch {
  param([hashtable] $Row)
  $name = $Row['Name']
  $all = @(Get-VMSwitch)
  $switches = @($all | Where-Object { $_.Name -eq $name })
  if ($switches.Count -gt 1) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} virtual switches have this name' -f $switches.Count) }
  $beneath = @()
  if ($Row.ContainsKey('Description')) { $beneath = @($Row['Description']) }
  if ($Row.ContainsKey('Adapters')) {
    $adapters = @(Get-NetAdapter)
    foreach ($wanted in @($Row['Adapters'])) {
      $adapter = @($adapters | Where-Object { $_.Name -eq $wanted })
      if ($adapter.Count -eq 0 -and -not (Test-LabworkComing $wanted)) {
        return Get-LabworkAnswer -State 'blocked' -Found $null -Why (Get-LabworkMissing $wanted $adapters)
      }
      foreach ($one in $adapter) { $beneath += $one.InterfaceDescription }
    }
  }
  if ($switches.Count -eq 0) {
    $taken = @($all | Where-Object { @(Get-LabworkBeneath $_ | Where-Object { $beneath -contains $_ }).Count -gt 0 })
    if ($taken.Count -gt 0) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('the virtual switch {0} is on {1}' -f $taken[0].Name, (@(Get-LabworkBeneath $taken[0]) -join ', '))
    }
    if ($Row['HostAdapter'] -and @(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq $name }).Count -gt 0) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why 'an adapter of the host has this name'
    }
    return Get-LabworkTaking @(Get-LabworkBeneathName $Row) $(if ($Row['HostAdapter']) { 'vEthernet ({0})' -f $name })
  }
  $one = $switches[0]
  $found = [ordered]@{ Type = "$($one.SwitchType)"; Beneath = @(Get-LabworkBeneath $one) }
  $found['Bandwidth'] = "$($one.BandwidthReservationMode)"
  if ($found['Type'] -ne $Row['Type']) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('it is {0}' -f $found['Type']) }
  if ($Row['Embedded'] -and -not ($one.PSObject.Properties['EmbeddedTeamingEnabled'] -and $one.EmbeddedTeamingEnabled)) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why 'it has no embedded team' }
  if ($Row['Type'] -eq 'External' -and -not (Test-LabworkSameList $found['Beneath'] $beneath)) {
    return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('it is on {0}' -f ($found['Beneath'] -join ', '))
  }
  if ($Row.ContainsKey('Bandwidth') -and $found['Bandwidth'] -ne $Row['Bandwidth']) {
    return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('its minimum bandwidth mode is {0}, which cannot be changed' -f $found['Bandwidth'])
  }
  if (-not $Row['HostAdapter']) { return Get-LabworkAnswer 'planned' $found }
  $own = @(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq $name })
  if ($own.Count -ne 1) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('the host has {0} adapters called {1}' -f $own.Count, $name) }
  Get-LabworkInterface $own[0] $found
}

function Get-LabworkBeneath {
  param($Switch)
  if ($Switch.PSObject.Properties['NetAdapterInterfaceDescriptions'] -and $Switch.NetAdapterInterfaceDescriptions) {
    return @($Switch.NetAdapterInterfaceDescriptions)
  }
  @($Switch.NetAdapterInterfaceDescription | Where-Object { $_ })
}

# The adapters that a switch is to be on, by their names, as far as they are here.
function Get-LabworkBeneathName {
  param([hashtable] $Row)
  if ($Row.ContainsKey('Adapters')) { return @($Row['Adapters']) }
  if ($Row.ContainsKey('Description')) { return @(Get-NetAdapter | Where-Object { $_.InterfaceDescription -eq $Row['Description'] } | ForEach-Object { $_.Name }) }
}

function Initialize-LabworkVirtualSwitch {
  param([hashtable] $Row)
  Clear-LabworkHeld @(Get-LabworkBeneathName $Row)
}

# Why a switch cannot go: what hangs on it, but for its own adapter and those of the host that go before it.
function Get-LabworkHanging {
  param([string] $Name, [string[]] $Gone)
  $machines = @(Get-VMNetworkAdapter -VMName '*' | Where-Object { $_.SwitchName -eq $Name } | ForEach-Object { $_.VMName } | Sort-Object -Unique)
  if ($machines.Count -gt 0) { return 'virtual machines hang on it: ' + ($machines -join ', ') }
  $others = @(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.SwitchName -eq $Name -and $_.Name -ne $Name -and $Gone -notcontains $_.Name })
  if ($others.Count -gt 0) { return 'adapters of the host hang on it: ' + (@($others | ForEach-Object { $_.Name }) -join ', ') }
}

function Undo-LabworkVirtualSwitch {
  param([hashtable] $Row, $Before, $Kept)
  if ($null -ne $Before) { return 'it was there before' }
  if (@(Get-VMSwitch | Where-Object { $_.Name -eq $Row['Name'] }).Count -gt 0) {
    $why = Get-LabworkHanging $Row['Name'] @()
    if ($why) { return $why }
    Remove-VMSwitch -Name $Row['Name'] -Force
  }
  if ($null -ne $Kept) { Restore-LabworkHeld @($Kept) '' }
}
`;
