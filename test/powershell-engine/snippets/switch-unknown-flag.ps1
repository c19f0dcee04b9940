switch -Fuzzy ($a) { 1 { } }
