#Requires -Modules @{ ModuleName = 'a' }
Get-Item .
