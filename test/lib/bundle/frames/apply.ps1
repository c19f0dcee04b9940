#Requires -Version 4.0
#Requires -RunAsAdministrator
[CmdletBinding()]
param([Alias('Step')] [ValidateSet('2:3', '2:6', '2:7')] [string[]] $LabworkStep = @('2:3', '2:6', '2:7'))
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
$LabworkRecord = Join-Path -Path $env:ProgramData -ChildPath 'Labworks\labworks-2-smb1.txt'
$LabworkStepOpen = ''
$LabworkEnded = $false
function Write-LabworkStep([string] $Name, [string] $What) {
  $null = New-Item -ItemType Directory -Force -Path (Split-Path -Path $script:LabworkRecord) -WhatIf:$false -Confirm:$false
  Add-Content -LiteralPath $script:LabworkRecord -Value ('{0} {1} {2:yyyy-MM-dd HH:mm:ss}' -f $Name, $What, (Get-Date)) -ErrorAction Stop -WhatIf:$false -Confirm:$false
  $script:LabworkStepOpen = if ($What -eq 'begun') { $Name } else { '' }
  $script:ErrorActionPreference = 'Stop'
  $script:PSDefaultParameterValues['*:ErrorAction'] = 'Stop'
  Write-Host "--- Step $Name $What"
}
$LabworkKnown = @(if (Test-Path -LiteralPath $LabworkRecord) { Get-Content -LiteralPath $LabworkRecord })
$LabworkAgain = @($LabworkStep | Where-Object -FilterScript { $LabworkKnown -match "^$_ " })
if ($LabworkAgain) {
  throw "Nothing was run. On this machine the script has begun these steps before: $($LabworkAgain -join ', '). Its record is $LabworkRecord. Look with verify.ps1, and name the steps that are still to run with -Step. If you took a step back by hand, take its lines out of the record."
}
Push-Location -StackName Labworks
try {
if ($LabworkStep -contains '2:3') {
Write-LabworkStep '2:3' 'begun'
. {
}
Write-LabworkStep '2:3' 'done'
}
if ($LabworkStep -contains '2:6') {
Write-LabworkStep '2:6' 'begun'
. {
}
Write-LabworkStep '2:6' 'done'
}
if ($LabworkStep -contains '2:7') {
Write-LabworkStep '2:7' 'begun'
. {
}
. {
}
. {
}
Write-LabworkStep '2:7' 'done'
}
$LabworkEnded = $true
} finally {
Pop-Location -StackName Labworks
if ($LabworkStepOpen) {
  Write-Warning -WarningAction Continue -Message "Stopped in step $LabworkStepOpen. It was begun and is not done: look at what ended it, finish the step by hand as the guide says, then run the steps after it with -Step."
} elseif (-not $LabworkEnded) {
  Write-Warning -WarningAction Continue -Message 'The script was left before its end: the steps of which it says nothing above were not run.'
}
}
