Get-Item . > a > b
