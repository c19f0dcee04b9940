$a = "one $(Get-Item . two"
$b = 1
