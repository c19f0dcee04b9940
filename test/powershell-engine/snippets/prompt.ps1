PS C:\> Get-Item .
