/** What one command of Windows reads and another sets: how both are called stands in the row itself. */
export const lookSetting = String.raw`
# Read gives what there is; Want has its properties as they are to be. With Make nothing is there before it is made.
function Get-LabworkSetting {
  param([hashtable] $Row)
  $things = @(& $Row['Read'])
  if ($things.Count -gt 1) { return Get-LabworkAnswer -State 'blocked' -Found $null -Why ('there are {0} of it' -f $things.Count) }
  if ($things.Count -eq 0) {
    if ($Row['Make'] -or ($Row['On'] -and (Test-LabworkComing $Row['On']))) { return Get-LabworkAnswer 'make' $null }
    return Get-LabworkAnswer -State 'blocked' -Found $null -Why 'it is not here'
  }
  $found = [ordered]@{}
  $other = @()
  foreach ($property in $Row['Want'].Keys) {
    $value = $things[0]
    foreach ($part in $property.Split('.')) { $value = if ($null -ne $value -and $value.PSObject.Properties[$part]) { $value.$part } else { $null } }
    $found[$property] = @($value | ForEach-Object { "$_" }) -join ', '
    if ($found[$property] -ne (@($Row['Want'][$property] | ForEach-Object { "$_" }) -join ', ')) { $other += '{0} is {1}' -f $property, $found[$property] }
  }
  if ($other.Count -eq 0) { return Get-LabworkAnswer 'planned' $found }
  if ($other -match 'Pending$') { return Get-LabworkAnswer -State 'waiting' -Found $found -Why ($other -join ', ') }
  if ($Row['Make']) { return Get-LabworkAnswer -State 'blocked' -Found $found -Why ($other -join ', ') }
  Get-LabworkAnswer -State 'change' -Found $found -Why ($other -join ', ')
}

function Undo-LabworkSetting {
  param([hashtable] $Row, $Before)
  & $Row['Back'] $Before
}
`;
