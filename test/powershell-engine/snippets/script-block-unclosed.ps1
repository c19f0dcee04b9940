Get-Item . | ForEach-Object {
  $_
