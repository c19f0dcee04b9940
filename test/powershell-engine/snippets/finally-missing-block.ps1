try { 1 } finally
Get-Item .
