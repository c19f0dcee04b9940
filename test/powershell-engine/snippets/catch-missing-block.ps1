try { 1 } catch
Get-Item .
