5 Get-Item
