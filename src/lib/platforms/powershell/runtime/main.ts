/** The run itself, at the end of a host script; `moves`: addresses may go with the adapters beneath them. */
export function mainOf(moves: boolean): string {
  return main
    .replace('KEEPMODE', () => (moves ? keepMode : ''))
    .replace('KEEPFLAG', () => (moves ? ' -or $Keep' : ''))
    .replace('MOVESETTINGS', () => (moves ? moveSettings : ''));
}

const keepMode = `    'Keep' { return Invoke-LabworkKeep }
`;
const moveSettings = `$script:LabworkFile = $PSCommandPath
$script:LabworkMayMove = $MoveAddress
$script:LabworkRevertMinutes = $RevertMinutes
$script:LabworkRevert = $Revert
$script:LabworkArmed = $false
`;

const main = String.raw`
function Invoke-LabworkMode {
  foreach ($name in @($script:LabworkStepNames | ForEach-Object { "$_" -split '[,;\s]+' } | Where-Object { $_ })) {
    if ($LabworkSteps -notcontains $name) { throw ('There is no step {0} here, only {1}.' -f $name, ($LabworkSteps -join ', ')) }
    $script:LabworkChosen += $name
  }
  if ($script:LabworkChosen.Count -eq 0) { $script:LabworkChosen = @($LabworkSteps) }
  $script:LabworkWanted = @($LabworkRows | Where-Object { Test-LabworkStep $_['Step'] })
  Write-LabworkLine ('{0}: {1} on {2}' -f $LabworkTitle, $script:LabworkMode, $env:COMPUTERNAME)
  Enter-LabworkWatch 'The look at this computer'
  Write-LabworkValueTable
  Assert-LabworkMachine
  if ('Apply', 'Undo', 'Repair', 'Keep' -contains $script:LabworkMode -and -not $script:LabworkWhatIf) {
    Open-LabworkFolder
    Open-LabworkLock
    $script:LabworkWatch['Journal'] = $script:LabworkJournal
  }
  switch ($script:LabworkMode) {
    'Apply' { return Invoke-LabworkApply }
    'Verify' { return Invoke-LabworkVerify }
    'Undo' { return Invoke-LabworkUndo }
    'Repair' { return Invoke-LabworkRepair }
KEEPMODE    default { return Invoke-LabworkPlan }
  }
}

$script:LabworkMode = if ($Plan -or -not ($Apply -or $Verify -or $Undo -or $RepairKEEPFLAG)) { 'Plan' } else { $PSCmdlet.ParameterSetName }
# -WhatIf and -Confirm are of the script itself, whichever function asks.
$script:LabworkCmdlet = $PSCmdlet
$script:LabworkAsk = { param([string] $What) Enter-LabworkWatch ''; $script:LabworkCmdlet.ShouldProcess($env:COMPUTERNAME, $What) }
$script:LabworkStepNames = $Step
$script:LabworkHostName = $HostName
$script:LabworkTimeout = $TimeoutSeconds
$script:LabworkOutFile = $OutFile
$script:LabworkPlanFile = $PlanFile
$script:LabworkMayDisconnect = $AllowDisconnect
$script:LabworkFrom = $From
MOVESETTINGS$script:LabworkWhatIf = [bool] $WhatIfPreference
$WhatIfPreference = $false
$ConfirmPreference = 'None'
$script:LabworkFolder = Join-Path -Path $env:ProgramData -ChildPath ('Labworks\labworks-{0}-{1}' -f $LabworkNumber, $LabworkDevice)
$script:LabworkJournal = Join-Path -Path $LabworkFolder -ChildPath 'journal.jsonl'
$script:LabworkLock = $null
$script:LabworkAnswers = @{}
$script:LabworkChosen = @()
$script:LabworkWanted = @()
$script:LabworkStates = @()
$script:LabworkChanged = 0
$script:LabworkRefused = $false
$script:LabworkDeclined = $false
$script:LabworkMessage = ''
$script:LabworkCode = 1
$script:LabworkEnded = $false
try {
  Open-LabworkWatch
  $script:LabworkCode = [int] (Invoke-LabworkMode)
  $script:LabworkEnded = $true
}
catch {
  $script:LabworkEnded = $true
  $script:LabworkMessage = $_.Exception.Message
  $script:LabworkCode = if ($LabworkRefused -and $LabworkChanged -eq 0) { 3 } else { 1 }
  Write-LabworkLine ('{0}: {1}' -f $(if ($LabworkCode -eq 3) { 'Refused' } else { 'Error' }), $LabworkMessage)
}
finally {
  try { Resume-LabworkRevert }
  catch {
    $script:LabworkCode = 1
    Write-LabworkLine ('Error: the scheduled task that takes it back could not be set anew: {0}' -f $_.Exception.Message)
  }
  $script:LabworkWatch['Ended'] = $true
  Close-LabworkLock
  if (-not $script:LabworkEnded) {
    Write-LabworkLine 'Error: the run was left before its end, by the guide or by somebody: look with -Verify.'
    exit 1
  }
}
try { Save-LabworkResult $LabworkCode }
catch {
  Write-LabworkLine ('Error: {0}' -f $_.Exception.Message)
  $script:LabworkCode = 1
}
exit $LabworkCode
`;
