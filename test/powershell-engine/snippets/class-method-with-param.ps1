class A {
  [void] Get() { param($a) }
}
