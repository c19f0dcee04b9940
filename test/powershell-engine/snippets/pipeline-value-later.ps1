Get-Item . | 5
