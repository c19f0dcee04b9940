if ($a) {
  1
