/** What every host script has, whatever its labwork is: words, states, the look at all resources. */
export const core = String.raw`
function Write-LabworkLine {
  param([string] $Text = '')
  $Host.UI.WriteLine($Text)
}

# Ends the run before anything was changed: exit code 3.
function Deny-LabworkRun {
  param([string] $Why)
  $script:LabworkRefused = $true
  throw $Why
}

# planned: as it is to be. waiting: made, and not ready yet. make, change: to be done. blocked: something is in the way.
function Get-LabworkAnswer {
  param([string] $State, $Found, [string] $Why = '', $Kept = $null)
  @{ State = $State; Found = $Found; Why = $Why; Kept = $Kept }
}

function Test-LabworkSameList {
  param([object[]] $One, [object[]] $Other)
  (@($One | Sort-Object -Unique) -join '|') -eq (@($Other | Sort-Object -Unique) -join '|')
}

function Get-LabworkMissing {
  param([string] $Name, [object[]] $Adapters)
  'there is no network adapter {0} here, only {1}' -f $Name, (@($Adapters | ForEach-Object { $_.Name } | Sort-Object) -join ', ')
}

# The adapters and switches that are there with a resource.
function Get-LabworkBrought {
  param([hashtable] $Row)
  $name = $Row['Name']
  switch ($Row['Kind']) {
    'Team' { $name; $Row['Nic'] }
    'VirtualSwitch' { $name; if ($Row['HostAdapter']) { 'vEthernet ({0})' -f $name } }
    'HostAdapter' { $name; 'vEthernet ({0})' -f $name }
  }
}

# Whether one of the steps that are to be run makes the adapter or switch of this name.
function Test-LabworkComing {
  param([string] $Name)
  @($script:LabworkWanted | Where-Object { @(Get-LabworkBrought $_) -contains $Name }).Count -gt 0
}

# A look at a resource. One that fails ends the run: nothing is taken to be absent because nobody could look.
function Get-LabworkLook {
  param([hashtable] $Row)
  $missing = @(Get-LabworkNeeded $Row | Where-Object { -not (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
  if ($missing.Count -gt 0) {
    # A role that is installed on the way brings the commands, and nothing of its kind is there before.
    if (@($script:LabworkWanted | Where-Object { $_['Needs'] -eq 'Get-WindowsFeature' }).Count -gt 0) { return Get-LabworkAnswer 'make' $null }
    return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} is not here: a role or a module is missing' -f $missing[0])
  }
  Enter-LabworkWatch ('The look at ' + (Get-LabworkRowText $Row))
  & ('Get-Labwork' + $Row['Kind']) $Row
}

# How it stands with a resource.
function Get-LabworkState {
  param([hashtable] $Row)
  $look = Get-LabworkLook $Row
  if ($look['State'] -eq 'planned') { return $look }
  # A later step makes another thing of it, and has done so.
  $later = @($script:LabworkRows | Where-Object { $_['Id'] -gt $Row['Id'] -and $_['Kind'] -eq $Row['Kind'] -and $_['Title'] -eq $Row['Title'] -and $_['Name'] -eq $Row['Name'] })
  foreach ($one in $later) {
    if ((Get-LabworkLook $one)['State'] -eq 'planned') { return Get-LabworkAnswer 'planned' $look['Found'] }
  }
  $look
}

function Get-LabworkNeeded {
  param([hashtable] $Row)
  if ($Row['Needs']) { return $Row['Needs'] }
  $script:LabworkNeeds[$Row['Kind']]
}

function Test-LabworkStep {
  param([string] $Name)
  $Name -eq '' -or $script:LabworkChosen -contains $Name
}

function Get-LabworkRowText {
  param([hashtable] $Row)
  '{0} {1}' -f $(if ($Row['Title']) { $Row['Title'] } else { $script:LabworkKinds[$Row['Kind']] }), $Row['Name']
}

function Get-LabworkWantedText {
  param([hashtable] $Row)
  if ($Row['Want']) { return ' (' + (@($Row['Want'].Keys | ForEach-Object { '{0} {1}' -f $_, (@($Row['Want'][$_]) -join ', ') }) -join '; ') + ')' }
  $parts = foreach ($key in @($Row.Keys | Where-Object { 'Id', 'Step', 'Kind', 'Name' -notcontains $_ } | Sort-Object)) { '{0} {1}' -f $key, (@($Row[$key]) -join ', ') }
  if ($parts) { ' (' + (@($parts) -join '; ') + ')' }
}

function ConvertTo-LabworkText {
  param($Value)
  if ($null -eq $Value) { return 'null' }
  ConvertTo-Json -InputObject $Value -Depth 8 -Compress
}

# Looks at every resource of the chosen steps.
function Get-LabworkOverview {
  $states = @()
  foreach ($row in $script:LabworkWanted) {
    $look = Get-LabworkState $row
    $states += @{ Row = $row; State = $look['State']; Found = $look['Found']; Why = $look['Why']; Kept = $look['Kept'] }
  }
  # One command makes several things: a part of them cannot be made alone.
  foreach ($command in $script:LabworkCommands) {
    $own = @($states | Where-Object { @($command['Makes']) -contains $_['Row']['Id'] })
    if ($own.Count -lt 2) { continue }
    $done = @($own | Where-Object { 'planned', 'waiting' -contains $_['State'] -and ($_['Row']['Kind'] -ne 'Setting' -or $_['Row']['Make']) })
    $open = @($own | Where-Object { $_['State'] -eq 'make' })
    if ($done.Count -gt 0 -and $open.Count -gt 0) {
      foreach ($one in $open) { $one['State'] = 'blocked'; $one['Why'] = 'what its command makes as well is there: ' + (Get-LabworkRowText $done[0]['Row']) }
    }
  }
  , $states
}

function Write-LabworkOverview {
  param([object[]] $States)
  $signs = @{ planned = '='; waiting = '.'; make = '+'; change = '~'; blocked = '!' }
  $step = ''
  foreach ($one in $States) {
    if ($one['Row']['Step'] -ne $step) {
      $step = $one['Row']['Step']
      Write-LabworkLine ''
      Write-LabworkLine ('Step {0}' -f $step)
    }
    $wanted = if ('make', 'change' -contains $one['State']) { Get-LabworkWantedText $one['Row'] } else { '' }
    $why = if ($one['Why']) { ': ' + $one['Why'] } else { '' }
    Write-LabworkLine ('  {0} {1}{2}{3}' -f $signs[$one['State']], (Get-LabworkRowText $one['Row']), $wanted, $why)
  }
}

function Measure-LabworkState {
  param([object[]] $States, [string[]] $Names)
  @($States | Where-Object { $Names -contains $_['State'] }).Count
}

# The parameters as they are now, each with what this machine has under that name.
function Write-LabworkValueTable {
  if (@($script:LabworkValues).Count -eq 0) { return }
  Write-LabworkLine ''
  Write-LabworkLine 'Values, each a parameter of this script:'
  $adapters = @()
  if (@($script:LabworkValues | Where-Object { $_['Adapter'] }).Count -gt 0) { $adapters = @(Get-NetAdapter) }
  foreach ($value in $script:LabworkValues) {
    $about = $value['About']
    if ($value['Adapter']) {
      $found = @($adapters | Where-Object { $_.Name -eq $value['Value'] })
      $about = if ($found.Count -eq 0) { 'NOT HERE' } else { '{0}, {1}, {2}' -f $found[0].InterfaceDescription, $found[0].Status, $found[0].LinkSpeed }
    }
    Write-LabworkLine ('  -{0,-22} {1,-24} {2}' -f $value['Name'], $value['Value'], $about)
  }
}
`;
