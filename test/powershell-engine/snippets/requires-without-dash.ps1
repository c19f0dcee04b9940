#Requires Version 5
Get-Item .
