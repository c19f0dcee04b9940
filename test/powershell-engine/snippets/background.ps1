Get-Item . &
$a = Get-Item . &
