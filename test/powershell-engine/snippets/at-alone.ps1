Get-Item @
