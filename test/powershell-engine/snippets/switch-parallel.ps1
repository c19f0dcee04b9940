switch -Parallel ($a) { 1 { } }
