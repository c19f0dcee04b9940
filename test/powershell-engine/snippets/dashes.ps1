Get-Item –Path . —Verbose
$a = 3 – 1
$a –eq 2
