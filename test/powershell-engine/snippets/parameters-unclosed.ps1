param($a, $b
$c = 1
