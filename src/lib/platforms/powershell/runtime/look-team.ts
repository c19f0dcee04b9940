/** LBFO teams. Source: Get-NetLbfoTeam and Get-NetLbfoTeamMember; that a team is not up at once: NetworkingDsc, issue 319. */
export const lookTeam = String.raw`
function Get-LabworkTeam {
  param([hashtable] $Row)
  $name = $Row['Name']
  $wanted = @($Row['Members'])
  $teams = @(Get-NetLbfoTeam | Where-Object { $_.Name -eq $name })
  $members = @(Get-NetLbfoTeamMember)
  $elsewhere = @($members | Where-Object { $wanted -contains $_.Name -and $_.Team -ne $name })
  if ($elsewhere.Count -gt 0) {
    return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} is in the team {1}' -f $elsewhere[0].Name, $elsewhere[0].Team)
  }
  if ($teams.Count -gt 1) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('{0} teams have this name' -f $teams.Count) }
  if ($teams.Count -eq 0) {
    $adapters = @(Get-NetAdapter)
    foreach ($member in $wanted) {
      if (-not ($adapters | Where-Object { $_.Name -eq $member })) {
        return Get-LabworkAnswer -State 'blocked' -Found $null -Why (Get-LabworkMissing $member $adapters)
      }
    }
    if ($adapters | Where-Object { $_.Name -eq $Row['Nic'] }) {
      return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('another network adapter is called {0}' -f $Row['Nic'])
    }
    return Get-LabworkTaking $wanted $Row['Nic']
  }
  $team = $teams[0]
  $found = [ordered]@{
    Members       = @($team.Members | Sort-Object)
    Mode          = "$($team.TeamingMode)"
    LoadBalancing = "$($team.LoadBalancingAlgorithm)"
  }
  if (-not (Test-LabworkSameList $found['Members'] $wanted)) {
    return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('its members are {0}' -f ($found['Members'] -join ', '))
  }
  foreach ($property in 'Mode', 'LoadBalancing') {
    if ($Row.ContainsKey($property) -and $found[$property] -ne $Row[$property]) {
      return Get-LabworkAnswer -State 'blocked' -Found $found -Why ('its {0} is {1}' -f $property, $found[$property])
    }
  }
  if ("$($team.Status)" -ne 'Up') { return Get-LabworkAnswer -State 'waiting' -Found $found -Why ('the team is {0}' -f $team.Status) }
  $idle = @($members | Where-Object { $_.Team -eq $name -and 'Active', 'Standby' -notcontains "$($_.OperationalStatus)" })
  if ($idle.Count -gt 0) { return Get-LabworkAnswer -State 'waiting' -Found $found -Why ('its member {0} is {1}' -f $idle[0].Name, $idle[0].OperationalStatus) }
  if (@(Get-NetAdapter | Where-Object { $_.Name -eq $Row['Nic'] }).Count -eq 0) { return Get-LabworkAnswer -State 'waiting' -Found $found -Why ('its interface {0} is not there yet' -f $Row['Nic']) }
  Get-LabworkAnswer 'planned' $found
}

function Initialize-LabworkTeam {
  param([hashtable] $Row)
  Clear-LabworkHeld @($Row['Members'])
}

function Undo-LabworkTeam {
  param([hashtable] $Row, $Before, $Kept)
  if ($null -ne $Before) { return 'it was there before' }
  if (@(Get-NetLbfoTeam | Where-Object { $_.Name -eq $Row['Name'] }).Count -gt 0) { Remove-NetLbfoTeam -Name $Row['Name'] -Confirm:$false }
  if ($null -ne $Kept) { Restore-LabworkHeld @($Kept) '' }
}
`;
