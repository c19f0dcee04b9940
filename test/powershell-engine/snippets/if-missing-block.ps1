if ($a) 1
