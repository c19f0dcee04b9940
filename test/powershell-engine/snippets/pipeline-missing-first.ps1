| Get-Item
