/** Undo: what this labwork made on this machine, the last first, back to what was found before. */
export const undo = String.raw`
# What the journal says was there before this labwork made or changed a resource; nothing where it did neither, or has taken it back.
function Get-LabworkOrigin {
  param([object[]] $Journal, [hashtable] $Row)
  $origin = $null
  foreach ($entry in $Journal) {
    $own = @($entry.rows | Where-Object { $_.kind -eq $Row['Kind'] -and $_.title -eq "$($Row['Title'])" -and $_.name -eq $Row['Name'] })
    if ($own.Count -eq 0) { continue }
    if ($entry.event -eq 'undone') { $origin = $null }
    elseif ($entry.event -eq 'begin' -and $null -eq $origin) { $origin = $own[0] }
  }
  $origin
}

function Invoke-LabworkUndo {
  $journal = @(Get-LabworkDone)
  $work = @()
  $refused = 0
  Write-LabworkLine ''
  $rows = @($script:LabworkWanted)
  [array]::Reverse($rows)
  foreach ($row in $rows) {
    $text = 'step {0}: {1}' -f $row['Step'], (Get-LabworkRowText $row)
    $origin = Get-LabworkOrigin $journal $row
    if ($null -eq $origin) {
      Write-LabworkLine ('  = {0} was not made by this labwork, and stays as it is' -f $text)
      continue
    }
    $look = Get-LabworkState $row
    # What was made ready for it may have been changed though it was never made.
    $isKept = $null -eq $look['Kept'] -or (ConvertTo-LabworkText $look['Kept']) -eq (ConvertTo-LabworkText $origin.kept)
    if ($isKept -and (ConvertTo-LabworkText $look['Found']) -eq (ConvertTo-LabworkText $origin.found)) {
      Write-LabworkLine ('  = {0} is as it was before' -f $text)
      $work += @{ Row = $row; Origin = $origin; Done = $true }
      continue
    }
    if ($row['Stays']) {
      Write-LabworkLine ('  . {0} stays: {1}' -f $text, $row['Stays'])
      continue
    }
    if ($isKept -and @('planned', 'waiting') -notcontains $look['State']) {
      $refused++
      Write-LabworkLine ('  ! {0} has changed since: {1}' -f $text, $look['Why'])
      continue
    }
    Write-LabworkLine ('  - {0}' -f $text)
    $work += @{ Row = $row; Origin = $origin; Done = $false }
  }
  # What nobody knows is taken back as the guide says, and where it says nothing, nothing is.
  $LabworkOpen = @(Get-LabworkOpenCommand | Where-Object { 'done', 'begun' -contains (Get-LabworkRecordOf $_) })
  $LabworkBacks = @($script:LabworkUndos | Where-Object { $LabworkBack = $_; @($LabworkOpen | Where-Object { $_['Step'] -eq $LabworkBack['Step'] }).Count -gt 0 })
  foreach ($LabworkCommand in $LabworkOpen) {
    if (@($LabworkBacks | Where-Object { $_['Step'] -eq $LabworkCommand['Step'] }).Count -gt 0) { continue }
    $refused++
    Write-LabworkLine ('  ! step {0}: nobody says how {1} is taken back' -f $LabworkCommand['Step'], $LabworkCommand['Unknown'])
  }
  if ($refused -gt 0) { Deny-LabworkRun 'What has changed since is not taken back. Nothing was changed.' }
  Assert-LabworkUndo $work
  foreach ($LabworkBack in $LabworkBacks) {
    if (-not (& $script:LabworkAsk ('take back step {0} as the guide says' -f $LabworkBack['Step']))) {
      $script:LabworkDeclined = $true
      if ($script:LabworkWhatIf) { continue }
      return 2
    }
    $script:LabworkChanged++
    Enter-LabworkWatch ('What takes back step {0}' -f $LabworkBack['Step']) 6
    $LabworkLeft = $true
    # A break or continue of the guide's that no loop of its own takes ends here.
    do {
      . $LabworkBack['Run'] | Out-Host
      $LabworkLeft = $false
    } while ($false)
    if ($LabworkLeft) { throw ('What takes back step {0} was left by a break or continue.' -f $LabworkBack['Step']) }
    foreach ($LabworkCommand in @($LabworkOpen | Where-Object { $_['Step'] -eq $LabworkBack['Step'] })) { Write-LabworkEvent -What 'undone' -Command $LabworkCommand -Rows @() }
  }
  foreach ($item in $work) {
    $row = $item['Row']
    $command = @($script:LabworkCommands | Where-Object { @($_['Makes']) -contains $row['Id'] })[0]
    if (-not $item['Done']) {
      if (-not (& $script:LabworkAsk ('take back {0}' -f (Get-LabworkRowText $row)))) {
        $script:LabworkDeclined = $true
        if ($script:LabworkWhatIf) { continue }
        break
      }
      if ($row['Holds']) {
        $why = & $row['Holds']
        if ($why) {
          Write-LabworkLine ('  . step {0}: {1} stays: {2}' -f $row['Step'], (Get-LabworkRowText $row), $why)
          continue
        }
      }
      $script:LabworkChanged++
      Invoke-LabworkUndoRow -Row $row -Before $item['Origin'].found -Kept $item['Origin'].kept
    }
    if (-not $script:LabworkWhatIf) { Write-LabworkEvent -What 'undone' -Command $command -Rows @(@{ Id = $row['Id']; Found = $item['Origin'].found; Kept = $null }) }
  }
  if ($script:LabworkDeclined) { return 2 }
  if ($script:LabworkChosen.Count -eq $script:LabworkSteps.Count) { Disable-LabworkRevert 'reverted' }
  if ($script:LabworkChanged -gt 0 -and (Get-LabworkPendingRestart)) {
    Write-LabworkLine 'Windows waits for a restart: what is gone with it is gone then.'
    return 2
  }
  Write-LabworkLine ('Undo: {0} taken back.' -f @($work | Where-Object { -not $_['Done'] }).Count)
  0
}

# Takes a resource back to what was found before it, and waits until it reads back so.
function Invoke-LabworkUndoRow {
  param([hashtable] $Row, $Before, $Kept)
  $parameters = @{ Row = $Row; Before = $Before }
  $undo = Get-Command -Name ('Undo-Labwork' + $Row['Kind']) -CommandType Function
  if ($undo.Parameters.ContainsKey('Kept')) { $parameters['Kept'] = $Kept }
  Enter-LabworkWatch ('What takes back ' + (Get-LabworkRowText $Row)) 6
  $why = & $undo @parameters
  if ($why) { throw ('{0} is not taken back: {1}.' -f (Get-LabworkRowText $Row), $why) }
  # A role that waits for a restart is there until then.
  if ($Row['Kind'] -eq 'Setting' -and (Get-LabworkPendingRestart)) { return }
  Wait-LabworkOrigin $Row $Before
}

# What hangs on a switch is asked for before anything is taken away.
function Assert-LabworkUndo {
  param([object[]] $Work)
  $names = @($Work | Where-Object { -not $_['Done'] } | ForEach-Object { Get-LabworkBrought $_['Row'] })
  Assert-LabworkOwnAddress $names $Work
  Assert-LabworkNobody $names
  foreach ($item in $Work) {
    if ($item['Done'] -or $item['Row']['Kind'] -ne 'VirtualSwitch') { continue }
    $adapters = @($Work | ForEach-Object { $_['Row'] } | Where-Object { $_['Kind'] -eq 'HostAdapter' } | ForEach-Object { $_['Name'] })
    $why = Get-LabworkHanging $item['Row']['Name'] $adapters
    if ($why) { Deny-LabworkRun ('On the switch {0}: {1}. Nothing was changed.' -f $item['Row']['Name'], $why) }
  }
}

# An address that nothing here has set would be lost with the adapter that it stands on.
function Assert-LabworkOwnAddress {
  param([string[]] $Names, [object[]] $Work)
  if ($Names.Count -eq 0) { return }
  $kept = @($Work | Where-Object { $null -ne $_['Origin'] } | ForEach-Object { $_['Origin'].kept } | Where-Object { $null -ne $_ -and $_.PSObject.Properties['Address'] } | ForEach-Object { $_.Address })
  $own = $kept + @(@($script:LabworkRows) + @($Work | ForEach-Object { $_['Row'] }) | Where-Object { $_['Kind'] -eq 'Address' } | ForEach-Object { $_['Name'] })
  foreach ($one in @(Get-NetIPAddress | Where-Object { $Names -contains $_.InterfaceAlias -and "$($_.PrefixOrigin)" -eq 'Manual' })) {
    if ($own -notcontains $one.IPAddress) { Deny-LabworkRun ('{0} goes, and has the address {1}, which nothing here has set. Move it first. Nothing was changed.' -f $one.InterfaceAlias, $one.IPAddress) }
  }
}

function Wait-LabworkOrigin {
  param([hashtable] $Row, $Before)
  for ($slept = 0; ; $slept += 2) {
    $found = (& ('Get-Labwork' + $Row['Kind']) $Row)['Found']
    if ((ConvertTo-LabworkText $found) -eq (ConvertTo-LabworkText $Before)) { return }
    # What carried it may be gone with what is taken back next.
    if ($slept -ge $script:LabworkTimeout) { throw ('{0} is not as it was before after {1} seconds.' -f (Get-LabworkRowText $Row), $slept) }
    Start-Sleep -Seconds 2
  }
}
`;
