Get-Item .
<# never closed
Get-Item .
