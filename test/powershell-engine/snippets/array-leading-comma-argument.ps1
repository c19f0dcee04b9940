Get-Item ,a
