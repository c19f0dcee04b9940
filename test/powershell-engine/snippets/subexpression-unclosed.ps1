$a = $(Get-Item .
$b = 1
