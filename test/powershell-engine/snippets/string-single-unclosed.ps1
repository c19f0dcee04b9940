function f {
  $a = 'never closed
}
