function f {
  if ($a) { 1 }
