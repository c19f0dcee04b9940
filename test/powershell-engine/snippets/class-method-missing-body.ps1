class A {
  [int] Get()
}
