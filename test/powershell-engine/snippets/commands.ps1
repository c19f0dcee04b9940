Get-Item
Get-Item .
Get-Item -Path . -Force
Get-Item -Path:.
Get-Item -Path: .
& 'Get-Item' .
& $a
. .\a.ps1
git status --short
C:\Windows\notepad.exe
./run.sh
Microsoft.PowerShell.Management\Get-Item .
