/** What must be so before anything is done. */
export const gate = String.raw`
# High integrity: S-1-16-12288, System: S-1-16-16384 (well-known SIDs).
function Test-LabworkElevated { "$(whoami.exe /groups)" -match 'S-1-16-(12288|16384)' }

# The addresses of this computer at which somebody is connected by Remote Desktop, PowerShell or SSH.
function Get-LabworkSession {
  @(Get-NetTCPConnection | Where-Object { "$($_.State)" -eq 'Established' -and 3389, 5985, 5986, 22 -contains $_.LocalPort } |
      ForEach-Object { "$($_.LocalAddress)" } | Sort-Object -Unique)
}

# Sources: about_Session_Manager, Component Based Servicing, Windows Update; a computer that was renamed has two names until then.
function Get-LabworkPendingRestart {
  $keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending',
  'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
  foreach ($key in $keys) { if (Test-Path -LiteralPath $key) { return $key } }
}

function Assert-LabworkMachine {
  if ($env:COMPUTERNAME -ne $script:LabworkHostName) { Deny-LabworkRun ('This computer is {0}, and the steps are for {1}. If it is the one, say -HostName {0}.' -f $env:COMPUTERNAME, $script:LabworkHostName) }
  $system = Get-CimInstance -ClassName Win32_OperatingSystem
  $build = [int] $system.BuildNumber
  $known = @($script:LabworkSystems | Where-Object { $_['Build'] -eq $build })
  if ([int] $system.ProductType -eq 1 -or $known.Count -eq 0) { Deny-LabworkRun ('{0} (build {1}) is none of the versions of Windows that the commands were checked for: {2}.' -f $system.Caption, $build, (@($script:LabworkSystems | Where-Object { -not $_['Why'] } | ForEach-Object { $_['Title'] }) -join ', ')) }
  if ($known[0]['Why']) { Deny-LabworkRun ('{0}: {1}' -f $known[0]['Title'], $known[0]['Why']) }
  if (-not (Test-LabworkElevated)) { Deny-LabworkRun 'Run this in an elevated PowerShell (Run as administrator).' }
  $pending = Get-LabworkPendingRestart
  if ($pending) {
    if ('Apply', 'Undo', 'Repair' -contains $script:LabworkMode) { Deny-LabworkRun ('Windows waits for a restart ({0}). Restart, then run this again.' -f $pending) }
    Write-LabworkLine ('! Windows waits for a restart ({0}): nothing is applied before that.' -f $pending)
  }
}

# Nobody is to cut the branch they sit on.
function Assert-LabworkSession {
  param([object[]] $States)
  $open = @($States | Where-Object { 'make', 'change' -contains $_['State'] } | ForEach-Object { $_['Row']['Id'] })
  $offline = @($script:LabworkCommands | Where-Object { @($_['Makes'] | Where-Object { $open -contains $_ }).Count -gt 0 } | ForEach-Object { $_['Offline'] } | Where-Object { $_ })
  Assert-LabworkNobody $offline
}

# Whether somebody is connected over one of these adapters.
function Assert-LabworkNobody {
  param([string[]] $Names)
  if ($script:LabworkMayDisconnect -or $Names.Count -eq 0) { return }
  $sessions = @(Get-LabworkSession)
  if ($sessions.Count -eq 0) { return }
  foreach ($address in @(Get-NetIPAddress)) {
    if ($sessions -contains "$($address.IPAddress)" -and $Names -contains $address.InterfaceAlias) {
      Deny-LabworkRun ('Somebody is connected over {0} ({1}), which goes off the network. Use another way in, or say -AllowDisconnect.' -f $address.InterfaceAlias, $address.IPAddress)
    }
  }
}
`;

/** Commands of which nobody knows what they change: they run once, by the record of what was run, for there is nothing to look at. */
export const openCommands = String.raw`
function Get-LabworkOpenCommand { @($script:LabworkCommands | Where-Object { $_['Unknown'] -and (Test-LabworkStep $_['Step']) }) }

function Get-LabworkRecordOf {
  param([hashtable] $Command)
  $last = @(Read-LabworkJournal | Where-Object { $_.key -eq ('{0} {1}' -f $Command['Step'], $Command['Key']) -and 'begin', 'done', 'undone' -contains $_.event })
  if ($last.Count -eq 0 -or $last[-1].event -eq 'undone') { return 'never run' }
  if ($last[-1].event -eq 'done') { return 'done' }
  'begun'
}

function Assert-LabworkOpenCommand {
  foreach ($command in @(Get-LabworkOpenCommand)) {
    $record = Get-LabworkRecordOf $command
    if ($record -eq 'begun') { Deny-LabworkRun ('Step {0}: {1} was begun before and not seen to end. Nobody knows here what it changes: look, and finish that step by hand.' -f $command['Step'], $command['Unknown']) }
    if ($record -eq 'never run' -and -not $command['Trusted'] -and @($script:LabworkStepNames).Count -eq 0) {
      Deny-LabworkRun ('Step {0}: nobody knows here what {1} changes, and the guide says neither how to verify it nor how to take it back. Run that step by its name (-Step {0}) once you have read it.' -f $command['Step'], $command['Unknown'])
    }
  }
}
`;

/** Where there are none. */
export const noOpenCommands = String.raw`
function Get-LabworkOpenCommand { }
function Get-LabworkRecordOf { }
function Assert-LabworkOpenCommand { }
`;
