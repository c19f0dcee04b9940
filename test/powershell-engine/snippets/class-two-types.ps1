class A {
  [int][string]$x
}
