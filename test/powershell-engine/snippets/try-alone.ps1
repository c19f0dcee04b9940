try { 1 }
Get-Item .
