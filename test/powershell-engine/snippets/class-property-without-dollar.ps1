class A {
  [int] x
}
