# The machine of a rehearsal: its state, its clock, and what is ordered to go wrong. One process is one run of a script; the state outlives it.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$File = $env:REHEARSAL_WORLD
$World = [IO.File]::ReadAllText($File) | ConvertFrom-Json -AsHashtable -Depth 32
$Rows = [IO.File]::ReadAllText("$PSScriptRoot/../behaviour.json") | ConvertFrom-Json -AsHashtable
$Behaviours = @{}
# Of this run: how often each command was called, and how many changes were begun.
$Calls = @{}
$Begun = 0
# Which adapters are up, while a command is at work that only looks.
$Seen = $null
$Started = $World.now
# What is asked of the clock in one run, at most: a script that waits longer waits for ever.
$Patience = 6 * 3600

# Of a process that stays (`resident/`), which writes it when a run has ended or was killed; a process of its own may end at any time.
$Resident = 'Rehearsal.Resident' -as [type]
function Write-World { [IO.File]::WriteAllText($File, (ConvertTo-Json $World -Depth 32 -Compress)) }
function Save-World { if (-not $Resident) { Write-World } }

function Get-Clock { ([datetime]'2026-01-05T08:00:00Z').ToUniversalTime().AddSeconds($World.now) }

function Step-Clock([double] $Seconds) {
  $World.now += $Seconds
  # The next process begins where this one ends.
  if ($Seconds -ge 1) { Save-World }
  if ($World.now - $Started -gt $Patience) {
    Save-World
    [Console]::Error.WriteLine('REHEARSAL: the script waits without a limit')
    Stop-Now
  }
}

# The process is gone at once, and nothing of the script runs any more.
function Stop-Now {
  if ($Resident) { Write-World; $Resident::Park() }
  [Diagnostics.Process]::GetCurrentProcess().Kill()
  [Threading.Thread]::Sleep(10000)
}

function Get-Row([string] $Id) { $script:Rows[$Id] ?? $(throw "No row $Id in behaviour.json") }

function New-Id { '{{{0:D8}-0000-4000-8000-000000000000}}' -f ($World.serial += 1) }

function Add-Behaviour([string] $Name, [scriptblock] $Does, [double] $Lasts = 0.02, [switch] $Changes, [string[]] $Of, $With) {
  foreach ($row in $Of) { [void](Get-Row $row) }
  $script:Behaviours[$Name] = @{ does = $Does; lasts = $Lasts; changes = [bool]$Changes; with = $With }
}

# What a command refuses: it is reported as the command would, and whether that ends a script is its caller's decision.
function Stop-StandIn([string] $Message, [string] $Id = 'Windows System Error 87', [string] $Category = 'InvalidOperation') {
  throw [Management.Automation.ErrorRecord]::new([Exception]::new($Message), "StandIn|$Id", $Category, $null)
}

function New-StandInError([string] $Message, [string] $Id, [string] $Category) {
  [Management.Automation.ErrorRecord]::new([Exception]::new($Message), $Id, $Category, $null)
}

function Get-Fault([string] $Name, [bool] $Changes) {
  foreach ($fault in $World.faults) {
    if ($fault.ContainsKey('change') -and $Changes -and $fault.change -eq $script:Begun) { return $fault }
    if ($fault.ContainsKey('command') -and $fault.command -eq $Name -and ($fault['call'] ?? 1) -eq $script:Calls[$Name]) { return $fault }
  }
}

