[Parameter()] if ($a) { 1 }
