switch ($a) {
  1 { }
