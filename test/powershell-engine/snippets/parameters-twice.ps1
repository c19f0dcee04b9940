param($a, $a)
