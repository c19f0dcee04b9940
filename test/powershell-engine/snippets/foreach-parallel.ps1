foreach -Parallel ($a in $b) { $a }
