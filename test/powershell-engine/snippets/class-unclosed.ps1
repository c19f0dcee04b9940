class A {
  [int]$x
