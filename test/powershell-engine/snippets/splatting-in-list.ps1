Get-Item @a, 1
