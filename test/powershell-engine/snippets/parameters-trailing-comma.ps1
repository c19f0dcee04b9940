param(
  $a,
  $b,
)
