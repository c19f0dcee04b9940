#Requires -Version
Get-Item .
