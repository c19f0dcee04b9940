/**
 * Adapters of the host at a virtual switch, and the tag of each. The network commands call one `vEthernet (NAME)`, unless it was renamed
 * since; that it appears a moment after it was made: K2s, issue 1131; NetworkingDsc, pull request 143.
 */
export const lookInterface = String.raw`
function Get-LabworkInterface {
  param($Adapter, $Found)
  $alias = 'vEthernet ({0})' -f $Adapter.Name
  if (@(Get-NetAdapter | Where-Object { $_.Name -eq $alias }).Count -gt 0 -and
    @(Get-NetIPInterface -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias }).Count -gt 0) {
    return Get-LabworkAnswer 'planned' $Found
  }
  $id = if ($Adapter.PSObject.Properties['DeviceId']) { "$($Adapter.DeviceId)" } else { '' }
  $mac = "$($Adapter.MacAddress)" -replace '-', ''
  $renamed = @(Get-NetAdapter | Where-Object {
      $_.Name -ne $alias -and $_.InterfaceDescription -like '*Hyper-V*' -and
      $(if ($id -and $_.PSObject.Properties['DeviceID']) { "$($_.DeviceID)" -eq $id } else { $mac -and ("$($_.MacAddress)" -replace '-', '') -eq $mac })
    })
  if ($renamed.Count -eq 1) { return Get-LabworkAnswer -State 'blocked' -Found $Found -Why ('its interface is called {0}, and not {1}' -f $renamed[0].Name, $alias) }
  Get-LabworkAnswer -State 'waiting' -Found $Found -Why ('its interface {0} is not there yet' -f $alias)
}
`;

export const lookHostAdapter = String.raw`
function Get-LabworkHostAdapter {
  param([hashtable] $Row)
  $name = $Row['Name']
  $adapters = @(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq $name })
  if ($adapters.Count -gt 1) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('the host has {0} adapters of this name' -f $adapters.Count) }
  if ($adapters.Count -eq 0) {
    $alias = 'vEthernet ({0})' -f $name
    if (@(Get-NetAdapter | Where-Object { $_.Name -eq $alias }).Count -gt 0) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('another network adapter is called {0}' -f $alias)
    }
    if (@(Get-VMSwitch | Where-Object { $_.Name -eq $Row['Switch'] }).Count -ne 1 -and -not (Test-LabworkComing $Row['Switch'])) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('there is no virtual switch {0}' -f $Row['Switch'])
    }
    return Get-LabworkAnswer 'make' $null
  }
  $found = [ordered]@{ Switch = "$($adapters[0].SwitchName)" }
  if ($found['Switch'] -ne $Row['Switch']) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('it is at the virtual switch {0}' -f $found['Switch']) }
  Get-LabworkInterface $adapters[0] $found
}

function Undo-LabworkHostAdapter {
  param([hashtable] $Row, $Before)
  if ($null -ne $Before) { return 'it was there before' }
  Remove-VMNetworkAdapter -ManagementOS -Name $Row['Name'] -Confirm:$false
}
`;

export const lookHostAdapterVlan = String.raw`
function Get-LabworkHostAdapterVlan {
  param([hashtable] $Row)
  $name = $Row['Name']
  $adapters = @(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq $name })
  if ($adapters.Count -gt 1) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('the host has {0} adapters of this name' -f $adapters.Count) }
  if ($adapters.Count -eq 0) {
    if (Test-LabworkComing $name) { return Get-LabworkAnswer 'make' $null }
    return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('the host has no adapter {0}' -f $name)
  }
  $tag = @(Get-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName $name)[0]
  $found = [ordered]@{ Mode = "$($tag.OperationMode)"; Vlan = [int] $tag.AccessVlanId }
  if ($found['Mode'] -eq 'Trunk') {
    $found['Native'] = [int] $tag.NativeVlanId
    $found['Allowed'] = "$($tag.AllowedVlanIdListString)"
  }
  $wanted = $Row['Mode']
  $same = $found['Mode'] -eq $wanted
  if ($same -and $wanted -eq 'Access') { $same = $found['Vlan'] -eq $Row['Vlan'] }
  if ($same -and $wanted -eq 'Trunk') { $same = $found['Native'] -eq $Row['Native'] -and $found['Allowed'] -eq $Row['Allowed'] }
  if ($same) { return Get-LabworkAnswer 'planned' $found }
  Get-LabworkAnswer -State 'change' -Found $found -Why ('it is {0} {1}' -f $found['Mode'], $found['Vlan'])
}

function Undo-LabworkHostAdapterVlan {
  param([hashtable] $Row, $Before)
  if (@(Get-VMNetworkAdapter -ManagementOS | Where-Object { $_.Name -eq $Row['Name'] }).Count -eq 0) { return }
  $mode = if ($null -eq $Before) { 'Untagged' } else { $Before.Mode }
  if ($mode -eq 'Access') { Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName $Row['Name'] -Access -VlanId $Before.Vlan }
  elseif ($mode -eq 'Trunk') {
    Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName $Row['Name'] -Trunk -NativeVlanId $Before.Native -AllowedVlanIdList $Before.Allowed
  }
  else { Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName $Row['Name'] -Untagged }
}
`;
