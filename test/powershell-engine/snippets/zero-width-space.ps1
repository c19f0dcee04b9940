Get-Item ​-Path .
