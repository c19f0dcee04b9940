Get-Item . | Where-Object { $_ } | Select-Object Name
Get-Item . |
  Where-Object { $_ }
1 | Get-Item
