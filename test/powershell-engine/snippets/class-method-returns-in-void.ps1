class A {
  [void] Get() { return 1 }
}
