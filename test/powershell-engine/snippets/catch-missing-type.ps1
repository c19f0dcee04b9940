try { 1 } catch [System.IO.IOException], { 2 }
