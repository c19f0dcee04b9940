switch ($a) { }
