class A {
  [int] Get() { 1 }
}
