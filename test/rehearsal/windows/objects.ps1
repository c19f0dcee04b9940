# Commands that keep things by a key and do no more: `objects` of behaviour.json has a row a noun.

function Find-Objects($Bound, $Row) {
  $things = @($World.objects[$Row.noun] ?? @())
  $wanted = $Bound[$Row.key]
  if ($null -eq $wanted) { return $things }
  foreach ($one in @($wanted)) {
    $these = @($things | Where-Object { "$($_[$Row.key])" -like "$one" })
    if (-not $these -and "$one" -notmatch '[*?]') { Stop-NotFound $Row.noun $Row.key "$one" }
    $these
  }
}
function Show-Object($Thing, $Row) {
  $shown = [ordered]@{}
  foreach ($name in @($Row.shows)) { $shown[$name] = $null }
  foreach ($name in @($Thing.Keys)) { $shown[$name] = $Thing[$name] }
  New-Shown $Row.noun $shown
}
function Get-Kept($Given) {
  if ($Given -is [array]) { return , @($Given | ForEach-Object { "$_" }) }
  if ($Given -is [switch]) { return [bool]$Given }
  if ($Given -is [bool] -or $Given -is [int]) { $Given } else { "$Given" }
}

foreach ($noun in @($Rows.objects.Keys)) {
  $row = $Rows.objects[$noun]
  $row.noun = $noun
  foreach ($verb in @($row.makes)) {
    Add-Behaviour "$verb-$noun" -Changes -Lasts $row.lasts -With $row {
      param($p, $row)
      $name = "$($p[$row.key] ?? $row['only'])"
      $things = @($World.objects[$row.noun] ?? @())
      if ($things | Where-Object { "$($_[$row.key])" -eq $name }) { Stop-StandIn "$($row.noun) '$name' exists already." 'Windows System Error 183' 'ResourceExists' }
      $thing = @{ $row.key = $name }
      foreach ($one in @($p.Keys)) { $thing[$one] = Get-Kept $p[$one] }
      $World.objects[$row.noun] = $things + @($thing)
      Show-Object $thing $row
    }
  }
  foreach ($verb in @($row.sets)) {
    Add-Behaviour "$verb-$noun" -Changes -Lasts $row.lasts -With $row {
      param($p, $row) foreach ($thing in @(Find-Objects $p $row)) { foreach ($one in @($p.Keys)) { if ($one -ne $row.key) { $thing[$one] = Get-Kept $p[$one] } } }
    }
  }
  foreach ($verb in @($row.removes)) {
    Add-Behaviour "$verb-$noun" -Changes -Lasts $row.lasts -With $row {
      param($p, $row)
      $gone = @(Find-Objects $p $row | ForEach-Object { $_[$row.key] })
      $World.objects[$row.noun] = @($World.objects[$row.noun] | Where-Object { $gone -notcontains $_[$row.key] })
    }
  }
  Add-Behaviour "Get-$noun" -With $row { param($p, $row) foreach ($thing in @(Find-Objects $p $row)) { Show-Object $thing $row } }
}
