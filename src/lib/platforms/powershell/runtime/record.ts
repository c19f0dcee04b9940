/** What a host script writes down, and where: the lock, the snapshot, the journal, the result. */
export const record = String.raw`
function Get-LabworkTime { [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture) }

# Everybody may make folders in %ProgramData%: this one is for administrators and the system alone, and what lies in one that somebody else has made
# is not believed. Source: SDDL, owner O:, built-in administrators BA, local system SY.
function Open-LabworkFolder {
  $root = Join-Path -Path $env:ProgramData -ChildPath 'Labworks'
  foreach ($folder in $root, $script:LabworkFolder) {
    if (-not (Test-Path -LiteralPath $folder)) { $null = New-Item -ItemType Directory -Path $folder }
    elseif ((Get-Acl -LiteralPath $folder).Sddl -notmatch '^O:(BA|SY)') { Deny-LabworkRun ('{0} was made by somebody who need be no administrator. Look at what is in it, and remove it.' -f $folder) }
    if ((Get-Item -LiteralPath $folder -Force).Attributes -band [IO.FileAttributes]::ReparsePoint) { Deny-LabworkRun ('{0} is a link to another folder.' -f $folder) }
    $null = icacls.exe $folder /setowner '*S-1-5-32-544'
    $null = icacls.exe $folder /inheritance:r /grant:r '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F'
    if (-not $?) { throw ('{0} could not be kept for administrators.' -f $folder) }
  }
}

# Held open as long as this run lasts, and let go of by Windows however it ends.
function Open-LabworkLock {
  try {
    $script:LabworkLock = [IO.File]::Open((Join-Path -Path $script:LabworkFolder -ChildPath 'run.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
  }
  catch [IO.IOException] { Deny-LabworkRun 'Another run of this labwork is under way on this computer.' }
}

function Close-LabworkLock {
  if ($null -ne $script:LabworkLock) {
    $script:LabworkLock.Dispose()
    $script:LabworkLock = $null
  }
}

function Write-LabworkEvent {
  param([string] $What, [hashtable] $Command, [object[]] $Rows)
  $entry = [ordered]@{
    time    = Get-LabworkTime
    event   = $What
    version = $script:LabworkVersion
    step    = $Command['Step']
    command = $Command['Id']
    key     = '{0} {1}' -f $Command['Step'], $Command['Key']
    rows    = @($Rows | ForEach-Object { $row = if ($_['Row']) { $_['Row'] } else { $script:LabworkRows[$_['Id']] }; [ordered]@{ kind = $row['Kind']; title = "$($row['Title'])"; name = "$($row['Name'])"; found = $_['Found']; kept = $_['Kept'] } })
  }
  [IO.File]::AppendAllText($script:LabworkJournal, (ConvertTo-Json -InputObject $entry -Depth 8 -Compress) + [char]10)
}

# A last line that was cut off by a failure of the machine says nothing.
function Read-LabworkJournal {
  if (-not (Test-Path -LiteralPath $script:LabworkJournal)) { return }
  foreach ($line in [IO.File]::ReadAllLines($script:LabworkJournal)) {
    if ($line -eq '') { continue }
    try { ConvertFrom-Json -InputObject $line } catch { Write-LabworkLine ('! A line of {0} cannot be read and is left out.' -f $script:LabworkJournal) }
  }
}

function Save-LabworkSnapshot {
  param([object[]] $States)
  if ($script:LabworkWhatIf) { return }
  if ((Measure-LabworkState $States 'make', 'change') -eq 0) { return }
  $path = Join-Path -Path $script:LabworkFolder -ChildPath ('snapshot-{0}.json' -f ((Get-LabworkTime) -replace '[^0-9TZ]', ''))
  [IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject (Get-LabworkResult $null) -Depth 8))
}

function Get-LabworkResult {
  param($Code)
  [ordered]@{
    labwork  = $script:LabworkNumber
    version  = $script:LabworkVersion
    device   = $script:LabworkDevice
    computer = $env:COMPUTERNAME
    time     = Get-LabworkTime
    mode     = $script:LabworkMode
    exitCode = $Code
    message  = $script:LabworkMessage
    steps    = @($script:LabworkChosen)
    values   = @($script:LabworkValues | ForEach-Object { [ordered]@{ name = $_['Name']; value = $_['Value'] } })
    commands = $script:LabworkChanged
    resources = @($script:LabworkStates | ForEach-Object {
        [ordered]@{ step = $_['Row']['Step']; kind = $_['Row']['Kind']; title = "$($_['Row']['Title'])"; name = $_['Row']['Name']; state = $_['State']; why = $_['Why']; found = $_['Found'] }
      })
  }
}

function Save-LabworkResult {
  param([int] $Code)
  if (-not $script:LabworkOutFile) { return }
  [IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($script:LabworkOutFile), (ConvertTo-Json -InputObject (Get-LabworkResult $Code) -Depth 8))
}

# The machine, the values and the steps are what they were when the plan was written.
function Assert-LabworkPlanFile {
  if (-not $script:LabworkPlanFile) { return }
  $plan = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($script:LabworkPlanFile)))
  $now = ConvertFrom-Json -InputObject (ConvertTo-Json -InputObject (Get-LabworkResult $null) -Depth 8)
  foreach ($property in 'labwork', 'version', 'device', 'computer', 'steps', 'values', 'resources') {
    if ((ConvertTo-LabworkText $plan.$property) -ne (ConvertTo-LabworkText $now.$property)) {
      Deny-LabworkRun ('{0} is of another state: its {1} are not those of now. Plan again.' -f $script:LabworkPlanFile, $property)
    }
  }
}
`;
