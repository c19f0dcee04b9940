Get-Item . >
