#Requires -Version five
Get-Item .