# Gives what the command gives out; what goes wrong is put into `$Wrong`, for the command itself to report by its caller's preference.
function Invoke-StandIn([string] $Name, $Bound, $Cmdlet, [ref] $Wrong) {
  $behaviour = $script:Behaviours[$Name]
  # -Force takes the question away, and not -WhatIf.
  if ($behaviour.changes -and -not ($Bound['Force'] -and -not $Bound['WhatIf'])) {
    $what = @(foreach ($one in $Bound.Values) { if ($one -is [string]) { $one } }) -join ' '
    if (-not $Cmdlet.ShouldProcess($what, $Name)) { return }
  }
  $script:Calls[$Name] = 1 + [int]$script:Calls[$Name]
  if ($behaviour.changes) { $script:Begun++ }
  $fault = if ($World.faults.Count -gt 0) { Get-Fault $Name $behaviour.changes }
  $kind = if ($fault) { $fault.kind } else { '' }
  Step-Clock $behaviour.lasts
  if ($kind -eq 'error-before') {
    Add-Log $Name $Bound 'failed'
    $Wrong.Value = New-StandInError 'A general error occurred that is not covered by a more specific error code.' 'Windows System Error 31' 'NotSpecified'
    return
  }
  if ($kind -eq 'killed-before') { Save-World; Stop-Now }
  if ($kind -eq 'full-disk') { Set-FullDisk }
  # Somebody else does the same between the look and the act.
  if ($kind -eq 'meanwhile') { try { $null = & $behaviour.does $Bound $behaviour.with } catch { $null = $_ } }
  if ($kind -eq 'never') { $World.never = $true }
  $script:Seen = $null
  if (-not $behaviour.changes) { $script:Seen = Get-UpAdapters }
  try { $result = @(& $behaviour.does $Bound $behaviour.with) }
  catch {
    if ($_.FullyQualifiedErrorId -notlike 'StandIn|*') { [Console]::Error.WriteLine("REHEARSAL: $Name broke: $_ $($_.ScriptStackTrace)"); Save-World; Stop-Now }
    Add-Log $Name $Bound 'refused' $behaviour.changes
    $Wrong.Value = New-StandInError $_.Exception.Message (($_.FullyQualifiedErrorId -split '\|')[1] -replace ',.*$') $_.CategoryInfo.Category
    return
  } finally { if ($kind -eq 'never') { $World.never = $false } }
  if ($behaviour.changes) { Add-Log $Name $Bound 'done' }
  if ($kind -eq 'killed-after') { Stop-Now }
  # It never comes back: in earnest, for no clock of the rehearsal ends it.
  if ($kind -eq 'hangs') { Save-World; [Threading.Thread]::Sleep([Threading.Timeout]::Infinite) }
  if ($kind -eq 'error-after') {
    $Wrong.Value = New-StandInError 'The operation has timed out.' 'Windows System Error 1460' 'OperationTimeout'
    return
  }
  $result
}

function Add-Log([string] $Name, $Bound, [string] $Outcome, [bool] $Keeps = $true) {
  if (-not $Keeps) { return }
  $said = [ordered]@{}
  foreach ($key in @($Bound.Keys | Sort-Object)) {
    if ($key -notin 'ErrorAction', 'Confirm', 'WarningAction', 'Verbose', 'ErrorVariable') { $said[$key] = @($Bound[$key] | ForEach-Object { "$_" }) }
  }
  $World.log = @($World.log) + @(@{ command = $Name; outcome = $Outcome; with = $said })
  Save-World
}

# From now on nothing that the script keeps can be written: what it has written lies where every write ends in "No space left on device".
function Set-FullDisk {
  foreach ($kept in [IO.Directory]::GetFiles($env:ProgramData, '*', 'AllDirectories')) {
    [IO.File]::Move($kept, "$kept.kept")
    [void][IO.File]::CreateSymbolicLink($kept, '/dev/full')
  }
}

function Select-Named($Things, $Names, [string] $Property = 'name') {
  if ($null -eq $Names) { return $Things }
  foreach ($name in @($Names)) { foreach ($thing in $Things) { if ($thing[$Property] -like $name) { $thing } } }
}

# Objects as the commands give them: a type's name, and properties that are all there.
function New-Shown([string] $Type, $Properties) {
  $shown = [pscustomobject]$Properties
  $shown.PSObject.TypeNames.Insert(0, $Type)
  $shown
}

function Stop-NotFound([string] $Class, [string] $Property, $Value) {
  Stop-StandIn "No $Class objects found with property '$Property' equal to '$Value'.  Verify the value of the property and retry." "CmdletizationQuery_NotFound_$Property" 'ObjectNotFound'
}

foreach ($part in 'adapters', 'teams', 'switches', 'addresses', 'system', 'objects', 'storage', 'cluster', 'shell') { . "$PSScriptRoot/$part.ps1" }
Export-ModuleMember -Function Invoke-StandIn, Start-Sleep, Get-Date, Test-Path, Get-Item, Get-ItemProperty, Get-ItemPropertyValue, Get-Acl, '*.exe', 'whoami', 'icacls', 'ping', 'arp', 'schtasks', 'shutdown', 'netsh', 'net', 'Get-RehearsedNames'
