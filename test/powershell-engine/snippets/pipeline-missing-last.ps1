Get-Item . |
