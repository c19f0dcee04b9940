Get-Item .
  | Where-Object { $_ }
  # a comment
  | Select-Object Name
