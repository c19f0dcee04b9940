#Requires -Version 4.0
#Requires -RunAsAdministrator
[CmdletBinding()]
param([Alias('Step')] [ValidateSet('2:2', '2:3', '2:5', '2:6', '2:7')] [string[]] $LabworkStep = @('2:2', '2:3', '2:5', '2:6', '2:7'))
Set-StrictMode -Version Latest
if ($LabworkStep -contains '2:2') {
$ErrorActionPreference = 'Continue'
Write-Host '--- Step 2:2'
. {
} | Out-Host
}
if ($LabworkStep -contains '2:3') {
$ErrorActionPreference = 'Continue'
Write-Host '--- Step 2:3'
. {
} | Out-Host
}
if ($LabworkStep -contains '2:5') {
$ErrorActionPreference = 'Continue'
Write-Host '--- Step 2:5'
. {
} | Out-Host
. {
} | Out-Host
. {
} | Out-Host
}
if ($LabworkStep -contains '2:6') {
$ErrorActionPreference = 'Continue'
Write-Host '--- Step 2:6'
. {
} | Out-Host
}
if ($LabworkStep -contains '2:7') {
$ErrorActionPreference = 'Continue'
Write-Host '--- Step 2:7'
. {
} | Out-Host
. {
} | Out-Host
}
Write-Host '--- End'
