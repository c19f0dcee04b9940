do { 1 }
Get-Item .
