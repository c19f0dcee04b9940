# Stays, and runs the script of each line of JSON that comes in; answers with a line of JSON.
param([string] $Assembly)
$ErrorActionPreference = 'Stop'
if (-not [IO.File]::Exists($Assembly)) {
  $made = "$Assembly.$PID"
  Add-Type -LiteralPath "$PSScriptRoot/Resident.cs" -OutputAssembly $made -OutputType Library -CompilerOptions '-nullable', '-langversion:preview'
  [IO.File]::Move($made, $Assembly, $true)
}
Add-Type -LiteralPath $Assembly
$answers = [Console]::Out
# Whatever writes to the console itself is no answer.
[Console]::SetOut([Console]::Error)
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $asked = ConvertFrom-Json $line -AsHashtable
  $before = @(Get-Runspace | ForEach-Object { $_.Id })
  $result = [Rehearsal.Resident]::Run($asked.profile, $asked.script, [string[]]$asked.args, $asked.folder, $asked.environment)
  # What a script left running, as a watch over itself, goes with its process.
  foreach ($other in Get-Runspace) { if ($before -notcontains $other.Id -and $other.Id -ne $result.Runspace) { $other.CloseAsync() } }
  $answers.WriteLine((ConvertTo-Json @{ code = $result.Code; output = $result.Output; held = [Rehearsal.Resident]::Held } -Compress))
  $answers.Flush()
}
