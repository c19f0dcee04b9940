Get-Item )
Get-Item .
