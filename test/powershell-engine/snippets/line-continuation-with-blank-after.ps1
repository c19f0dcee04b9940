Get-Item ` 
  -Path .
