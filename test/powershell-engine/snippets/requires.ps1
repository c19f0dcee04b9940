#Requires -Version 5.1
#Requires -Modules Hyper-V, @{ ModuleName = 'a'; ModuleVersion = '1.0' }
#Requires -RunAsAdministrator
#Requires -PSEdition Core
Get-Item .
