if $a { 1 }
