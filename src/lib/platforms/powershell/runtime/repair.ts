/**
 * Repair: from what an earlier release left to what this one makes. What that release made otherwise goes where it is still as it left it,
 * and with it what stands on it, which is made anew; all else is for apply.
 */
export const repair = String.raw`
function Get-LabworkRelease {
  $known = @($script:LabworkReleases | Where-Object { $_['Version'] -eq $script:LabworkFrom })
  if ($known.Count -eq 0) { Deny-LabworkRun ('Nothing is known here of a release {0}, only of {1}.' -f $script:LabworkFrom, (@($script:LabworkReleases | ForEach-Object { $_['Version'] }) -join ', ')) }
  if ($known[0]['Why']) { Deny-LabworkRun ('What release {0} left cannot be repaired by this script: {1}.' -f $script:LabworkFrom, $known[0]['Why']) }
  $known[0]
}

# Whether a resource stands on an adapter or a switch of one of these names.
function Test-LabworkOn {
  param([hashtable] $Row, [string[]] $Names)
  $on = @($Row['Switch']; $Row['Interface']; $Row['On']; $Row['Adapters']; if ($Row['Kind'] -eq 'HostAdapterVlan') { $Row['Name'] })
  @($on | Where-Object { $_ -and $Names -contains $_ }).Count -gt 0
}

# What is to go, the carriers first, and the states of this release's resources once it has gone.
function Get-LabworkRepair {
  param([hashtable] $Release)
  $journal = @(Read-LabworkJournal)
  $states = Get-LabworkOverview
  $gone = @()
  foreach ($row in @($Release['Rows'])) {
    $look = Get-LabworkLook $row
    if ($null -eq $look['Found']) { continue }
    $origin = Get-LabworkOrigin $journal $row
    $own = @($states | Where-Object { $_['Row']['Kind'] -eq $row['Kind'] -and $_['Row']['Title'] -eq $row['Title'] -and $_['Row']['Name'] -eq $row['Name'] })
    $left = 'planned', 'waiting' -contains $look['State']
    if ($own.Count -gt 0) {
      # What is only set otherwise is set by the command of this release.
      if ($own[-1]['State'] -ne 'blocked' -or -not $left) { continue }
      $gone += @{ Row = $row; Origin = $origin; Why = $own[-1]['Why'] }
      $own[-1]['State'] = 'make'
      $own[-1]['Why'] = 'anew'
      continue
    }
    $stays = if ($row['Stays']) { $row['Stays'] }
    elseif ($null -eq $origin -and $row['Kind'] -eq 'Setting' -and -not $row['Make']) { 'nobody has written down what was there before it' }
    elseif ($null -ne $origin -and $null -ne $origin.found -and $row['Kind'] -ne 'Setting') { 'it was there before that release' }
    if ($stays) { Write-LabworkLine ('  . step {0}: {1} stays: {2}' -f $row['Step'], (Get-LabworkRowText $row), $stays) }
    elseif ($left) { $gone += @{ Row = $row; Origin = $origin; Why = 'this release has none' } }
    else { $states += @{ Row = $row; State = 'blocked'; Found = $look['Found']; Why = 'release {0} made it, and it has changed since: {1}' -f $script:LabworkFrom, $look['Why'] } }
  }
  $names = @($gone | ForEach-Object { Get-LabworkBrought $_['Row'] })
  do {
    $more = $false
    foreach ($one in @($states | Where-Object { 'planned', 'waiting', 'change' -contains $_['State'] })) {
      $row = $one['Row']
      if (-not (Test-LabworkOn $row $names)) { continue }
      # A tag and a setting go with their adapter.
      if ('HostAdapterVlan', 'Setting' -notcontains $row['Kind']) { $gone += @{ Row = $row; Origin = (Get-LabworkOrigin $journal $row); Why = 'what it stands on goes' } }
      $one['State'] = 'make'
      $one['Why'] = 'anew'
      $names += @(Get-LabworkBrought $row)
      $more = $true
    }
  } while ($more)
  $adapters = @($gone | ForEach-Object { $_['Row'] } | Where-Object { $_['Kind'] -eq 'HostAdapter' } | ForEach-Object { $_['Name'] })
  foreach ($item in @($gone | Where-Object { $_['Row']['Kind'] -eq 'VirtualSwitch' })) {
    $why = Get-LabworkHanging $item['Row']['Name'] $adapters
    if ($why) { $states += @{ Row = $item['Row']; State = 'blocked'; Found = $null; Why = $why } }
  }
  @{ Gone = $gone; States = $states }
}

function Invoke-LabworkRepair {
  if (@($script:LabworkStepNames).Count -gt 0 -or $script:LabworkPlanFile) { Deny-LabworkRun 'A repair is of all steps, and of no plan that was written before: leave -Step and -PlanFile away.' }
  $release = Get-LabworkRelease
  Write-LabworkLine ''
  Write-LabworkLine ('From release {0} to {1}:' -f $script:LabworkFrom, $script:LabworkVersion)
  $repair = Get-LabworkRepair $release
  $gone = @($repair['Gone'])
  [array]::Reverse($gone)
  $script:LabworkStates = $repair['States']
  foreach ($item in $gone) { Write-LabworkLine ('  - step {0}: {1}: {2}' -f $item['Row']['Step'], (Get-LabworkRowText $item['Row']), $item['Why']) }
  Write-LabworkOverview $repair['States']
  Write-LabworkLine ''
  Write-LabworkLine ('Repair: {0} to take away, {1} to make, {2} to change, {3} in the way.' -f $gone.Count, (Measure-LabworkState $repair['States'] 'make'), (Measure-LabworkState $repair['States'] 'change'), (Measure-LabworkState $repair['States'] 'blocked'))
  if ((Measure-LabworkState $repair['States'] 'blocked') -gt 0) { Deny-LabworkRun 'Something is in the way, see the lines with an exclamation mark above. Nothing was changed.' }
  if ($gone.Count -eq 0) { return Invoke-LabworkApply }
  Assert-LabworkOpenCommand
  $names = @($gone | ForEach-Object { Get-LabworkBrought $_['Row'] })
  Assert-LabworkOwnAddress $names $gone
  Assert-LabworkNobody $names
  Assert-LabworkSession $repair['States']
  Save-LabworkSnapshot $repair['States']
  foreach ($item in $gone) {
    $row = $item['Row']
    if (-not (& $script:LabworkAsk ('take away {0}' -f (Get-LabworkRowText $row)))) {
      $script:LabworkDeclined = $true
      if ($script:LabworkWhatIf) { continue }
      return 2
    }
    $before = if ($null -ne $item['Origin'] -and $row['Kind'] -eq 'Setting') { $item['Origin'].found }
    $script:LabworkChanged++
    Invoke-LabworkUndoRow -Row $row -Before $before -Kept $(if ($null -ne $item['Origin']) { $item['Origin'].kept })
    Write-LabworkEvent -What 'undone' -Command @{ Step = $row['Step'] } -Rows @(@{ Row = $row; Found = $before; Kept = $null })
  }
  if ($script:LabworkDeclined) { return 2 }
  Invoke-LabworkApply
}
`;

/** Where nobody says what went before. */
export const noRepair = String.raw`
function Invoke-LabworkRepair { Deny-LabworkRun 'This script knows of no earlier release. What was released later may: see the page of the labwork.' }
`;
