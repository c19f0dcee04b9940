class A {
  [int] Get() { return $nowhere }
}
