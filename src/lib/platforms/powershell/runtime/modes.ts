/** The modes of a host script. */
export const modes = String.raw`
function Invoke-LabworkPlan {
  $states = Get-LabworkOverview
  $script:LabworkStates = $states
  Write-LabworkOverview $states
  $open = @(Get-LabworkOpenCommand)
  foreach ($command in $open) { Write-LabworkLine ('  ? step {0}: {1} (nobody knows here what it changes: {2})' -f $command['Step'], $command['Unknown'], (Get-LabworkRecordOf $command)) }
  Write-LabworkLine ''
  $blocked = Measure-LabworkState $states 'blocked'
  $pending = Measure-LabworkState $states 'make', 'change', 'waiting'
  Write-LabworkLine ('Plan: {0} to make, {1} to change, {2} not ready yet, {3} as planned, {4} in the way.' -f (Measure-LabworkState $states 'make'), (Measure-LabworkState $states 'change'), (Measure-LabworkState $states 'waiting'), (Measure-LabworkState $states 'planned'), $blocked)
  if ($blocked -gt 0) { return 3 }
  if ($pending -gt 0 -or @($open | Where-Object { (Get-LabworkRecordOf $_) -ne 'done' }).Count -gt 0) { return 2 }
  0
}

# The author's commands run in the scope of this function, one after the other: what one defines is there for the next.
function Invoke-LabworkApply {
  $LabworkBefore = Get-LabworkOverview
  $script:LabworkStates = $LabworkBefore
  Write-LabworkOverview $LabworkBefore
  Write-LabworkLine ''
  if ((Measure-LabworkState $LabworkBefore 'blocked') -gt 0) { Deny-LabworkRun 'Something is in the way, see the lines with an exclamation mark above. Nothing was changed.' }
  Assert-LabworkOpenCommand
  Assert-LabworkPlanFile
  Assert-LabworkSession $LabworkBefore
  Save-LabworkSnapshot $LabworkBefore
  Enable-LabworkRevert $LabworkBefore
  foreach ($LabworkCommand in @($script:LabworkCommands | Where-Object { Test-LabworkStep $_['Step'] })) {
    # Whatever the commands before have set.
    $ErrorActionPreference = 'Stop'
    $PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
    $WhatIfPreference = $false
    $ConfirmPreference = 'None'
    $LabworkDue = Get-LabworkDue $LabworkCommand
    if ($LabworkDue -eq 'skip') {
      foreach ($LabworkMade in @($LabworkCommand['Makes'])) { Complete-LabworkMove $script:LabworkRows[$LabworkMade] }
      continue
    }
    if ($LabworkDue -eq 'run') {
      if (-not (& $script:LabworkAsk (Get-LabworkCommandText $LabworkCommand))) {
        $script:LabworkDeclined = $true
        if ($script:LabworkWhatIf) { continue }
        break
      }
      Initialize-LabworkCommand $LabworkCommand
      Enter-LabworkWatch (Get-LabworkCommandText $LabworkCommand) $(if ($LabworkCommand['Slow']) { 6 } else { 1 })
      for ($LabworkTry = 0; ; $LabworkTry++) {
        try {
          $LabworkLeft = $true
          # A break or continue of the guide's that no loop of its own takes ends here.
          do {
            . $LabworkCommand['Run'] | Out-Host
            $LabworkLeft = $false
          } while ($false)
          if ($LabworkLeft) { throw ('Step {0} was left by a break or continue.' -f $LabworkCommand['Step']) }
          break
        }
        catch {
          if (-not (Test-LabworkRetry -Command $LabworkCommand -Failure $_ -Try $LabworkTry)) { throw }
        }
      }
    }
    if ($LabworkDue -eq 'run' -and $LabworkCommand['Restarts'] -and (Get-LabworkRestarting $LabworkCommand)) {
      Write-LabworkEvent -What 'done' -Command $LabworkCommand -Rows @()
      Write-LabworkLine ('Step {0}: the computer starts again. When it is back, run the same once more: it goes on from here.' -f $LabworkCommand['Step'])
      return 2
    }
    Wait-LabworkCommand $LabworkCommand $LabworkDue
  }
  if ($script:LabworkDeclined) { return 2 }
  $LabworkAfter = Get-LabworkOverview
  $script:LabworkStates = $LabworkAfter
  $LabworkLeft = Measure-LabworkState $LabworkAfter 'make', 'change', 'waiting', 'blocked'
  if ($LabworkLeft -gt 0) {
    Write-LabworkOverview $LabworkAfter
    Write-LabworkLine ('{0} of {1} are not as planned.' -f $LabworkLeft, $LabworkAfter.Count)
    return 2
  }
  Write-LabworkLine ('All {0} are as planned; {1} commands were run.' -f $LabworkAfter.Count, $script:LabworkChanged)
  0
}

function Get-LabworkCommandText {
  param([hashtable] $Command)
  $what = @($Command['Makes'] | ForEach-Object { Get-LabworkRowText $script:LabworkRows[$_] }) -join ', '
  'step {0}: {1}{2}' -f $Command['Step'], $Command['Title'], $(if ($what) { ' (' + $what + ')' } else { '' })
}

# run: something of what it makes is not there. wait: it is there and not ready. skip: all is as planned.
function Get-LabworkDue {
  param([hashtable] $Command)
  if ($Command['Always']) { return 'run' }
  $script:LabworkAnswers = @{}
  if ($Command['Restarts'] -and @($Command['Makes']).Count -eq 0) { if (Get-LabworkPendingRestart) { return 'run' } else { return 'skip' } }
  if ($Command['Unknown']) { if ((Get-LabworkRecordOf $Command) -eq 'done') { return 'skip' } else { return 'run' } }
  $states = @()
  foreach ($id in @($Command['Makes'])) {
    $row = $script:LabworkRows[$id]
    $look = Get-LabworkState $row
    if ($look['State'] -eq 'blocked') {
      $why = 'Step {0}: {1} is in the way now: {2}.' -f $Command['Step'], (Get-LabworkRowText $row), $look['Why']
      if ($script:LabworkChanged -eq 0) { Deny-LabworkRun $why }
      throw $why
    }
    $states += $look['State']
  }
  if ($states -contains 'make' -or $states -contains 'change') { return 'run' }
  if ($states -contains 'waiting') { return 'wait' }
  'skip'
}

# A restart is under way, or asked for, unless all is as planned without one.
function Get-LabworkRestarting {
  param([hashtable] $Command)
  if (@($Command['Makes']).Count -eq 0 -or (Get-LabworkPendingRestart)) { return $true }
  @($Command['Makes'] | Where-Object { (Get-LabworkState $script:LabworkRows[$_])['State'] -ne 'planned' }).Count -gt 0
}

function Initialize-LabworkCommand {
  param([hashtable] $Command)
  if ($Command['Always']) { return }
  $before = @()
  foreach ($id in @($Command['Makes'])) {
    $look = Get-LabworkState $script:LabworkRows[$id]
    $before += @{ Id = $id; Found = $look['Found']; Kept = $look['Kept'] }
  }
  Write-LabworkEvent -What 'begin' -Command $Command -Rows $before
  Write-LabworkLine ('> ' + (Get-LabworkCommandText $Command))
  $script:LabworkChanged++
  foreach ($id in @($Command['Makes'])) {
    $prepare = 'Initialize-Labwork' + $script:LabworkRows[$id]['Kind']
    if (Get-Command -Name $prepare -CommandType Function -ErrorAction SilentlyContinue) { & $prepare $script:LabworkRows[$id] }
  }
}

# An interface that is seen may still not take an address: error 1168, Element not found.
function Test-LabworkRetry {
  param([hashtable] $Command, $Failure, [int] $Try)
  if ("$($Failure.FullyQualifiedErrorId) $($Failure.Exception.Message)" -notmatch '1168|Element not found') { return $false }
  if (2 * $Try -ge $script:LabworkTimeout -or (Get-LabworkDue $Command) -ne 'run') { return $false }
  Start-Sleep -Seconds 2
  $true
}

# Until what was made reads back as it is to be.
function Wait-LabworkCommand {
  param([hashtable] $Command, [string] $Due)
  if ($Command['Always']) { return }
  $slept = 0
  foreach ($id in @($Command['Makes'])) {
    $row = $script:LabworkRows[$id]
    $told = ''
    while ($true) {
      $look = Get-LabworkState $row
      if ($look['State'] -eq 'planned') { break }
      if ($look['State'] -eq 'blocked') { throw ('Step {0}: {1}: {2}.' -f $row['Step'], (Get-LabworkRowText $row), $look['Why']) }
      if ($slept -ge $script:LabworkTimeout) {
        throw ('Step {0}: {1} is not as planned after {2} seconds: {3}. Look for the cause, then run the same again: it goes on from here.' -f $row['Step'], (Get-LabworkRowText $row), $slept, $(if ($look['Why']) { $look['Why'] } else { 'it is not there' }))
      }
      if ($look['Why'] -ne $told) {
        $told = $look['Why']
        Write-LabworkLine ('  waiting for {0}: {1}' -f (Get-LabworkRowText $row), $told)
      }
      Start-Sleep -Seconds 2
      $slept += 2
    }
  }
  foreach ($id in @($Command['Makes'])) { Complete-LabworkMove $script:LabworkRows[$id] }
  if ($Due -eq 'run') { Write-LabworkEvent -What 'done' -Command $Command -Rows @() }
}

function Invoke-LabworkVerify {
  $states = Get-LabworkOverview
  $script:LabworkStates = $states
  Write-LabworkOverview $states
  $failed = 0
  foreach ($LabworkLook in @($script:LabworkLooks | Where-Object { Test-LabworkStep $_['Step'] })) {
    Write-LabworkLine ''
    Write-LabworkLine ('What step {0} of the guide looks at:' -f $LabworkLook['Step'])
    $ErrorActionPreference = 'Stop'
    $PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
    Enter-LabworkWatch ('What step {0} of the guide looks at' -f $LabworkLook['Step']) 6
    try { do { . $LabworkLook['Run'] | Out-Host } while ($false) }
    catch {
      $failed++
      Write-LabworkLine ('  ! {0}' -f $_.Exception.Message)
    }
  }
  $left = $states.Count - (Measure-LabworkState $states 'planned')
  Write-LabworkLine ''
  Write-LabworkLine ('Verify: {0} as planned, {1} not; {2} looks of the guide failed.' -f ($states.Count - $left), $left, $failed)
  if ($left + $failed -gt 0) { return 2 }
  0
}
`;
