{ 1 }; { param($a) $a }; { begin { } process { } end { } }; & { 1 } 2; . { 1 }
