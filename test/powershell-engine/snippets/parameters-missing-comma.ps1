param(
  $a
  $b
)
