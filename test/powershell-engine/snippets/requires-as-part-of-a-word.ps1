#requirements of the script
Get-Item .
