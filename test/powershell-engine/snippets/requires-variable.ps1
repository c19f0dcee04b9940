#Requires -Version $a
Get-Item .
