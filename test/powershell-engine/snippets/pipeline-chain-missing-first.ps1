&& Get-Item b
