#Requires -Admin
Get-Item .
