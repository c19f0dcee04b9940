Get-Item `
  -Path .
