$a = if ($b) { 1 } else { 2 }
$c = foreach ($d in 1..3) { $d }
$e = Get-Item .
