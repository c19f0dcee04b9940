icacls a --% /grant b:(f) | Get-Item
cmd --% /c "a | b" && c
