class A {
  [int] Get() { return }
}
