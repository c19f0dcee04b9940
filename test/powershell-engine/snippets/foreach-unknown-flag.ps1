foreach -Fast ($a in $b) { $a }
