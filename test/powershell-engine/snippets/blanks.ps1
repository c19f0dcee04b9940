Get-Item -Path .
$a = 1
