if ($true) {
  $a = "never closed
}
