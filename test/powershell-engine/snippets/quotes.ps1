Write-Output “curly” ‘single’ „low”
$a = “mixed"
