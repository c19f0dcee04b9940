#Requires -Version 4.0
#Requires -RunAsAdministrator
[CmdletBinding()]
param([ValidateSet('2:3', '2:6', '2:7')] [string[]] $Step = @('2:3', '2:6', '2:7'))
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
$labworkRecord = Join-Path -Path $env:ProgramData -ChildPath 'Labworks\labworks-2-smb1.txt'
$labworkStep = ''
function Write-LabworkRecord([string] $Name, [string] $What) {
  $null = New-Item -ItemType Directory -Force -Path (Split-Path -Path $labworkRecord)
  Add-Content -LiteralPath $labworkRecord -Value ('{0} {1} {2:yyyy-MM-dd HH:mm:ss}' -f $Name, $What, (Get-Date))
  $script:labworkStep = $Name
  Write-Host "--- Step $Name $What"
}
trap {
  if ($labworkStep) {
    Write-Warning -Message "Stopped in step $labworkStep. It was begun and is not done: look at the error, finish the step by hand as the guide says, then run the steps after it with -Step."
  }
  break
}
$labworkKnown = @(if (Test-Path -LiteralPath $labworkRecord) { Get-Content -LiteralPath $labworkRecord })
$labworkAgain = @($Step | Where-Object -FilterScript { $labworkKnown -match "^$_ " })
if ($labworkAgain) {
  throw "Nothing was run. On this machine the script has begun these steps before: $($labworkAgain -join ', '). Its record is $labworkRecord. Look with verify.ps1, and name the steps that are still to run with -Step. If you took a step back by hand, take its lines out of the record."
}
if ($Step -contains '2:3') {
Write-LabworkRecord '2:3' 'begun'
Write-LabworkRecord '2:3' 'done'
}
if ($Step -contains '2:6') {
Write-LabworkRecord '2:6' 'begun'
Write-LabworkRecord '2:6' 'done'
}
if ($Step -contains '2:7') {
Write-LabworkRecord '2:7' 'begun'
Write-LabworkRecord '2:7' 'done'
}
