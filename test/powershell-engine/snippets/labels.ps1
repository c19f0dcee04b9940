:outer foreach ($a in 1..3) { foreach ($b in 1..3) { if ($b) { continue outer } else { break outer } } }
:x while ($true) { break x }
