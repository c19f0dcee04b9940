function f {
  $a = 1 +
}
function g {
  $b = (2
}
