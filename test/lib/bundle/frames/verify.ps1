#Requires -Version 4.0
#Requires -RunAsAdministrator
[CmdletBinding()]
param([ValidateSet('2:2', '2:3', '2:5', '2:6', '2:7')] [string[]] $Step = @('2:2', '2:3', '2:5', '2:6', '2:7'))
Set-StrictMode -Version Latest
if ($Step -contains '2:2') {
Write-Host '--- Step 2:2'
. {
} | Out-Host
}
if ($Step -contains '2:3') {
Write-Host '--- Step 2:3'
. {
} | Out-Host
}
if ($Step -contains '2:5') {
Write-Host '--- Step 2:5'
. {
} | Out-Host
. {
} | Out-Host
. {
} | Out-Host
}
if ($Step -contains '2:6') {
Write-Host '--- Step 2:6'
. {
} | Out-Host
}
if ($Step -contains '2:7') {
Write-Host '--- Step 2:7'
. {
} | Out-Host
. {
} | Out-Host
}
