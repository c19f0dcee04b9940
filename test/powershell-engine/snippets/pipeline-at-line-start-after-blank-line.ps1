Get-Item .

| Select-Object Name
