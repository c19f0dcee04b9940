/**
 * Addresses that go with the adapter beneath them. A member of a team has no address (NIC Teaming, Microsoft Learn), and one beneath a
 * virtual switch has none either: it is written down, taken from the adapter, and put on what takes its place. A scheduled task takes all of it back
 * unless somebody who has come in again says that it is to be kept.
 */
export const moving = String.raw`
# What somebody has set on these adapters, with what belongs to it.
function Get-LabworkHeld {
  param([string[]] $Names)
  foreach ($one in @(Get-NetIPAddress -AddressFamily IPv4 | Where-Object { $Names -contains $_.InterfaceAlias -and "$($_.PrefixOrigin)" -eq 'Manual' })) {
    $alias = "$($one.InterfaceAlias)"
    $ways = @(Get-NetRoute -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.DestinationPrefix -eq '0.0.0.0/0' })
    [ordered]@{
      Adapter = $alias
      Address = "$($one.IPAddress)"
      Prefix  = [int] $one.PrefixLength
      Gateway = $(if ($ways.Count -gt 0) { "$($ways[0].NextHop)" } else { '' })
      Servers = @(Get-DnsClientServerAddress -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias } | ForEach-Object { $_.ServerAddresses } | ForEach-Object { "$_" })
    }
  }
}

# To make, or in the way: of what takes these adapters. Nothing is moved that nobody has said to.
function Get-LabworkTaking {
  param([string[]] $Names, [string] $To)
  $other = @(Get-NetIPAddress -AddressFamily IPv6 | Where-Object { $Names -contains $_.InterfaceAlias -and "$($_.PrefixOrigin)" -eq 'Manual' })
  if ($other.Count -gt 0) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} has the address {1}, which it loses, and IPv6 addresses do not go along: write it down, and remove it' -f $other[0].InterfaceAlias, $other[0].IPAddress) }
  $held = @(Get-LabworkHeld $Names)
  # None is not the same as one that was taken already: undo compares it with what was there before.
  if ($held.Count -eq 0) { return Get-LabworkAnswer -State 'make' -Found $null -Kept @() }
  $what = '{0} has the address {1}' -f $held[0]['Adapter'], $held[0]['Address']
  if (-not $To) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ($what + ', which nothing here takes over') -Kept $held }
  if (-not $script:LabworkMayMove) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0}, which it loses: with -MoveAddress it goes to {1}' -f $what, $To) -Kept $held }
  $own = @($held | ForEach-Object { $_['Adapter'] })
  $routes = @(Get-NetRoute -AddressFamily IPv4 | Where-Object { $own -contains $_.InterfaceAlias -and "$($_.Protocol)" -eq 'NetMgmt' -and '0.0.0.0' -ne $_.NextHop -and $_.DestinationPrefix -ne '0.0.0.0/0' })
  if ($routes.Count -gt 0) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0}, and a route to {1} that would not go with it' -f $what, $routes[0].DestinationPrefix) -Kept $held }
  Get-LabworkAnswer -State 'make' -Found $null -Why ('{0}, which goes to {1}' -f $what, $To) -Kept $held
}

function Clear-LabworkHeld {
  param([string[]] $Names)
  foreach ($one in @(Get-LabworkHeld $Names)) {
    $alias = $one['Adapter']
    Remove-NetIPAddress -InterfaceAlias $alias -IPAddress $one['Address'] -Confirm:$false
    foreach ($way in @(Get-NetRoute -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.DestinationPrefix -eq '0.0.0.0/0' })) {
      Remove-NetRoute -InterfaceAlias $alias -DestinationPrefix '0.0.0.0/0' -NextHop $way.NextHop -Confirm:$false
    }
    if ($one['Servers'].Count -gt 0) { Set-DnsClientServerAddress -InterfaceAlias $alias -ResetServerAddresses }
  }
}

# Puts addresses on an adapter, or each on the one that had it, wherever that was not done yet.
function Restore-LabworkHeld {
  param([object[]] $Held, [string] $To)
  foreach ($one in $Held) {
    $alias = if ($To) { $To } else { $one.Adapter }
    for ($slept = 0; @(Get-NetIPInterface -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias }).Count -eq 0; $slept += 2) {
      if ($slept -ge $script:LabworkTimeout) { throw ('{0} is not there after {1} seconds, and the address {2} is on no adapter.' -f $alias, $slept, $one.Address) }
      Start-Sleep -Seconds 2
    }
    if (@(Get-NetIPAddress -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.IPAddress -eq $one.Address }).Count -eq 0) {
      Set-NetIPInterface -InterfaceAlias $alias -AddressFamily IPv4 -Dhcp Disabled
      # An interface that is seen may still not take an address: error 1168, Element not found.
      for ($slept = 0; ; $slept += 2) {
        try {
          $null = New-NetIPAddress -InterfaceAlias $alias -IPAddress $one.Address -PrefixLength $one.Prefix
          break
        }
        catch {
          if ($slept -ge $script:LabworkTimeout -or "$($_.FullyQualifiedErrorId) $($_.Exception.Message)" -notmatch '1168|Element not found') { throw }
          Start-Sleep -Seconds 2
        }
      }
    }
    if ($one.Gateway -and @(Get-NetRoute -AddressFamily IPv4 | Where-Object { $_.InterfaceAlias -eq $alias -and $_.DestinationPrefix -eq '0.0.0.0/0' }).Count -eq 0) {
      $null = New-NetRoute -InterfaceAlias $alias -DestinationPrefix '0.0.0.0/0' -NextHop $one.Gateway
    }
    if (@($one.Servers).Count -gt 0) { Set-DnsClientServerAddress -InterfaceAlias $alias -ServerAddresses @($one.Servers) }
    Write-LabworkLine ('  the address {0} is on {1}' -f $one.Address, $alias)
  }
}

# What was taken from beneath a resource and is on no adapter: a run may have ended between the two.
function Complete-LabworkMove {
  param([hashtable] $Row)
  if ($script:LabworkWhatIf -or 'Team', 'VirtualSwitch' -notcontains $Row['Kind']) { return }
  # What was kept is settled, and may have been changed since.
  $origin = Get-LabworkOrigin @(Select-LabworkArmed @(Read-LabworkJournal)) $Row
  if ($null -eq $origin -or $null -eq $origin.kept) { return }
  $here = @(Get-NetIPAddress -AddressFamily IPv4 | ForEach-Object { $_.IPAddress })
  $lost = @($origin.kept | Where-Object { $here -notcontains $_.Address })
  if ($lost.Count -eq 0) { return }
  Enter-LabworkWatch ('What puts the address of this host on ' + (Get-LabworkRowText $Row)) 6
  Restore-LabworkHeld $lost $(if ($Row['Kind'] -eq 'Team') { $Row['Nic'] } else { 'vEthernet ({0})' -f $Row['Name'] })
}

function Get-LabworkRevertName { 'Labworks {0} {1}: take back' -f $script:LabworkNumber, ($script:LabworkDevice -replace '[\\/:*?"<>|]', '-') }
function Test-LabworkRevert { @(Get-ScheduledTask | Where-Object { $_.TaskName -eq (Get-LabworkRevertName) }).Count -gt 0 }

# The task that takes all of it back. Each time that it is set it has the whole time before it; while a run is under way it is refused, and tries again.
function Register-LabworkRevert {
  $copy = Join-Path -Path $script:LabworkFolder -ChildPath 'Invoke-Labwork.ps1'
  $revert = Join-Path -Path $script:LabworkFolder -ChildPath 'Revert.ps1'
  $file = Join-Path -Path $script:LabworkFolder -ChildPath 'revert-parameters.json'
  if ($script:LabworkFile -ne $copy) { [IO.File]::Copy($script:LabworkFile, $copy, $true) }
  $given = [ordered]@{ Undo = $true; Revert = $true; HostName = $script:LabworkHostName; TimeoutSeconds = $script:LabworkTimeout; AllowDisconnect = $true; OutFile = (Join-Path -Path $script:LabworkFolder -ChildPath 'revert-result.json') }
  foreach ($value in $script:LabworkValues) { $given[$value['Name']] = $value['Value'] }
  [IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $given -Depth 4))
  $lines = '$given = @{}',
  ('foreach ($one in (ConvertFrom-Json -InputObject ([IO.File]::ReadAllText({0}))).PSObject.Properties) {{ $given[$one.Name] = $one.Value }}' -f (ConvertTo-LabworkQuoted $file)),
  ('& {0} @given' -f (ConvertTo-LabworkQuoted $copy)),
  'exit $LASTEXITCODE'
  [IO.File]::WriteAllText($revert, ($lines -join [Environment]::NewLine))
  $due = [DateTime]::Now.AddMinutes($script:LabworkRevertMinutes)
  $task = @{
    TaskName  = Get-LabworkRevertName
    Action    = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument ('-NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}"' -f $revert)
    Trigger   = New-ScheduledTaskTrigger -Once -At $due -RepetitionInterval ([TimeSpan]::FromMinutes(5)) -RepetitionDuration ([TimeSpan]::FromDays(1))
    Principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
    Settings  = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
  }
  $null = Register-ScheduledTask @task -Force
  $script:LabworkArmed = $true
  Write-LabworkLine ('  ! From {0:yyyy-MM-dd HH:mm} on a scheduled task takes back what was made here, unless somebody comes in over the network and says -Keep before.' -f $due)
}

function ConvertTo-LabworkQuoted {
  param([string] $Text)
  "'" + ($Text -replace "'", "''") + "'"
}

# Before the first command that takes an address from its adapter.
function Enable-LabworkRevert {
  param([object[]] $States)
  $moves = @($States | Where-Object { 'Team', 'VirtualSwitch' -contains $_['Row']['Kind'] -and $_['State'] -eq 'make' -and $null -ne $_['Kept'] -and @($_['Kept']).Count -gt 0 })
  if ($moves.Count -eq 0 -or $script:LabworkWhatIf) { return }
  if (-not (Test-LabworkRevert)) { Write-LabworkEvent -What 'armed' -Command @{ Step = '' } -Rows @() }
  Register-LabworkRevert
}

# Whoever has come in again is given the whole time once more.
function Resume-LabworkRevert { if ($script:LabworkArmed) { Register-LabworkRevert } }

function Disable-LabworkRevert {
  param([string] $What)
  $script:LabworkArmed = $false
  if (-not (Test-LabworkRevert)) { return }
  Write-LabworkEvent -What $What -Command @{ Step = '' } -Rows @()
  Unregister-ScheduledTask -TaskName (Get-LabworkRevertName) -Confirm:$false
  Write-LabworkLine 'The scheduled task that would take it back is gone.'
}

# What was done since the task was set for the first time.
function Select-LabworkArmed {
  param([object[]] $Journal)
  $chosen = @()
  $armed = $false
  foreach ($entry in $Journal) {
    if ($entry.event -eq 'armed') { $armed = $true }
    elseif ('kept', 'reverted' -contains $entry.event) { $armed = $false; $chosen = @() }
    elseif ($armed) { $chosen += $entry }
  }
  $chosen
}

# What undo goes by: the scheduled task takes back what was done since it was set.
function Get-LabworkDone {
  if ($script:LabworkRevert) { Select-LabworkArmed @(Read-LabworkJournal) } else { Read-LabworkJournal }
}

function Invoke-LabworkKeep {
  $states = Get-LabworkOverview
  $script:LabworkStates = $states
  Write-LabworkOverview $states
  Write-LabworkLine ''
  if (-not (Test-LabworkRevert)) { Write-LabworkLine 'Nothing waits to be kept.' }
  Disable-LabworkRevert 'kept'
  if ((Measure-LabworkState $states 'planned') -lt $states.Count) { return 2 }
  0
}
`;

/** Where nothing takes an adapter from beneath its address. */
export const noMoving = String.raw`
function Complete-LabworkMove { }
function Enable-LabworkRevert { }
function Resume-LabworkRevert { }
function Disable-LabworkRevert { }
function Get-LabworkDone { Read-LabworkJournal }
`;
