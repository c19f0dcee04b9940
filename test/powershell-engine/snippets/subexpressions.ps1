$(1; 2); $(Get-Item .).Name; $()
