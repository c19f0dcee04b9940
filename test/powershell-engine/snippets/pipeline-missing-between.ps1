Get-Item . | | Select-Object
