Get-Item .
}
Get-Item .
