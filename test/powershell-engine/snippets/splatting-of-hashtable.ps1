Get-Item @{ Path = 1 }
