class A {
  [int] A() { }
}
