Get-Item $
$a = $
